import { afterAll, beforeAll, expect, test } from 'vitest'

import { secretariat, type World, world } from '../support/world.ts'
import { giveFile } from './directory/giveFile.ts'

/** Blanks, invisible signs, fillers, and a mark with nothing under it. */
const nothing = [
  '\u200b\u2060',
  '\u3164',
  '\u2800 \u00ad',
  '\u0301',
  '\u202e\u200f',
  '\ufeff\u180e',
  '\u{e0041}',
]

let here: World
beforeAll(async () => {
  here = await world()
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2026-12-31')
  await here.say(secretariat, '/meeting schedule Plenary wg:ETCIP start:"17 Dec 14:30"')
})
afterAll(() => here.end())

test.each(nothing)('a title of %j alone is none, whatever door it comes by', async (title) => {
  const typed = [
    `/meeting schedule "${title}" wg:ETCIP start:"17 Dec 10:00" confirm:yes`,
    `/reminder add "${title}" at:"tomorrow 9:00"`,
    `/library add "${title}" link:https://un.org/x`,
    `/meeting agenda add M1 "${title}"`,
    `/meeting action add M1 "${title}"`,
    `/update post "${title}"`,
    `/directory add entity NEWONE name:"${title}"`,
    `/directory add person "${title}" email:ana@who.example entity:WHO`,
    `/wg add NEWGROUP name:"${title}"`,
    `/wg add "${title}" name:"Working Group"`,
    `/project add "${title}"`,
    `/recommendation add "${title}" country:Kenya`,
  ]
  for (const line of typed) {
    const reply = await here.say(secretariat, line)
    expect([line, reply.outcome, reply.text]).not.toContain('done')
  }
  for (const [command, fields] of [
    ['meeting schedule', { title, wg: 'ETCIP', start: '17 Dec 10:00' }],
    ['meeting edit', { meeting: 'M1', title }],
    ['reminder add', { text: title, at: 'tomorrow 9:00' }],
    ['update post', { text: title }],
    ['directory edit entity', { entity: 'WHO', name: title }],
    ['directory edit person', { person: 'focal.who@compact.example', name: title }],
    ['wg edit', { wg: 'ETCIP', name: title }],
  ] as const) {
    const reply = await here.press(secretariat, command, fields)
    expect([command, reply.outcome, reply.text]).not.toContain('done')
  }
  const file = `acronym,name,kind\nNEWTWO,${title},UN entity\n${title},Named,UN entity\n`
  const given = await giveFile(here, 'entities.csv', file)
  expect(given.text).toContain('2 mistakes')
  expect((await here.say(secretariat, '/directory list')).text).not.toContain('NEWTWO')
})
