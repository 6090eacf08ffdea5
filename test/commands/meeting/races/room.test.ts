import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type TwoProcesses, twoProcesses } from '../../../support/faults/twoProcesses.ts'
import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, type Reply, type World } from '../../../support/world.ts'

/** CTED chairs BMLE, WCO is its co-chair; both may do all of a chair’s work. */
const [chair, other, member] = [focal('cted'), focal('wco'), focal('ohchr')]

describe('in a meeting, two at once, each through a process of its own,', () => {
  let both: TwoProcesses
  let here: World
  beforeAll(async () => {
    both = await twoProcesses({ now: '2026-12-10T13:00:00Z' })
    here = both.one
    await here.say(chair, '/meeting schedule Quarterly wg:BMLE start:"2026-12-10T13:30Z"')
    for (const item of ['Ports', 'Rail', 'Roads'])
      await here.say(member, `/meeting agenda add M1 item:${item}`)
  })
  afterAll(() => both.end())

  const line = (who: string, text: string) => (world: World) => world.say(who, text)
  const outcomes = (replies: readonly Reply[]) => replies.map(({ outcome }) => outcome)
  /** What two say while histories wait, and what was said to the one who came second and was refused. */
  async function race(
    first: readonly [string, string],
    second: readonly [string, string],
    table = 'meeting_changes',
  ) {
    const replies = await both.atOnce([table], line(...first), line(...second))
    return {
      outcomes: outcomes(replies),
      refused: replies.find(({ outcome }) => outcome === 'refused')?.text,
      said: replies,
    }
  }

  test('start it: once', async () => {
    const { outcomes, refused } = await race([chair, '/meeting start M1'], [other, '/meeting start M1'])

    expect(outcomes).toEqual(['done', 'refused'])
    expect(refused).toContain('is under way already')
  })

  test('press “Next item”: none is skipped, typed or on a card of before', async () => {
    const shown = await here.say(chair, '/meeting next M1')
    const button = buttonNamed(shown, 'Next item')
    const replies = await both.atOnce(
      ['meeting_changes'],
      (world) => press(world, chair, button),
      (world) => press(world, other, button),
    )

    expect(outcomes(replies)).toEqual(['done', 'refused'])
    expect(replies[1].text).toContain(
      'The meeting has gone on in the meantime: now 3. Roads. Nothing was changed.',
    )
  })

  test('decide a proposal in two ways: the first holds, and the second is told', async () => {
    await here.say(chair, '/meeting propose M1 text:"Meet in May"')
    const { outcomes, refused } = await race(
      [chair, '/meeting resolve M1 proposal:R1 outcome:adopted'],
      [other, '/meeting resolve M1 proposal:R1 outcome:"not adopted"'],
    )

    expect(outcomes).toEqual(['done', 'refused'])
    expect(refused).toMatch(/^R1 is adopted already; nothing was changed/)
    expect((await here.say(chair, '/meeting history M1')).text).not.toContain('R1 is not adopted')
  })

  test('raise one’s hand twice: it is up once', async () => {
    const { outcomes } = await race(
      [member, '/meeting queue M1 raise'],
      [member, '/meeting queue M1 raise'],
      'audit',
    )

    expect(outcomes).toEqual(['done', 'refused'])
    expect((await here.say(chair, '/meeting queue M1 show')).text).toContain(
      'Hands raised in Quarterly: OHCHR.',
    )
  })

  test('finish an action and hand it over: one of both holds, and whoever comes second is refused', async () => {
    await here.say(chair, '/meeting action add M1 what:"Write it up" owner:OHCHR')
    const { outcomes, refused } = await race(
      [member, '/meeting action done A1'],
      [chair, '/meeting action hand-over A1 owner:CTED'],
    )

    expect(outcomes).toEqual(['done', 'refused'])
    expect(refused).toContain('done')
  })

  test('end it and propose: nothing is proposed in a meeting that has ended', async () => {
    const { outcomes, refused } = await race(
      [chair, '/meeting end M1'],
      [other, '/meeting propose M1 text:"Once more"'],
    )

    expect(outcomes).toEqual(['done', 'refused'])
    expect(refused).toContain('has ended; nothing was changed')
  })

  test('record its outcome: both are kept, the second as a correction of the first, and says so', async () => {
    const { outcomes, said: replies } = await race(
      [chair, '/meeting hold M1 summary:"spoke of ports"'],
      [other, '/meeting hold M1 summary:"spoke of rail"'],
    )
    const history = (await here.say(member, '/meeting history M1')).text

    expect(outcomes).toEqual(['done', 'done'])
    expect(replies[1].text).toContain('It said before: spoke of ports')
    expect((await here.say(member, '/meeting show M1')).text).toContain('spoke of rail')
    expect(history).toContain('The outcome said before: “spoke of ports”')
  })
})
