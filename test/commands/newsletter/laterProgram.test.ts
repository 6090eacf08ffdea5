import { createHash } from 'node:crypto'
import mammoth from 'mammoth'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import type * as pageStyles from '../../../src/newsletter/render/pageStyle.ts'
import type * as paragraphs from '../../../src/newsletter/render/paragraphs.ts'
import type * as titles from '../../../src/newsletter/render/title.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

/** Whether the program is a later one, whose pages, titles, figures and paragraphs look otherwise. */
const program = vi.hoisted(() => ({ isLater: false }))

vi.mock(import('../../../src/newsletter/render/pageStyle.ts'), async (original) => {
  const { pageStyle } = await original()
  return {
    get pageStyle(): typeof pageStyles.pageStyle {
      return program.isLater ? { kind: 'html', text: 'body { color: red }' } : pageStyle
    },
  }
})
vi.mock(import('../../../src/newsletter/render/title.ts'), async (original) => {
  const now = await original()
  const later = (text: string) => (program.isLater ? `${text}, anew` : text)
  return {
    ...now,
    titleOf: (of: Parameters<typeof titles.titleOf>[0]) => later(now.titleOf(of)),
    figureLabel: (of: Parameters<typeof titles.figureLabel>[0]) => later(now.figureLabel(of)),
  }
})
vi.mock(import('../../../src/newsletter/render/paragraphs.ts'), async (original) => {
  const now = await original()
  return {
    paragraphsOf: (of: Parameters<typeof paragraphs.paragraphsOf>[0]) =>
      now.paragraphsOf(of).map((text) => (program.isLater ? text.toUpperCase() : text)),
  }
})

const { features } = await import('../../../commands/index.ts')
const { createNewsletterPages, newsletterPage } = await import('../../../src/bot/pages/newsletterPages.ts')
const formats = ['markdown', 'html', 'docx', 'eml', 'json'] as const

let here: World
/** That of a preview link, made before the issue was published. */
let secret = ''
beforeAll(async () => {
  here = await world({ now: '2026-12-20T09:00:00Z', publicUrl: 'https://bot.example' })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(
    focal('who'),
    '/update post "WHO held a course in Amman, Jordan (3 Nov) https://www.who.int/course"',
  )
  await here.say(focal('ilo'), '/update post "ILO held a workshop in Lima, Peru (11 Nov)" section:regional')
  await here.say(secretariat, '/update accept all confirm:yes')
  await here.say(secretariat, '/newsletter note "Dear readers"')
  await here.say(secretariat, '/newsletter plan closing text:"Write to us."')
  const preview = await here.say(secretariat, '/newsletter preview')
  secret = /preview\/([\w-]+)/.exec(preview.text)?.[1] ?? ''
  await here.say(secretariat, '/newsletter approve')
  await here.press(secretariat, 'newsletter publish', {}, true)
})
afterAll(async () => {
  program.isLater = false
  await here.end()
})

async function exported(format: (typeof formats)[number], more = ''): Promise<Buffer> {
  const reply = await here.say(
    focal('who'),
    `/newsletter export 2026-11..2026-12 format:${format}${more === '' ? '' : ` ${more}`}`,
  )
  const file = reply.answer.message.blocks.find(({ kind }) => kind === 'file')
  if (file?.kind !== 'file') throw new Error(reply.text)
  return Buffer.from(file.content, file.encoding === 'base64' ? 'base64' : 'utf8')
}

function pages() {
  const db = here.database.store.kysely
  return createNewsletterPages({
    ...{ db, clock: here.clock, features, publicUrl: 'https://bot.example' },
  })
}

async function files(more = ''): Promise<Readonly<Record<string, string>>> {
  const print = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')
  const printed: Record<string, string> = {}
  for (const format of formats) printed[format] = print(await exported(format, more))
  return printed
}

async function everyOutput(): Promise<Readonly<Record<string, string>>> {
  const page = await pages().issue('1')
  const chat = await here.say(focal('who'), '/newsletter read 2026-11..2026-12')
  return { ...(await files()), page: page?.html ?? '', feed: await pages().feed(), chat: chat.text }
}

