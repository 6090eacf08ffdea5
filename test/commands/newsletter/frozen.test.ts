import { createHash } from 'node:crypto'
import { simpleParser } from 'mailparser'
import mammoth from 'mammoth'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { newsletterPage } from '../../../src/bot/pages/newsletterPages.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const formats = ['markdown', 'html', 'docx', 'eml', 'json'] as const

/** An item of each official language, as its author posts it. */
const texts = {
  who: 'نظمت منظمة الصحة العالمية دورة تدريبية في عمان (3 نوفمبر)',
  undp: '联合国开发计划署在北京举行研讨会（2026年11月4日）',
  unodc: 'УНП ООН провело семинар для прокуроров в Ташкенте (5-6 ноября)',
  unesco: 'L’UNESCO a formé des enseignants à Abidjan (7 novembre)',
  iom: 'La OIM capacitó a funcionarios de fronteras en Bogotá (9-10 de noviembre)',
  ilo: 'ILO held a workshop on supply chains in Lima (11 Nov)',
} as const

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-12-20T09:00:00Z' })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  for (const [entity, text] of Object.entries(texts))
    expect((await here.say(focal(entity), `/update post "${text}" section:regional`)).outcome).toBe('done')
  await here.say(secretariat, '/update accept all confirm:yes')
  await here.say(secretariat, '/newsletter note "Dear readers" section:regional')
  await here.say(secretariat, '/newsletter approve')
})
afterAll(() => here.end())

async function exported(format: (typeof formats)[number]): Promise<Buffer> {
  const reply = await here.say(focal('who'), `/newsletter export 1 format:${format}`)
  const file = reply.answer.message.blocks.find(({ kind }) => kind === 'file')
  if (file?.kind !== 'file') throw new Error(reply.text)
  return Buffer.from(file.content, file.encoding === 'base64' ? 'base64' : 'utf8')
}

async function everyForm(): Promise<Readonly<Record<string, string>>> {
  const print = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')
  const page = await newsletterPage(here.database.store.kysely, '1')
  const files: Record<string, string> = { page: print(page?.html ?? '') }
  for (const format of formats) files[format] = print(await exported(format))
  return files
}

