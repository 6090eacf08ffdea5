import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { features } from '../../../commands/index.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import { rulesOf } from '../../../src/core/feature/rulesOf.ts'
import { concerned, settle } from '../../../src/delivery/amend/settle.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

describe('a reminder that was delivered', () => {
  let here: World
  beforeEach(async () => {
    here = await world({ amends: true })
    await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
  })
  afterEach(() => here.end())

  /** What somebody sees now of the notice that began with these words, and its name. */
  function stands(to: string, begin: string) {
    const one = here.delivered.findLast((each) => each.to === to && each.text.startsWith(begin))
    return { key: one?.key ?? '', text: here.amended.get(one?.key ?? '') ?? one?.text ?? '' }
  }

  test('loses its buttons wherever it stands once somebody did what it asks, and says who', async () => {
    await here.say(secretariat, '/directory add person "OPCW two" email:two@opcw.example entity:OPCW')
    await here.say(focal('interpol'), '/meeting action add M1 what:Draft owner:OPCW due:"10 Dec"')
    await here.turn('2026-12-10T12:00:00Z')
    expect(stands('two@opcw.example', 'An action of OPCW').text).toContain('[Done]')
    await here.say(focal('opcw'), '/meeting action done A1')

    for (const to of [focal('opcw'), 'two@opcw.example']) {
      for (const begin of ['An action of OPCW is due today', 'INTERPOL focal point gave OPCW an action']) {
        expect(stands(to, begin).text).toMatch(/✓ Done by OPCW focal point, .*10 Dec 2026/)
        expect(stands(to, begin).text).not.toContain('[Done]')
      }
    }
  })

  test('has them again when that is undone', async () => {
    await here.say(focal('interpol'), '/meeting action add M1 what:Draft owner:OPCW due:"10 Dec"')
    await here.turn('2026-12-10T12:00:00Z')
    await here.say(focal('opcw'), '/meeting action done A1')
    await here.say(focal('opcw'), '/meeting action done A1 reopen:yes')

    expect(stands(focal('opcw'), 'An action of OPCW').text).toContain('[Done]')
    expect(stands(focal('opcw'), 'An action of OPCW').text).not.toContain('✓')
  })

  test('is left alone where the answer to a press stands in its place', async () => {
    await here.say(focal('interpol'), '/meeting action add M1 what:Draft owner:OPCW due:"10 Dec"')
    await here.turn('2026-12-10T12:00:00Z')
    const { key } = stands(focal('opcw'), 'An action of OPCW')
    await here.say(focal('opcw'), '/meeting action done A1', { pressed: key })

    expect(here.amended.has(key)).toBe(false)
  })

  test('of a meeting loses them once its reader has answered', async () => {
    await here.turn('2026-12-11T13:30:00Z')
    await here.say(focal('cted'), '/meeting rsvp M1 yes')

    expect(stands(focal('cted'), 'Reminder, tomorrow').text).toContain('✓ Answered by CTED focal point')
    expect(stands(focal('unodc'), 'Reminder, tomorrow').text).toContain('[Yes]')
  })

  test('of a meeting keeps them in a room when one has answered, and loses them once it is cancelled', async () => {
    const place = { platform: 'terminal', tenant: 'local', channel: '#etcip', private: false }
    await here.say(focal('interpol'), '/wg bind ETCIP', { place })
    await here.turn('2026-12-11T13:30:00Z')
    const shown = () => [...here.amended.values()].filter((text) => text.includes('Why here'))
    expect(here.announced.map(({ text }) => text).join()).toContain('[Yes]')
    await here.say(focal('cted'), '/meeting rsvp M1 yes')

    expect(shown()).toEqual([])
    await here.say(focal('interpol'), '/meeting cancel M1')
    await here.press(focal('interpol'), 'meeting cancel', { meeting: 'M1' }, true)
    expect(shown()).toEqual([expect.stringContaining('✓ No longer so by INTERPOL focal point')])
  })

  test('of a poll loses them once its reader has voted, and all of them once it is closed', async () => {
    const opened = await here.say(
      focal('interpol'),
      '/meeting poll open Next wg:ETCIP slots:"21 Dec 10:00; 22 Dec 10:00" until:"2026-12-15 12:00"',
    )
    expect(opened.text).toContain('P1')
    await here.turn('2026-12-14T12:00:00Z')
    await here.press(focal('cted'), 'meeting poll vote', { poll: 'P1', slots: '1' })
    const voted = stands(focal('cted'), 'You have not voted').text
    const other = stands(focal('unodc'), 'You have not voted').text
    const question = stands(focal('unodc'), 'Which time suits you').text
    const closed = await here.press(focal('interpol'), 'meeting poll close', { poll: 'P1' }, true)

    expect(closed.text).toContain(
      'Nobody is written to: what those who were asked were sent says that it is closed.',
    )
    expect(voted).toContain('✓ Voted by CTED focal point')
    expect(other).toContain('[Vote]')
    expect(question).not.toContain('✓')
    for (const asked of ['You have not voted', 'Which time suits you'])
      expect(stands(focal('unodc'), asked).text).toContain('✓ Closed by INTERPOL focal point')
    await here.press(focal('interpol'), 'meeting poll close', { poll: 'P1', reopen: 'yes' }, true)
    expect(stands(focal('unodc'), 'Which time suits you').text).toBe(question)
  })

  test('that its reader puts off says until when, and has its buttons again when that is undone', async () => {
    await here.say(focal('interpol'), '/meeting action add M1 what:Draft owner:OPCW due:"10 Dec"')
    await here.turn('2026-12-10T12:00:00Z')
    await here.say(focal('opcw'), '/reminder snooze until:"tomorrow morning"')
    const put = stands(focal('opcw'), 'An action of OPCW').text
    expect(put).toContain('Snoozed until Fri 11 Dec 2026, 09:00')
    expect(put).toContain('[Done]')
    expect(put).not.toContain('[Tomorrow morning]')
    await here.press(focal('opcw'), 'reminder unsnooze', { snooze: 'Z1' })

    expect(stands(focal('opcw'), 'An action of OPCW').text).toContain('[Tomorrow morning]')
    expect(stands(focal('opcw'), 'An action of OPCW').text).not.toContain('Snoozed')
  })

  test('that was said again once more loses its buttons with the first when it is done', async () => {
    await here.say(focal('interpol'), '/meeting action add M1 what:Draft owner:OPCW due:"10 Dec"')
    await here.turn('2026-12-10T12:00:00Z')
    await here.say(focal('opcw'), '/reminder snooze until:1h')
    await here.turn('2026-12-10T13:00:00Z')
    await here.say(focal('opcw'), '/reminder snooze until:1h')
    expect(stands(focal('opcw'), 'Again, as you asked').text).toContain('Snoozed until')
    await here.turn('2026-12-10T14:00:00Z')
    const again = here.delivered.filter(({ text }) =>
      text.startsWith('Again, as you asked: An action of OPCW'),
    )
    expect(again).toHaveLength(2)
    await here.say(focal('opcw'), '/meeting action done A1')

    for (const { key } of again) expect(here.amended.get(key)).toContain('✓ Done by OPCW focal point')
    expect(stands(focal('opcw'), 'An action of OPCW').text).toContain('✓ Done')
  })

  test('of one’s own offers nothing any more once it is cancelled', async () => {
    await here.say(focal('opcw'), '/reminder add Stretch at:"tomorrow 10:00" repeat:daily')
    await here.turn('2026-11-22T12:00:00Z')
    expect(stands(focal('opcw'), 'Reminder: Stretch').text).toContain('[Again in an hour]')
    await here.say(focal('opcw'), '/reminder cancel R1')

    expect(stands(focal('opcw'), 'Reminder: Stretch').text).toContain('✓ Cancelled by OPCW focal point')
  })

  test('stands as its record was left, though another process settled it since it was looked up', async () => {
    await here.say(focal('interpol'), '/meeting action add M1 what:Draft owner:OPCW due:"10 Dec"')
    await here.turn('2026-12-10T12:00:00Z')
    const { kysely } = here.database.store
    const [rules, now] = [rulesOf(features), here.clock.now()]
    const change = { subject: 'meeting:1', by: 'OPCW focal point' }
    const seen = await kysely.transaction().execute((trx) => concerned(trx, rules, change, now))
    await here.say(focal('opcw'), '/meeting action done A1')
    await kysely.updateTable('actionItems').set({ status: 'open' }).where('id', '=', 1).execute()
    const changed = await kysely.transaction().execute((trx) => settle(trx, rules, seen, change, now))

    expect(changed).toBeGreaterThan(0)
    await here.turn('2026-12-10T12:01:00Z')
    expect(stands(focal('opcw'), 'An action of OPCW').text).toContain('[Done]')
  })

  test('of an issue loses them once the entity has sent something, and has them again if that is withdrawn', async () => {
    await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')
    await here.turn('2026-11-23T16:00:00Z')
    await here.say(
      focal('iom'),
      '/update post "IOM trained 30 border officials in Amman on 20 November 2026."',
    )
    const sent = stands(focal('iom'), 'No. 1').text
    const other = stands(focal('opcw'), 'No. 1').text
    await here.say(focal('iom'), '/update withdraw U1')
    await here.press(focal('iom'), 'update withdraw', { update: 'U1' }, true)

    expect(sent).toContain('✓ Settled by IOM focal point')
    expect(other).toContain('[Nothing to report]')
    expect(stands(focal('iom'), 'No. 1').text).toContain('[Nothing to report]')
  })
})

test('what the platform could not change is tried again, and given up where the message is gone', async () => {
  const tries: string[] = []
  let kind: 'retryable' | 'gone' = 'retryable'
  const here = await world({
    async amends(key) {
      tries.push(key)
      throw new DeliveryError('not now', { kind })
    },
  })
  await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
  await here.say(focal('interpol'), '/meeting action add M1 what:Draft owner:OPCW due:"10 Dec"')
  await here.say(focal('opcw'), '/meeting action done A1')
  expect(tries).toHaveLength(1)
  await here.turn('2026-11-21T12:03:00Z')
  expect(tries).toHaveLength(2)
  kind = 'gone'
  await here.turn('2026-11-21T12:06:00Z')
  await here.turn('2026-11-21T12:09:00Z')
  await here.end()

  expect(tries).toHaveLength(3)
})
