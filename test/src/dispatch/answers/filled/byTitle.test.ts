import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../../support/world.ts'

let here: World
const chair = focal('interpol')

beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  for (const line of [
    '/meeting schedule "Rail security" wg:ETCIP start:"10 Dec 2026 15:00"',
    '/meeting schedule "Plenary" wg:ETCIP start:"11 Dec 2026 15:00"',
    '/meeting schedule "Weekly" wg:ETCIP start:"3 Dec 2026 15:00"',
    '/meeting schedule "Weekly" wg:ETCIP start:"17 Dec 2026 15:00"',
    '/meeting schedule "أمن السكك الحديدية" wg:ETCIP start:"14 Dec 2026 15:00"',
  ])
    expect((await here.say(chair, line)).outcome).toBe('done')
})
afterAll(() => here.end())

describe('a meeting may stand by its title before whatever else a command takes', () => {
  test.each([
    ['/meeting agenda add rail security drones 10 min', 'on the agenda of M1 Rail security: drones (10 min)'],
    ['/meeting agenda add "Rail security" "Ports and borders" 15', 'Ports and borders (15 min)'],
    ['/meeting agenda add the Rail Security call: airports', 'on the agenda of M1 Rail security: airports'],
    ['/meeting agenda add seaports to rail security', 'on the agenda of M1 Rail security: seaports'],
    ['/meeting agenda add plenary opening', 'on the agenda of M2 Plenary: opening'],
    ['/meeting agenda add أمن السكك الحديدية drones 10 min', 'M5 أمن السكك الحديدية: drones (10 min)'],
    [
      '/meeting action add rail security write to IMO by 15 Dec',
      'Recorded for M1 Rail security: A1 write to IMO',
    ],
    ['/reminder add "Bring slides" 1 day before rail security', 'Bring slides'],
  ])('%s', async (line, expected) => {
    const { outcome, text } = await here.say(chair, line)

    expect([outcome, text]).toEqual(['done', expect.stringContaining(expected)])
  })

  test('and so may another record', async () => {
    await here.say(
      chair,
      '/meeting poll open "Drones call" wg:ETCIP slots:"14 Dec 10:00, 15 Dec 10:00" until:"1 Dec 18:00"',
    )
    expect((await here.say(chair, '/meeting poll vote drones call 2')).text).toContain(
      'Your vote in P1 Drones call',
    )
    expect((await here.say(chair, '/meeting agenda remove rail security seaports')).text).toContain(
      'Taken off the agenda of M1 Rail security: seaports',
    )
    await here.say(chair, '/reminder add "Send the report" at:"27 Nov 09:00"')
    const moved = await here.say(chair, '/reminder edit send the report to 28 Nov 10:00')
    expect([moved.outcome, moved.text]).toEqual(['done', expect.stringContaining('28 Nov 2026, 10:00')])
  })

  test('and is cancelled with the reason behind it, by whoever may', async () => {
    const line = '/meeting cancel Plenary no quorum'
    const member = await here.say(focal('iom'), line)
    expect([member.outcome, member.text]).toEqual(['refused', expect.stringContaining('chair')])
    expect((await here.say(chair, '/meeting show M2')).text).not.toContain('cancelled')

    const asked = await here.say(chair, line)
    expect(asked.text).toContain('Cancel the meeting M2 Plenary')
    expect(asked.text).toContain('“no quorum”')
  })
})

test('where several meetings have the title it is asked which one, and nothing is changed before', async () => {
  const { outcome, text, answer } = await here.say(chair, '/meeting agenda add weekly budget 20 min')
  expect([outcome, text]).toEqual(['refused', expect.stringContaining('Several are called “Weekly”')])

  const buttons = answer.message.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
  expect(buttons.map(({ label }) => label)).toEqual(['M3 Weekly, 3 Dec 2026', 'M4 Weekly, 17 Dec 2026'])
  const [, second] = buttons
  const added = await here.press(chair, second?.command ?? '', second?.values ?? {})
  expect(added.text).toContain('on the agenda of M4 Weekly: budget (20 min)')
})

test('a word of a sentence that is also a title names no meeting, nor does half a title', async () => {
  for (const line of ['/meeting agenda add report of the plenary', '/meeting agenda add rail tunnels']) {
    const { text } = await here.say(secretariat, line)
    expect([line, text]).toEqual([line, expect.stringContaining('still needs: meeting')])
  }
})

describe('a sentence that nobody knows may name a meeting by its title', () => {
  test.each([
    [
      'rename rail security to Rail and port security',
      'meeting edit',
      { meeting: 'M1', title: 'Rail and port security' },
    ],
    ['send the invitation for rail security to OPCW', 'meeting attendees', { meeting: 'M1', invite: 'OPCW' }],
  ])('and what it would change is offered: %s', async (line, command, values) => {
    const { outcome, answer } = await here.say(chair, line)
    expect(outcome).toBe('refused')

    const [first] = answer.message.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    expect(first).toMatchObject({ command, values })
  })

  test('but to nobody who may not make it', async () => {
    const { outcome, answer } = await here.say(focal('iom'), 'rename rail security to Ports')
    expect(outcome).toBe('refused')
    const offered = answer.message.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    expect(offered.map(({ command }) => command)).not.toContain('meeting edit')
  })

  test('and what it only looks at is shown', async () => {
    const { outcome, text } = await here.say(chair, 'how many people come to rail security')
    expect([outcome, text]).toEqual(['done', expect.stringContaining('M1')])
  })
})

test('whoever asks for a meeting that there is not is told so, and offered nothing else', async () => {
  const { outcome, text } = await here.say(chair, 'what did we decide last time')
  expect([outcome, text]).toEqual(['refused', expect.stringContaining('No meeting of yours was held')])
  expect(text).not.toContain('I am not sure')
})

test('a reminder of a number alone says which meeting that is', async () => {
  expect((await here.say(chair, 'remind me about M1 tomorrow at 9')).text).toContain(': M1 Rail security')
  expect((await here.say(chair, 'remind me about 1 tomorrow at 9')).text).not.toContain('Rail')
})
