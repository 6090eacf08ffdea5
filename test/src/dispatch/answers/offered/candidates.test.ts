import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buttonsOf } from '../../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../../support/world.ts'

const chair = focal('interpol')

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(chair, '/meeting schedule "Drones" wg:ETCIP start:"17 Dec 14:30" confirm:yes')
})
afterAll(() => here.end())

const labels = (reply: Awaited<ReturnType<World['say']>>) => buttonsOf(reply).map(({ label }) => label)

describe('what makes a numbered record is tried out as well', () => {
  test.each([
    ['end drones 15 minutes earlier', /^There is no command “end”/, /^\/meeting end$/],
    ['take the minutes of drones', /has not begun yet, so it has no minutes/, /^\/help$/],
    ['add Ana to drones', /^“DRONES” is the meeting M\d+ Drones and no working group/, /^Show M\d+$/],
  ])('%s', async (line, said, offered) => {
    const reply = await here.say(chair, line)
    expect(reply.text).toMatch(said)
    expect(labels(reply).filter((label) => !offered.test(label))).toEqual([])
  })
})

describe('of commands that may be meant only those that are offered are named', () => {
  test.each([
    ['delete drones', chair, /Is it one of these/, '/meeting cancel drones'],
    ['delete drones', secretariat, /Is it one of these/, '/meeting cancel drones'],
    [
      'delete WHO',
      secretariat,
      /^“\/delete” may mean \/directory retire entity\. Is it that\?/,
      '/directory retire entity WHO',
    ],
    ['/update approve U99', secretariat, /There is no update U99/, undefined],
  ])('%s', async (line, who, said, first) => {
    const reply = await here.say(who, line)
    expect(reply.text).toMatch(said)
    expect(labels(reply)[0]).toBe(first)
  })
})

test.each([
  [focal('desa'), 'new project', '/project add'],
  [secretariat, 'apply', '/directory apply'],
  [chair, 'stop the series', '/reminder stop the series'],
])(
  'a command that refuses them whatever they give, has nothing to do or knows nothing of that name is not offered: %s %s',
  async (who, line, label) => {
    expect(labels(await here.say(who, line))).not.toContain(label)
  },
)

test('two lines that are cut alike are told apart', async () => {
  const told = 'on the protection of soft targets and crowded places in the wider region of'
  for (const city of ['Nairobi', 'Naples'])
    await here.say(
      chair,
      `/meeting poll open "Workshop ${told} ${city}" wg:ETCIP slots:"14 Jan 14:30; 15 Jan 09:00" confirm:yes`,
    )
  const offered = labels(await here.say(chair, `/meeting poll show`))
  expect(new Set(offered).size).toBe(offered.length)
})
