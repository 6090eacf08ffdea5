import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, type Reply, secretariat, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
let here: World
beforeAll(async () => {
  here = await world({ saidAgainMs: 60_000 })
})
afterAll(() => here.end())

const count = async (table: string) =>
  (await here.database.store.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n as number

const inRoom = (channel: string) => ({
  place: { platform: 'terminal', tenant: 'local', channel, private: false },
})

const makings = [
  ['meeting', 'meetings', '/meeting schedule Rail wg:ETCIP start:"11 Dec 14:30" confirm:yes', chair],
  ['poll', 'polls', '/meeting poll open Sea wg:ETCIP slots:"14 Dec 10:00; 15 Dec 10:00" confirm:yes', chair],
  [
    'silence',
    'silence_procedures',
    '/meeting silence open "The plan" wg:ETCIP until:"11 Dec" confirm:yes',
    chair,
  ],
  ['update', 'updates', '/update post "INTERPOL trained 30 officers in Lyon (3 Nov)" confirm:yes', chair],
  ['project', 'projects', '/project add "Ports in Peru" lead:INTERPOL', chair],
  ['recommendation', 'recommendations', '/recommendation add "Train guards" country:Jordan', secretariat],
] as const

test.each(makings)(
  'the same words twice make one %s, and a button makes another, once',
  async (_, table, line, who) => {
    const before = await count(table)
    const first = await here.say(who, line)
    expect(first.outcome, first.text).toBe('done')
    const second = await here.say(who, line)
    expect(second.text).toContain(
      'You said exactly that just now, and it was done. Nothing was done a second time',
    )
    expect(second.text).toContain(first.text.split('\n')[0])
    expect(await count(table)).toBe(before + 1)

    const another = buttonNamed(second, 'Make another one')
    expect((await press(here, who, another)).outcome).toBe('done')
    const again = await press(here, who, another)
    expect(again.text).toContain('Nothing was done a second time')
    expect(await count(table)).toBe(before + 2)
  },
)

test.each(makings)('said at once, they make one %s as well', async (_, table, line, who) => {
  const before = await count(table)
  const other = line.replace(/Rail|Sea|The plan|Lyon|Ports|guards/, (word) => `${word}s`)
  const replies: Reply[] = await Promise.all([1, 2, 3].map(() => here.say(who, other)))
  expect(await count(table)).toBe(before + 1)
  expect(replies.map(({ outcome }) => outcome).sort()).toEqual(['asked', 'asked', 'done'])
})

test('what was taken back, or said by somebody else, in other words or a minute later, is made', async () => {
  const line = '/meeting schedule Air wg:ETCIP start:"16 Dec 14:30"'
  const first = await here.say(chair, line)
  const scheduled = await count('meetings')
  await press(here, chair, { ...buttonNamed(first, 'Undo: cancel it'), confirmed: true })
  expect((await here.say(chair, line)).outcome).toBe('done')
  expect((await here.say(secretariat, line)).outcome).toBe('done')
  expect((await here.say(chair, `${line} place:"Room 4"`)).outcome).toBe('done')
  expect((await here.say(chair, line)).outcome).toBe('asked')
  await here.turn('2026-12-05T12:05:00Z')
  expect((await here.say(chair, line)).outcome).toBe('done')
  expect(await count('meetings')).toBe(scheduled + 4)
})

test('the same words in another room are said to another group, and are done', async () => {
  await here.say(secretariat, '/wg bind ETCIP', inRoom('one'))
  await here.say(secretariat, '/wg bind BMLE', inRoom('two'))
  const line = '/reminder add "Bring the badges" at:"10 Dec 9:00" for:wg confirm:yes'
  expect((await here.say(secretariat, line, inRoom('one'))).text).toContain('ETCIP')
  const other = await here.say(secretariat, line, inRoom('two'))
  expect(other.text).toContain('I will remind BMLE')
})

test('an answer to a meeting is no change of it, and what somebody else has cancelled is made again', async () => {
  const line = '/meeting schedule Tide wg:ETCIP start:"17 Dec 14:30" confirm:yes'
  const meeting = /M\d+/.exec((await here.say(chair, line)).text)?.[0] ?? ''
  await here.say(chair, `/meeting rsvp ${meeting} yes`)
  await here.say(chair, `/meeting agenda add ${meeting} item:"Opening"`)
  expect((await here.say(chair, line)).text).toContain('Nothing was done a second time')
  await here.say(secretariat, `/meeting cancel ${meeting} confirm:yes`)
  expect((await here.say(chair, line)).outcome).toBe('done')
})

test('another one is offered only where another can be made', async () => {
  const scheduled = await here.say(chair, '/meeting schedule Dew wg:ETCIP start:"18 Dec 14:30" confirm:yes')
  const meeting = /M\d+/.exec(scheduled.text)?.[0] ?? ''
  const lines = [
    [secretariat, '/directory add person "Ana Silva" email:ana.silva@who.example entity:WHO confirm:yes'],
    [chair, '/reminder add "Call the host" at:"10 Dec 9:00" confirm:yes'],
    [chair, `/meeting action add ${meeting} what:"Send the plan" owner:WHO confirm:yes`],
  ] as const
  for (const [who, line] of lines) {
    expect((await here.say(who, line)).outcome, line).toBe('done')
    for (const again of [1, 2]) {
      const second = await here.say(who, line)
      expect(second.text, `${line} ${again}`).toMatch(/already/)
      expect(second.text).not.toContain('Make another one')
    }
  }
})
