import { afterAll, beforeAll, expect, test } from 'vitest'

import { features } from '../../../../commands/index.ts'
import { createBot } from '../../../../src/bot/bot.ts'
import { createLog } from '../../../../src/process/log.ts'
import { plainMessage } from '../../../support/plain.ts'
import { focal, type World, world } from '../../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const [who, other] = [focal('unodc'), focal('cted')]
const text = 'UNODC trained 40 prosecutors in Nairobi on 18 November 2026'

test('“it” is the record that was seen or changed last, by whatever verb', async () => {
  await here.say(who, `/update post "${text}"`)
  expect((await here.say(who, 'change the date to 19 Nov')).text).toContain('19 Nov 2026')
  expect((await here.say(who, 'change its place to Mombasa')).text).toMatch(/Changed U1[\s\S]*Mombasa/)
  expect((await here.say(who, 'please withdraw it')).text).toContain('Withdrawn U1')
  expect((await here.say(who, 'Restore that one.')).text).toContain('U1')
  expect((await here.say(who, 'show my last update')).text).toContain('U1, proposed')

  await here.say(who, '/reminder add "call the donor" at:"tomorrow 15:00"')
  expect((await here.say(who, 'move it to Thursday 10am')).text).toMatch(/R1[\s\S]*Thu/)
  expect((await here.say(who, 'delete that reminder')).text).toContain('R1')
})

test('whether “it” is what was seen is asked after something else, or some minutes later, and yes does it', async () => {
  await here.say(who, '/update show U1')
  await here.say(who, '/directory find CTED')
  const asked = await here.say(who, 'withdraw it')
  expect(asked.outcome).toBe('refused')
  expect(asked.text).toContain('Did you mean U1, which you saw or changed last? Nothing was done.')
  expect((await here.say(who, 'yes')).text).toContain('Withdrawn U1')

  await here.say(who, '/update restore U1')
  await here.say(who, '/directory find CTED')
  expect((await here.say(who, 'withdraw it')).text).toContain('Did you mean U1')
  expect((await here.say(who, 'what can I press?')).text).toContain('1 “Yes: withdraw U1”')
  expect((await here.say(who, 'option 1')).text).toContain('Withdrawn U1')

  await here.turn('2026-11-21T12:10:00Z')
  expect((await here.say(who, 'restore it')).text).toContain('Did you mean U1')
  await here.turn('2026-11-21T12:45:00Z')
  expect((await here.say(who, 'restore it')).text).not.toContain('U1')
})

test('“it” is neither another person’s nor of another kind than is named, and a process that did not show it knows it', async () => {
  const replica = createBot({
    ...{ features, store: here.database.store, clock: here.clock, log: createLog('silent') },
  })
  await here.say(who, '/update restore U1')
  const place = { platform: 'terminal', tenant: 'local', channel: 'x', private: true } as const
  const answer = await replica.dispatch({
    ...{ caller: { platform: 'terminal', tenant: 'local', account: who }, place, vouchedEmail: who },
    input: { kind: 'line', text: 'withdraw this' },
  })
  await replica.stop()
  expect(plainMessage(answer.message)).toContain('Withdrawn U1')

  await here.say(who, '/update restore U1')
  expect((await here.say(other, 'withdraw it')).text).not.toContain('U1')
  expect((await here.say(who, 'cancel that meeting')).text).not.toContain('U1')
})

test('what was seen last is shown once more, however that is asked for', async () => {
  await here.say(who, '/update show U1')
  for (const line of ['read that again', 'say it again', 'Please repeat that.', 'show me this once more'])
    expect((await here.say(who, line)).text, line).toMatch(/^U1, /)
})

test('a sentence that leaves out its meeting is about the one seen last: it is shown at once, and asked about before it changes', async () => {
  const chair = focal('interpol')
  await here.say(chair, '/meeting schedule "Port call" wg:ETCIP start:"10 Dec 15:00" confirm:yes')

  expect((await here.say(chair, 'who said no?')).text).toContain('Port call')
  const asked = await here.say(chair, 'remind those who have not answered')
  expect(asked.text).toContain('Did you mean M1, which you saw or changed last? Nothing was done.')
  expect((await here.say(chair, 'yes')).text).toContain('people are asked once more')

  expect((await here.say(chair, 'cancel the reminder')).text).not.toContain('M1')
  expect((await here.say(chair, 'send the link https://example.org/call')).text).not.toContain('M1')
})

test('a sentence without its meeting is for the one under way, and is asked about after a look at another one', async () => {
  const chair = focal('interpol')
  const there = await world({ now: '2026-11-23T09:00:00Z' })
  try {
    for (const line of [
      '/meeting schedule Drones wg:ETCIP start:"23 Nov 10:30" confirm:yes',
      '/meeting schedule Borders wg:ETCIP start:"10 Dec 10:30" confirm:yes',
      '/meeting agenda add M1 Opening',
      '/meeting agenda add M2 Opening',
    ])
      await there.say(chair, line)
    await there.turn('2026-11-23T09:31:00Z')
    await there.say(chair, '/meeting start M1')
    expect((await there.say(other, 'give item 1 10 minutes')).text).toContain('agenda of M1 Drones')
    await there.say(chair, '/meeting show M2')
    const asked = await there.say(chair, 'rename item 1 to Welcome')
    expect([asked.outcome, asked.text]).toEqual(['refused', expect.stringContaining('Did you mean M2')])
    expect((await there.say(chair, 'For M1, under way')).text).toContain('agenda of M1 Drones: Welcome')
    await there.say(chair, '/directory find CTED')
    expect((await there.say(chair, 'give item 1 5 minutes')).text).toContain('agenda of M1 Drones')
  } finally {
    await there.end()
  }
})