test('whatever is set after publication changes no byte of any output: file, page, feed or chat', async () => {
  const before = await everyOutput()
  expect(before['chat']).toContain('WHO held a course in Amman')
  for (const line of [
    '/newsletter plan closing text:"Call us."',
    '/newsletter plan title regional title:"In the regions"',
    '/newsletter plan add-part "A new part"',
    '/newsletter plan figure entities value:9 label:Nine on:2026-12-19',
    '/directory edit entity WHO name:"Another name"',
    '/newsletter note "Other words" period:2026-11..2026-12',
    '/update edit U2 text:"ILO held two workshops in Lima, Peru (11 Nov)"',
  ])
    expect([line, (await here.say(secretariat, line)).outcome]).toEqual([line, 'done'])

  expect(await everyOutput()).toEqual(before)
})

test('a later version of the program, which prints otherwise, gives a published issue with the same bytes', async () => {
  const { chat: _, ...before } = await everyOutput()
  program.isLater = true
  const { chat: __, ...after } = await everyOutput()
  program.isLater = false

  expect(after).toEqual(before)
})

test('the draft of a published issue is what was printed, and the secretariat hears that the store differs', async () => {
  const reply = await here.say(secretariat, '/newsletter draft 2026-11..2026-12')

  expect(reply.text).toContain('as it was published: 2 items')
  expect(reply.text).toContain('ILO held a workshop in Lima')
  expect(reply.text).not.toContain('two workshops')
  expect(reply.text).toContain('a correction shows where')
  expect(buttonNamed(reply, 'Correct')).toMatchObject({ command: 'newsletter correct' })
})

test('an earlier edition stays at hand, byte for byte, after a correction', async () => {
  const before = await files()
  const asked = await here.say(secretariat, '/newsletter correct "The workshops of ILO were two"')
  const done = await press(here, secretariat, buttonNamed(asked, 'Yes, publish it'))
  program.isLater = true
  const first = await files('edition:1')
  program.isLater = false

  expect(done.text).toContain('Published edition 2')
  expect(first).toEqual(before)
  expect((await files())['docx']).not.toEqual(before['docx'])
  const { value } = await mammoth.extractRawText({ buffer: await exported('docx') })
  expect(value).toContain('two workshops')
  expect(value).toContain('Edition 2, corrected: The workshops of ILO were two')
  expect((await here.say(focal('who'), '/newsletter read edition:1')).text).toContain('held a workshop')
  const third = await here.say(focal('who'), '/newsletter export edition:3')
  expect(third.text).toContain('has 2 editions; there is no edition 3.')
})

test('a reader gets the latest published issue while the next one is open, by any word for it', async () => {
  await here.say(secretariat, '/newsletter open 2027-01..2027-02 closes:2027-03-08')

  for (const line of ['/newsletter read', 'show me the newsletter'])
    expect((await here.say(focal('who'), line)).text).toContain('November–December 2026, as it was published')
  expect((await here.say(focal('who'), '/newsletter export')).text).toContain('No. 1')
  expect((await here.say(focal('who'), '/newsletter read 2')).text).toContain('is not published yet')
  expect((await here.say(secretariat, '/newsletter correct "Nothing"')).text).toContain(
    'Nothing differs from what was printed of No. 1',
  )
})

test('a preview link shows what was printed once its issue is published, and none is made of it any more', async () => {
  const preview = await here.say(secretariat, '/newsletter preview 2026-11..2026-12')

  program.isLater = true
  const shown = await pages().draft(secret)
  program.isLater = false

  expect(shown).toBe((await pages().issue('1'))?.html)
  expect(preview.outcome).toBe('refused')
  expect(preview.text).toContain('is published')
})

test('an edition from before its files were kept stays as it was first asked for', async () => {
  await here.database.store.pool.query('delete from newsletter_files')
  const page = async () => (await newsletterPage(here.database.store.kysely, '1'))?.html
  const first = { files: await files(), page: await page() }
  program.isLater = true
  const later = { files: await files(), page: await page() }
  program.isLater = false

  expect(later).toEqual(first)
})
