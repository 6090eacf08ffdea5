import { afterAll, beforeAll, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

const zoe = 'zoe@zed.example'
let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-21T12:00:00Z' })
  for (const line of [
    'directory add entity ZED name:"Zed Office" joined:2026-12-15',
    'directory add person Zoe email:zoe@zed.example entity:ZED',
    'directory retire entity IPU on:2026-12-20 confirm:yes',
  ])
    expect((await here.say(secretariat, `/${line}`)).outcome, line).toBe('done')
})
afterAll(() => here.end())

const heard = (who: string) =>
  here.delivered.filter(({ to, text }) => to === who && text.includes('of the newsletter'))
const answerTo = async (line: string) => (await here.say(secretariat, line)).text

test('an entity that joins on a day to come is neither called nor counted silent before it, and both from then on', async () => {
  expect(await answerTo('/newsletter open Nov-Dec closes:2027-01-08')).toContain('45 entities are called')
  for (const line of ['/newsletter status', '/newsletter coverage', '/newsletter call'])
    expect(await answerTo(line), line).not.toContain('ZED')
  expect(await answerTo('/newsletter nudge ZED')).toContain('ZED is not called for updates')
  await here.turn('2026-11-24T15:00:00Z')
  expect(heard(zoe)).toEqual([])
  expect(heard(focal('who'))).toHaveLength(1)

  await here.turn('2026-12-16T15:00:00Z')
  expect(heard(zoe)).not.toEqual([])
  expect(await answerTo('/newsletter status')).toMatch(/Nothing yet from.*IPU.*ZED/)
  expect(await answerTo('/newsletter coverage')).toContain('ZED')
})

test('an entity that leaves is called and counted until the day on which it does', async () => {
  await here.turn('2026-12-21T15:00:00Z')
  expect(await answerTo('/newsletter status')).not.toMatch(/Nothing yet from.*IPU/)
})

test('what came of an entity that has not joined yet is counted all the same', async () => {
  await answerTo('/directory add entity YAK name:"Yak Fund" joined:2027-01-05')
  await answerTo('/directory add person Yul email:yul@yak.example entity:YAK')
  await here.say('yul@yak.example', '/update post The fund trained 12 herders in Ulaanbaatar (1 Dec)')
  const status = await answerTo('/newsletter status')

  expect(status).toMatch(/From\W+YAK \(1\)/)
  expect(status).toContain('1 update from 1 entity')
})

test('an issue that closed counts those of the day on which it did', async () => {
  await answerTo('/directory add entity XRAY name:"Xray Body" joined:2027-01-12')
  await here.turn('2027-01-14T15:00:00Z')

  expect(await answerTo('/newsletter status Nov-Dec')).toMatch(/Nothing yet from.*WHO/)
  expect(await answerTo('/newsletter status Nov-Dec')).not.toContain('XRAY')
})
