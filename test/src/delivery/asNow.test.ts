import { afterEach, describe, expect, test } from 'vitest'

import { DeliveryError } from '../../../src/core/errors.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

const owner = focal('opcw')

async function withAction(due: string): Promise<void> {
  here = await world()
  await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
  await here.say(focal('interpol'), `/meeting action add M1 what:Draft owner:OPCW due:"${due}"`)
}

function heard(words: string, by = owner): readonly string[] {
  return here.delivered.filter((one) => one.to === by && one.text.includes(words)).map(({ text }) => text)
}

describe('what waited is said as it is when it is read', () => {
  test('after an absence, once however many of its moments passed meanwhile', async () => {
    await withAction('10 Dec')
    await here.say(owner, '/profile away "5 Dec 2026 - 11 Dec 2026"')
    await here.turn('2026-12-07T12:00:00Z')
    await here.turn('2026-12-10T12:00:00Z')
    expect(heard('An action of OPCW')).toEqual([])
    await here.turn('2026-12-12T12:00:00Z')

    expect(heard('An action of OPCW')).toEqual([
      expect.stringContaining('An action of OPCW was due on 10 Dec 2026, 2 days ago: A1 Draft'),
    ])
  })

  test('in a weekly brief, where two moments of one action are one line', async () => {
    await withAction('10 Dec')
    await here.say(owner, '/reminder settings weekly:0')
    await here.turn('2026-12-07T12:00:00Z')
    await here.turn('2026-12-10T12:00:00Z')
    await here.turn('2026-12-14T12:00:00Z')
    const [brief, ...more] = heard('Your Monday brief')

    expect(more).toEqual([])
    expect(brief).toContain('was due on 10 Dec 2026, 4 days ago')
    expect(brief).not.toContain('due in 3 days')
  })

  test('after days for which it was snoozed', async () => {
    await withAction('10 Dec')
    await here.turn('2026-12-07T12:00:00Z')
    await here.say(owner, '/reminder snooze until:"9 Dec 2026 10:00"')
    await here.turn('2026-12-09T12:00:00Z')

    expect(heard('Again, as you asked')).toEqual([
      expect.stringContaining('Again, as you asked: An action of OPCW is due in 1 day, on 10 Dec 2026'),
    ])
    expect(heard('Again, as you asked')[0]).toContain('Why you: you are at OPCW')
  })

  test('of a meeting, after a night in which nobody worked', async () => {
    here = await world()
    await here.say(focal('who'), '/reminder settings quiet:22:00-07:00')
    await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
    await here.turn('2026-12-12T02:00:00Z')
    await here.turn('2026-12-12T08:00:00Z')
    const [words] = heard('Reminder', focal('who')).filter((text) => text.includes('Quarterly'))

    expect(words).toContain('Reminder, in 6 hours: Quarterly')
  })

  test('of an issue of the newsletter that closes', async () => {
    here = await world({ now: '2026-11-24T15:00:00Z' })
    await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
    await here.turn('2026-11-24T15:10:00Z')
    await here.say(owner, '/profile away "5 Jan 2027 - 6 Jan 2027"')
    await here.turn('2027-01-06T15:00:00Z')
    await here.turn('2027-01-07T15:00:00Z')
    const said = heard('closes').map((text) => text.split('\n')[0])

    expect(said).toEqual([expect.stringContaining('closes tomorrow')])
  })
})

test('what could not be delivered in its time says when it was to be said', async () => {
  let away = true
  here = await world({
    async post() {
      if (away) throw new DeliveryError('away', { kind: 'retryable', afterSeconds: 3_000 })
    },
  })
  await here.say(owner, '/reminder add Call at:"in 1 hour"')
  await here.turn('2026-11-21T13:00:00Z')
  away = false
  await here.turn('2026-11-21T15:00:00Z')

  expect(heard('Reminder: Call')).toEqual([
    expect.stringContaining('Late: this was to be said Sat 21 Nov 2026, 14:00 (Europe/Amsterdam)'),
  ])
})
