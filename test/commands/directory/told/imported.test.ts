import { afterAll, beforeAll, expect, test } from 'vitest'

import { pressUndo } from '../../../support/lines/pressed.ts'
import { focal, type Reply, secretariat, type World, world } from '../../../support/world.ts'
import { giveFile, takeOver } from '../giveFile.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterAll(() => here.end())

/** Who was told what by an action: the account, and the whole notice. */
async function toldBy(act: () => Promise<Reply>) {
  const start = here.delivered.length
  const reply = await act()
  expect(reply.outcome, reply.text).toBe('done')
  return { reply, told: here.delivered.slice(start).map(({ to, text }) => [to, text] as const) }
}

test('whoever gets a role by a file is told, counted before, and told again when the import is taken back', async () => {
  const file = 'WG,Function,Organisation,Since\nETCIP,member,IOM,2026-11-01\n'
  const { reply: preview, told: early } = await toldBy(() => giveFile(here, 'roles.csv', file))
  expect(early).toEqual([])
  expect(preview.text).toContain(
    'Then 1 person who is in the directory already is told what it changes for them.',
  )
  const made = await toldBy(() => takeOver(here, preview))
  expect(made.told).toEqual([[focal('iom'), expect.stringContaining('IOM is a member of ETCIP from')]])
  expect(made.reply.text).toContain('IOM focal point is told.')

  const back = await toldBy(() => pressUndo(here, made.reply, secretariat))
  expect(back.told).toEqual([[focal('iom'), expect.stringContaining('IOM is no longer a member of ETCIP')]])
  expect(back.told[0]?.[1]).toContain('took back what a file had changed in what the directory says')
})

test('those who stand for an entity are told of its record and of their own in one notice, and who is new is not', async () => {
  const file = 'acronym,name\nWHO,World Health\n'
  const made = await toldBy(async () => takeOver(here, await giveFile(here, 'entities.csv', file)))
  expect(made.told).toEqual([[focal('who'), expect.stringContaining('WHO: name now World Health (was ')]])
  expect((await toldBy(() => pressUndo(here, made.reply, secretariat))).told.map(([to]) => to)).toEqual([
    focal('who'),
  ])

  const people = `name,email,entity,title\nWHO focal point,${focal('who')},IOM,Head\nNew Person,new@iom.example,IOM,Desk\n`
  const { reply: preview } = await toldBy(() => giveFile(here, 'people.csv', people))
  expect(preview.text).toContain('Then 1 person who is in the directory already is told')
  const moved = await toldBy(() => takeOver(here, preview))
  expect(moved.told.map(([to]) => to)).toEqual([focal('who')])
  expect(moved.told[0]?.[1]).toContain('entity now IOM (was WHO)')
  await pressUndo(here, moved.reply, secretariat)
})

test('those who lead a group are told of what a file changes in its record', async () => {
  const file = 'WG,name\nETCIP,Working Group on Threats\n'
  const made = await toldBy(async () => takeOver(here, await giveFile(here, 'groups.csv', file)))
  expect(made.told).toEqual([
    [focal('interpol'), expect.stringContaining('ETCIP: name now Working Group on Threats (was ')],
  ])
})
