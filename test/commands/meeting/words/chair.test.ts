import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

/** INTERPOL leads ETCIP, and CTED, WHO and UNODC are of it. */
const [chair, member, other] = [focal('interpol'), focal('cted'), focal('who')]

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterEach(() => here.end())

async function say(who: string, line: string): Promise<string> {
  return (await here.say(who, line)).text
}

test('a chair in a hurry runs a meeting in plain words', async () => {
  await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"10 Dec 14:30" timezone:Europe/Paris')
  expect(await say(chair, 'nudge M1')).toMatch(/^\d+ people are asked once more/)
  for (const item of ['Drones', 'Ports']) await here.say(member, `/meeting agenda add M1 item:${item}`)
  await here.turn('2026-12-10T13:25:00Z')

  expect(await say(chair, "let's start")).toContain('Started M1 Quarterly')
  expect(await say(member, "I'm here")).toContain('You are down as present at M1 Quarterly')
  expect(await say(chair, 'next item')).toContain('Now: 2. Ports')
  expect(await say(chair, 'resolved: Meet again in May')).toContain('Proposed (R1): Meet again in May')
  expect(await say(other, 'object to R1 not funded')).toContain(
    'WHO objects to R1 “Meet again in May”: not funded',
  )
  expect(await say(chair, '/meeting resolve not adopted')).toContain('R1 is not adopted')
  await here.say(chair, 'resolved: Meet in June')
  expect(await say(chair, 'adopt R2')).toContain('R2 is adopted: Meet in June')
  expect(await say(chair, 'end the meeting')).toContain('Ended M1 Quarterly')
})

test('a bare word of a meeting that goes on is done, and so are the two words of one command without its feature', async () => {
  await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"10 Dec 14:30" timezone:Europe/Paris')
  await here.turn('2026-12-10T13:25:00Z')
  await here.say(chair, '/meeting start M1')
  const proposed = await here.say(chair, 'propose The group adopts its plan')
  expect(proposed.text).toContain('Proposed (R1): The group adopts its plan')
  expect((await here.say(chair, 'end')).text).toContain('Ended M1 Quarterly')
  const opened = await here.say(
    chair,
    'poll open Spring wg:ETCIP slots: 10 Jan 14:30; 11 Jan 14:30 until: 27 Dec confirm:yes',
  )
  expect(opened.text).toContain('Opened the poll P1 Spring (ETCIP)')
})

describe('polls, texts and actions', () => {
  beforeEach(async () => {
    await here.say(
      chair,
      '/meeting poll open Spring wg:ETCIP slots:"10 Jan 14:30; 11 Jan 14:30" until:"20 Dec"',
    )
    await here.say(chair, '/meeting silence open "The work plan" wg:ETCIP until:"20 Dec 17:00"')
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"10 Dec 14:30"')
    await here.say(chair, '/meeting action add M1 what:"Circulate the draft" owner:CTED')
  })

  test('are offered and found by their words, to those of the group alone', async () => {
    const offered = (who: string, prefix: string) =>
      here.bot.suggest({
        ...{ kind: 'record', prefix, typed: '', limit: 5, vouchedEmail: who },
        caller: { platform: 'terminal', tenant: 'local', account: who },
      })

    for (const [prefix, label] of [
      ['P', 'P1 Spring'],
      ['S', 'S1 The work plan'],
      ['A', 'A1 Circulate the draft'],
    ] as const) {
      expect((await offered(member, prefix)).map((one) => one.label)).toEqual([label])
      expect(await offered(focal('unicef'), prefix)).toEqual([])
    }
    expect(await say(member, '/meeting poll vote spring slots:1')).toContain('Your vote in P1 Spring: 1 yes')
    expect(await say(chair, 'who has voted?')).toContain('P1 Spring (ETCIP), 1 h: open')
  })

  test('of a group that votes nobody is reminded that it has no date', async () => {
    await here.say(chair, '/meeting cancel M1 confirm:yes')
    await here.turn('2026-11-27T09:00:00Z')
    const deliveriesTo = () =>
      here.delivered.filter(({ text }) => text.startsWith('ETCIP has no regular meeting'))

    expect(deliveriesTo()).toEqual([])
    await here.say(chair, '/meeting poll close P1')
    await here.turn('2026-11-27T10:00:00Z')
    expect(deliveriesTo().map(({ to }) => to)).toEqual([chair])
  })

  test('a text is adopted as its time ends, whenever that is seen', async () => {
    await here.turn('2026-12-20T16:20:00Z')

    expect(await say(member, '/meeting silence list')).toContain(
      'adopted by silence on Sun 20 Dec 2026, 11:00',
    )
  })
})

test('“we don’t meet this quarter” is said of the one group that somebody leads', async () => {
  expect(await say(focal('wco'), "we don't meet this quarter")).toContain('BMLE does not meet in Q4 2026')
  await here.say(focal('wco'), '/wg cadence BMLE skip:none')
  const why = await say(focal('wco'), 'We do not meet this quarter because the review is ahead.')
  expect(why).toContain('BMLE does not meet in Q4 2026')
  expect(await say(focal('wco'), '/wg cadence BMLE')).toContain('the review is ahead')
  // It leads ETCIP and stands in for the chair of BMLE.
  expect(await say(chair, 'no meeting this quarter')).toContain('[BMLE] [ETCIP]')
})
