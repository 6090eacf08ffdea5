import mammoth from 'mammoth'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { fileBytes } from '../../../src/core/message.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, type Reply, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-12-20T12:00:00Z' })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
})
afterAll(() => here.end())

async function plan(line: string): Promise<Reply> {
  const reply = await here.say(secretariat, `/newsletter plan ${line}`)
  expect(reply.text, line).not.toMatch(/^Error/)
  expect(reply.outcome, reply.text).toBe('done')
  return reply
}

async function file(format: string): Promise<Buffer> {
  const reply = await here.say(secretariat, `/newsletter export format:${format}`)
  const found = reply.answer.message.blocks.find(({ kind }) => kind === 'file')
  if (found?.kind !== 'file') throw new Error(reply.text)
  return fileBytes(found)
}

/** The headings of a page, as its source has them. */
const headings = (markdown: string) => markdown.split('\n').filter((line) => /^#{2,3} /.test(line))

test('parts are added, moved and removed, each undone by a press, and the plan is then the standing one', async () => {
  const stored = 'select content from newsletter_plan'
  const { rows: atFirst } = await here.database.store.pool.query(stored)
  const standing = (await here.say(secretariat, '/newsletter plan show')).text
  const page = (await file('markdown')).toString()

  const added = await plan('add-part "News from the field" before:guidance')
  expect(added.text).toContain('News from the field (news-from-the)')
  expect(headings((await file('markdown')).toString())).toEqual(headings(page))
  const placed = await plan('place regional part:"News from the field"')
  expect(headings((await file('markdown')).toString())).not.toEqual(headings(page))
  const refused = await here.say(secretariat, '/newsletter plan remove-part news')
  expect(refused.text).toContain('“Regional focus” stands in “News from the field”')
  const moved = await plan('head joint before:leadership')
  expect(moved.text).toMatch(/Joint initiatives[\s\S]*Leadership[\s\S]*News from the field/)

  const emptied = await plan('place regional part:joint')
  const removed = await plan('remove-part news')
  expect((await here.say(secretariat, '/newsletter plan show')).text).not.toContain('News from the field')
  for (const reply of [removed, emptied]) await press(here, secretariat, buttonNamed(reply, 'Undo'))
  for (const reply of [moved, placed, added]) await press(here, secretariat, buttonNamed(reply, 'Undo'))
  expect((await here.say(secretariat, '/newsletter plan show')).text).toBe(standing)
  expect((await here.say(secretariat, '/newsletter plan add joint part:nowhere')).text).toContain(
    '“nowhere” is not a part of the newsletter. There are: Leadership',
  )
  const { rows } = await here.database.store.pool.query(stored)
  expect(rows).toEqual(atFirst)
})

test('a framework with four parts of its own, in its own order and words, is printed in every form', async () => {
  for (const line of [
    'name "Ocean Compact"',
    'add-part "From the coast"',
    'add-part "Money and means"',
    'head guidance title:"Knowledge"',
    'head leadership title:"Voices"',
    'head guidance before:leadership',
    'place regional part:"From the coast"',
    'place multi-agency part:"From the coast" before:regional',
    'remove civil-society',
    'remove-part joint',
    'add "Grants of the period" part:money like:multi-agency date:yes link:no',
    'title regional title:"Harbours"',
    'title publications title:Reading',
    'place publications part:guidance before:wg-meetings',
    'label entities label:"Partners of the Compact"',
    'label visits hidden',
    'figures "documents, entities"',
    'head figures title:"The ocean in numbers"',
    'closing "Write to the secretariat of the Ocean Compact, https://ocean.example/contact."',
    'head closing title:"Who we are"',
  ])
    await plan(line)
  const post = (text: string, section: string) =>
    here.say(focal('unodc'), `/update post "${text}" section:"${section}"`)
  await post('UNODC trained 40 harbour inspectors in Dakar, Senegal (6-9 Nov)', 'Harbours')
  await post('UNODC awarded eleven grants to fishing towns (3 Dec)', 'Grants of the period')
  await post(
    'UNODC published the [Guide to safe ports](https://www.unodc.org/ports), for inspectors',
    'Reading',
  )
  await here.say(secretariat, '/update accept all')

  const markdown = (await file('markdown')).toString()
  expect(markdown).toContain('# Ocean Compact newsletter No. 1: November–December 2026')
  expect(headings(markdown).filter((line) => !line.includes('in numbers'))).toEqual([
    '## Knowledge',
    '### Reading',
    '### Compact working group meetings',
    '### What is new',
    '## Voices',
    '### Key high-level events',
    '### Key issues raised by heads of entities',
    '### Engagement with Member States',
    '## From the coast',
    '### Multi-agency meetings, programmes',
    '### Harbours',
    '## Money and means',
    '### Grants of the period',
    '## Who we are',
  ])
  expect(markdown).toContain('## The ocean in numbers')
  expect(markdown.indexOf('Partners of the Compact')).toBeGreaterThan(markdown.indexOf('| Documents'))
  expect(markdown).not.toMatch(/Platform visits/i)

  const titles = [
    'Knowledge',
    'Reading',
    'From the coast',
    'Harbours',
    'Money and means',
    'Grants of the period',
    'Who we are',
  ]
  const inTurn = new RegExp(titles.join('[\\s\\S]*'))
  const { value: word } = await mammoth.extractRawText({ buffer: await file('docx') })
  expect(word).toMatch(inTurn)
  expect((await file('html')).toString()).toMatch(inTurn)
  expect(
    JSON.parse((await file('json')).toString()).sections.map(({ title }: { title: string }) => title),
  ).toEqual(['Knowledge', 'Voices', 'From the coast', 'Money and means'])
  expect((await file('html')).toString()).toContain('<a href="https://ocean.example/contact" rel="noopener">')
  const draft = (await here.say(secretariat, '/newsletter draft')).text
  expect(draft).toMatch(/Grants of the period[\s\S]*eleven grants/)
  expect((await here.say(secretariat, '/newsletter coverage section')).text).toContain('Harbours: 1 item')
})

test('a framework that has named nothing is told so when it opens its first issue, and prints no other’s name', async () => {
  const own = await world({ now: '2026-12-20T12:00:00Z', onlySecretariat: [secretariat] })
  await own.say(secretariat, '/directory add entity RBA name:"River Board"')
  const opened = await own.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  expect(opened.text).toContain('The newsletter has no name yet')
  expect(buttonNamed(opened, 'Name it')).toMatchObject({ command: 'newsletter plan name', ask: true })
  await own.say(
    secretariat,
    '/update post "RBA held a course (3 Dec)" section:"working group meetings" entities:RBA',
  )

  const draft = await own.say(secretariat, '/newsletter draft')
  expect(draft.text).toContain('Working group meetings')
  expect(draft.text).toMatch(/\n *Entities: 1/)
  for (const line of [
    '/newsletter draft',
    '/newsletter plan show',
    '/report figures',
    '/report draft 2026',
  ]) {
    expect((await own.say(secretariat, line)).text, line).not.toContain('Compact')
  }
  await own.say(secretariat, '/newsletter plan name "River Partnership"')
  const next = await own.say(secretariat, '/newsletter open 2027-01..2027-02 closes:2027-03-08')
  expect(next.text).not.toContain('has no name')
  await own.end()
})