/** What a reader sees of a text, without its date in brackets. */
const words = (text: string) => text.split(/ ?[（(]/)[0] ?? text

test('texts of all official languages come whole through every form of a published issue', async () => {
  expect((await here.press(secretariat, 'newsletter publish', {}, true)).outcome).toBe('done')
  const plain = {
    markdown: String(await exported('markdown')),
    html: String(await exported('html')),
    json: String(await exported('json')),
    docx: (await mammoth.extractRawText({ buffer: await exported('docx') })).value,
    eml: (await simpleParser(await exported('eml'))).text ?? '',
  }
  for (const text of Object.values(texts))
    for (const [format, content] of Object.entries(plain))
      expect([format, content]).toEqual([format, expect.stringContaining(words(text))])
})

test('a published issue has the same bytes in every form, whatever becomes of its updates, the directory and the plan', async () => {
  const before = await everyForm()
  await here.turn('2027-03-01T12:00:00Z')
  for (const line of [
    '/update edit U6 text:"ILO held two workshops in Lima (11 Nov)"',
    '/update move U5 section:member-states',
    '/update withdraw U4 confirm:yes',
    '/update merge U3 into:U2',
    '/newsletter note "Other words" section:regional period:2026-11..2026-12',
    '/newsletter plan name "Another framework"',
    '/newsletter plan title regional title:"In the regions"',
    '/newsletter plan head joint title:"Together"',
    '/newsletter plan place publications part:leadership',
    '/newsletter plan add "A new section"',
    '/newsletter plan label entities label:Members',
    '/newsletter plan figure entities value:9 label:Nine on:2026-12-31',
    '/directory edit entity ILO name:"Another name"',
    '/directory retire entity IOM on:2026-11-01 confirm:yes',
  ])
    expect([line, (await here.say(secretariat, line)).outcome]).toEqual([line, 'done'])

  expect(await everyForm()).toEqual(before)
})

test('whoever edits an update that was printed hears that print stays, and corrects it with the changes before their eyes', async () => {
  const edited = await here.say(secretariat, '/update edit U1 place:Amman')
  expect(edited.text).toContain('is published and stays as it was printed')
  expect(buttonNamed(edited, 'Correct the issue')).toMatchObject({
    command: 'newsletter correct',
    values: { period: '2026-11..2026-12' },
  })
  const asked = await here.say(
    secretariat,
    '/newsletter correct "Two items were wrong" period:2026-11..2026-12',
  )

  expect(asked.text).toContain('Nothing has been changed yet')
  expect(asked.text).toContain('is now “ILO held two workshops in Lima (11 Nov)”')
  expect(asked.text).toContain('Taken out: L’UNESCO a formé des enseignants')
  const done = await press(here, secretariat, buttonNamed(asked, 'Yes, publish it'))
  expect(done.text).toContain('Published edition 2')
  expect(String(await exported('markdown'))).toContain('two workshops in Lima')
  expect((await here.say(focal('ilo'), '/newsletter correct x period:2026-11..2026-12')).outcome).toBe(
    'refused',
  )
})

test('a correction that was confirmed for other changes is asked about again with those of now', async () => {
  await here.say(secretariat, '/update edit U1 text:"WHO held a course in Amman (4 Nov)"')
  const line = '/newsletter correct "A date was wrong" period:2026-11..2026-12'
  const first = await here.say(secretariat, line)
  await here.say(secretariat, '/update edit U2 text:"UNDP met in Beijing (5 Nov)"')
  const second = await press(here, secretariat, buttonNamed(first, 'Yes, publish it'))

  expect(second.outcome).toBe('asked')
  expect(second.text).toContain('The changes are no longer those that you were shown.')
  expect(second.text).toContain('UNDP met in Beijing')
  const done = await press(here, secretariat, buttonNamed(second, 'Yes, publish it'))
  expect(done.text).toMatch(/Published edition \d/)
})

test('a correction shows the words around the items too, and asks again where they have changed', async () => {
  const line = '/newsletter correct "Words were wrong" period:2026-11..2026-12'
  await here.say(secretariat, '/newsletter plan closing text:"Write to us."')
  const first = await here.say(secretariat, line)
  await here.say(secretariat, '/newsletter plan closing text:"Call us."')
  const second = await press(here, secretariat, buttonNamed(first, 'Yes, publish it'))

  expect(first.text).toContain('Write to us.')
  expect(second.outcome).toBe('asked')
  expect(second.text).toContain('Call us.')
})

test('an edit that moves a printed update to another issue says that a correction takes it out', async () => {
  await here.say(secretariat, '/newsletter open 2027-03..2027-04 closes:2027-05-08')
  const moved = await here.say(secretariat, '/update edit U1 issue:2027-03..2027-04')

  expect(moved.text).toContain('It is for the March–April 2027 issue now.')
  expect(moved.text).toContain('a correction would take U1 out of it.')
  expect(moved.text).not.toContain('prints the new words')
  expect(moved.text).not.toContain('[Correct the issue]')
  const asked = await here.say(secretariat, '/newsletter correct "It moved" period:2026-11..2026-12')
  expect(asked.text).toContain('Taken out: WHO held a course in Amman')
})

test('a list of many changes tells how many it leaves out', async () => {
  const period = '2027-05..2027-06'
  const posted = (what: string) =>
    here.press(
      focal('who'),
      'update post',
      { text: `WHO held ${what}`, section: 'regional', issue: period },
      true,
    )
  await here.say(secretariat, `/newsletter open ${period} closes:2027-07-08`)
  await posted('a first course (1 May)')
  await here.say(secretariat, '/update accept all confirm:yes')
  for (let day = 1; day <= 22; day += 1) await posted(`course number ${day} (${day} May)`)
  await here.press(secretariat, 'newsletter approve', { period }, true)
  const published = await here.press(secretariat, 'newsletter publish', { period }, true)
  await here.say(secretariat, '/update accept all confirm:yes')
  const asked = await here.say(secretariat, `/newsletter correct "Late items" period:${period}`)

  expect(published.text).toContain('Published No. 3')
  expect(asked.text).toContain('and 2 more')
})

test('an author who takes out what is printed reads that it stays so, and the status counts what was printed', async () => {
  const withdrawn = await here.say(focal('ilo'), '/update withdraw U6')
  expect(withdrawn.text).toMatch(/is published and stays as it was printed; .* would take U6 out of it/)
  const status = await here.say(focal('ilo'), '/newsletter status 2026-11..2026-12')
  expect(status.text).toMatch(/published with \d+ items; as they stand now, \d+ updates? from/)
})

test('what the secretariat decides of a printed item is said to leave it in print, and its author reads so too', async () => {
  const moved = await here.say(secretariat, '/update move U5 section:publications')
  const returned = await here.say(secretariat, '/update return U5 comment:"Which days?"')
  const merged = await here.say(secretariat, '/update merge U5 into:U2')
  const stays = 'is published and stays as it was printed'

  for (const { text } of [moved, returned, merged]) expect(text).toContain(stays)
  const delivery = here.delivered.findLast(({ text }) => text.includes('returned your update U5'))
  expect(delivery?.text).toContain(stays)
})
