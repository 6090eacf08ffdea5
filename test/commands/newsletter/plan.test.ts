import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-12-20T12:00:00Z' })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
})
afterAll(() => here.end())

async function page(): Promise<string> {
  const reply = await here.say(secretariat, '/newsletter export format:markdown')
  const file = reply.answer.message.blocks.find(({ kind }) => kind === 'file')
  return file?.kind === 'file' ? file.content : ''
}

test('the name of the framework and the titles of sections are the deployment’s own, and Undo brings back what was', async () => {
  const named = await here.say(secretariat, '/newsletter plan name "Peace Framework"')
  const titled = await here.say(secretariat, '/newsletter plan title publications title:"Further reading"')
  const own = await page()

  expect(own).toContain('# Peace Framework newsletter No. 1: November–December 2026')
  expect(own).toContain('### Further reading')
  await press(here, secretariat, buttonNamed(named, 'Undo'))
  await press(here, secretariat, buttonNamed(titled, 'Undo'))
  expect(await page()).toContain('# Newsletter No. 1')
  expect(await page()).toContain('### Reports and publications')
})

test('a name that is a paper’s already is printed as it is', async () => {
  const named = await here.say(secretariat, '/newsletter plan name "Harbour News"')

  expect(named.text).toContain('The newsletter is called Harbour News now.')
  expect(await page()).toContain('# Harbour News No. 1: November–December 2026')
  await press(here, secretariat, buttonNamed(named, 'Undo'))
})

test('parts have their own titles and sections their own places, each undone by a press', async () => {
  const standing = await page()
  const headed = await here.say(secretariat, '/newsletter plan head joint title:"Working together"')
  const placed = await here.say(
    secretariat,
    '/newsletter plan place publications part:leadership before:key-issues',
  )
  const own = await page()

  expect(own).toContain('## Working together')
  const [reports, heads] = [own.indexOf('### Reports'), own.indexOf('### Key issues')]
  expect(reports).toBeGreaterThan(own.indexOf('## Leadership'))
  expect(reports).toBeLessThan(heads)
  await press(here, secretariat, buttonNamed(placed, 'Undo'))
  await press(here, secretariat, buttonNamed(headed, 'Undo'))
  expect(await page()).toBe(standing)
  expect(
    (await here.say(secretariat, '/newsletter plan place regional before:publications part:joint')).outcome,
  ).toBe('refused')
})

test('figures have their own labels and order, and one can be left out, each undone by a press', async () => {
  const standing = await page()
  const labelled = await here.say(
    secretariat,
    '/newsletter plan label entities label:"Members of the family"',
  )
  const hidden = await here.say(secretariat, '/newsletter plan label focalPoints hidden')
  const ordered = await here.say(secretariat, '/newsletter plan figures "documents, entities"')
  const own = await page()

  expect(own).not.toContain('Focal points')
  expect(own.indexOf('Members of the family')).toBeGreaterThan(own.indexOf('documents'))
  for (const reply of [ordered, hidden, labelled]) await press(here, secretariat, buttonNamed(reply, 'Undo'))
  expect(await page()).toBe(standing)
  expect((await here.say(secretariat, '/newsletter plan label nothing label:x')).text).toContain(
    'There are: ',
  )
})

test('a figure is printed as it was recorded, and an old one with its day', async () => {
  expect(await page()).toContain('Focal points (as of ')
  await here.say(secretariat, '/newsletter plan figure focalPoints value:1234 label:"Focal points"')

  expect(await page()).toContain('| Focal points | 1,234 |')
  expect(
    (await here.say(secretariat, '/newsletter plan figure focalPoints value:1 label:x on:2027-03-01'))
      .outcome,
  ).toBe('refused')
})

test('only the secretariat sees and changes the plan', async () => {
  for (const line of [
    'show',
    'name X',
    'title publications title:X',
    'head joint title:X',
    'place regional',
    'label visits hidden',
    'figures visits',
    'figure documents value:1 label:X',
  ])
    expect((await here.say(focal('who'), `/newsletter plan ${line}`)).outcome).toBe('refused')
  expect((await here.say(secretariat, '/newsletter plan show')).text).toContain('Regional focus (regional)')
})

test('the plan says each figure as it is printed, and the chat the day after its number', async () => {
  const shown = await here.say(secretariat, '/newsletter plan show')
  const draft = await here.say(secretariat, '/newsletter draft')

  expect(shown.text).toContain('Visits to the platform (visits)')
  expect(draft.text).toMatch(/Visits to the platform: 200,062 \(as of 30 Apr 2023\)/)
})

test('the plan lists the figures that are printed, and no other, and each has its own label and place', async () => {
  const own = await world({ onlySecretariat: [secretariat] })
  const shown = async () =>
    (await own.say(secretariat, '/newsletter plan show')).text.match(/(?<=^\W*)\w[^(\n]*\(\w+\).*$/gm) ?? []
  const stored = 'select content from newsletter_plan'
  const before = await own.database.store.pool.query(stored)
  const figures = ['Entities (entities)', 'Working groups (workingGroups)', 'Working-group meetings in the period (meetingsHeld)'] // biome-ignore format: a table
  expect((await shown()).slice(-3)).toEqual(figures)
  expect((await shown()).join()).not.toContain('cted')

  const hidden = await own.say(secretariat, '/newsletter plan label meetingsHeld hidden')
  const labelled = await own.say(secretariat, '/newsletter plan label workingGroups label:Teams')
  const ordered = await own.say(secretariat, '/newsletter plan figures workingGroups')
  expect((await shown()).slice(-3)).toEqual([
    'Teams (workingGroups)',
    'Entities (entities)',
    'Working-group meetings in the period (meetingsHeld), not printed',
  ])
  expect((await own.say(secretariat, '/newsletter draft 2026-11..2026-12')).text).not.toContain('meetings in')
  for (const reply of [ordered, labelled, hidden]) await press(own, secretariat, buttonNamed(reply, 'Undo'))
  expect((await shown()).slice(-3)).toEqual(figures)
  expect((await own.database.store.pool.query(stored)).rows).toEqual(before.rows)
  await own.end()
})
