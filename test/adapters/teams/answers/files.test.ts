import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { array, type Json, object } from '../../../../src/core/json.ts'
import type { Posted } from '../../../support/teams/far/asked.ts'
import { places } from '../../../support/teams/far/defaults.ts'
import { message } from '../../../support/teams/sent/activities.ts'
import { fileConsent } from '../../../support/teams/sent/invokes.ts'
import { saidIn } from '../../../support/teams/shown/words.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let here: TeamsWorld

beforeAll(async () => {
  here = await teamsWorld()
  await here.say('secretariat', 'newsletter open 2026-11..2026-12 closes:2027-01-08')
})

beforeEach(() => here.far.clear())

afterAll(() => here.end())

const chat = 'a:1secretariat'
const consent = 'application/vnd.microsoft.teams.card.file.consent'
const info = 'application/vnd.microsoft.teams.card.file.info'

function filesOf(kind: string): readonly { readonly said: Posted; readonly file: Json }[] {
  return here.far.messages.flatMap((posted) =>
    array(posted.activity['attachments'])
      .map(object)
      .filter((file) => file['contentType'] === kind)
      .map((file) => ({ said: posted, file })),
  )
}

/** The file that is offered, with the context of the answer to it. */
async function offered(where: 'personal' | 'channel' = 'personal') {
  await here.say('secretariat', 'newsletter export', { where })
  await expect.poll(() => filesOf(consent)).toHaveLength(1)
  const [found] = filesOf(consent)
  const content = object(found?.file['content'])
  return {
    conversation: found?.said.conversation,
    name: String(found?.file['name']),
    size: Number(content['sizeInBytes']),
    context: object(content['acceptContext']),
    replyTo: String(found?.said.id),
  }
}

/** Agrees to get the file, to be put where Teams says. */
function accept(
  { context, name, replyTo }: Awaited<ReturnType<typeof offered>>,
  uploadUrl?: string,
  at = here.base,
) {
  const there = { name, uploadUrl: uploadUrl ?? here.far.uploadUrl(name), replyTo }
  return here.bring(fileConsent('accept', context, { ...here.by('secretariat'), ...there }), {}, at)
}

const words = () =>
  saidIn(
    here.far.messages.filter(({ activity }) => 'text' in activity),
    chat,
  )

test('a file is offered in the personal chat, and laid into the drive of who agrees, who is shown it there', async () => {
  const offer = await offered()
  const accepted = await accept(offer)
  await expect.poll(() => filesOf(info)).toHaveLength(1)
  const upload = here.far.uploads.get(offer.name)

  expect(offer.conversation).toBe(chat)
  expect(offer.name).toMatch(/^newsletter-\d+-2026-11-2026-12\.md$/)
  expect([accepted.status, accepted.json]).toEqual([200, {}])
  expect(Buffer.byteLength(upload?.content ?? '')).toBe(offer.size)
  expect(upload?.range).toBe(`bytes 0-${offer.size - 1}/${offer.size}`)
  expect(filesOf(info)[0]?.file).toMatchObject({
    name: offer.name,
    contentUrl: expect.stringContaining(offer.name),
    content: { fileType: 'md', uniqueId: expect.any(String) },
  })
})

test('asked for in a channel it is offered in the personal chat all the same, where nobody else may take it', async () => {
  const offer = await offered('channel')
  const { name, context, replyTo } = offer
  const uploadUrl = here.far.uploadUrl(name)
  await here.bring(fileConsent('accept', context, { ...here.by('interpol'), name, uploadUrl, replyTo }))
  await expect.poll(() => saidIn(here.far.messages, 'a:1interpol').join()).toContain('not kept any more')

  expect(offer.conversation).toBe(chat)
  expect(
    JSON.stringify(here.far.messages.filter(({ conversation }) => conversation === places.channel)),
  ).not.toContain(consent)
  expect(here.far.uploads.size).toBe(0)
})

test('an agreement that comes twice, at once and to two processes, lays it there once', async () => {
  const other = await here.replica()
  const offer = await offered()
  const activity = fileConsent('accept', offer.context, {
    ...{ ...here.by('secretariat'), name: offer.name, replyTo: offer.replyTo },
    uploadUrl: here.far.uploadUrl(offer.name),
  })
  await Promise.all([here.bring(activity), here.bring(activity, {}, other.base), here.bring(activity)])
  await expect.poll(() => filesOf(info)).toHaveLength(1)

  expect(here.far.callsOf('upload')).toHaveLength(1)
})

test('who declines gets nothing', async () => {
  const { context, replyTo } = await offered()
  const before = here.far.messages.length
  const declined = await here.bring(fileConsent('decline', context, { ...here.by('secretariat'), replyTo }))

  expect([declined.status, declined.json]).toEqual([200, {}])
  expect(here.far.callsOf('upload')).toEqual([])
  expect(here.far.messages).toHaveLength(before)
})

test.each([
  ['another host', 'https://drive.example/upload'],
  ['a host that only looks like Microsoft’s', 'https://sharepoint.com.evil.example/upload'],
  ['a Microsoft host without encryption', 'http://compact.sharepoint.com/upload'],
  ['no address', 'no address'],
])('a file is not laid at %s', async (_, url) => {
  await accept(await offered(), url)

  await expect.poll(() => words().at(-1)).toContain('did not say where')
  expect(here.far.callsOf('upload')).toEqual([])
})

test('a file that the drive does not take is to be asked for again', async () => {
  here.far.fault('upload', { kind: 'status', status: 507 })
  await accept(await offered())

  await expect.poll(() => words().at(-1)).toContain('Please ask for it again')
  expect(filesOf(info)).toEqual([])
})

test('a file that was offered eight days ago is to be asked for again', async () => {
  const offer = await offered()
  here.clock.set(new Date('2026-11-29T12:00:01Z'))
  await accept(offer)

  await expect.poll(() => words().at(-1)).toContain('not kept any more')
  expect(here.far.callsOf('upload')).toEqual([])
})

test('a file that lies in the drive but cannot be shown in the chat is told of', async () => {
  const offer = await offered()
  here.far.fault('send', { kind: 'status', status: 400, code: 'BadSyntax' })
  await accept(offer)

  await expect.poll(() => words().at(-1)).toContain(`The file ${offer.name} is in your OneDrive`)
  expect(here.far.uploads.has(offer.name)).toBe(true)
})

test('a file is not laid at a further host without encryption', async () => {
  const { base } = await here.replica({ serviceHosts: ['127.0.0.1', 'drive.example'] })
  await accept(await offered(), 'http://drive.example/upload', base)

  await expect.poll(() => words().at(-1)).toContain('did not say where')
})

test('a file that somebody sends to the bot is answered once with what to do instead', async () => {
  const contentType = 'application/vnd.microsoft.teams.file.download.info'
  const attachments = [{ contentType, name: 'a.docx', content: {} }]
  const sent = message('', { ...here.by('secretariat'), change: { attachments } })
  await here.bring(sent)
  await here.bring(sent)

  expect(saidIn(here.far.messages, chat)).toEqual([expect.stringContaining('A file alone tells me nothing')])
})
