import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { features } from '../../commands/index.ts'
import { meetingAhead } from '../../commands/meeting/rules.ts'
import type { Trx } from '../../db/store/db.ts'
import type { Lead } from '../../src/core/feature/lead.ts'
import { daysBefore, minutesBefore } from '../../src/core/feature/rule.ts'
import { rulesOf } from '../../src/core/feature/rulesOf.ts'
import { dueNotices } from '../../src/delivery/due/due.ts'
import { plainMessage } from '../support/plain.ts'
import { focal, type World, world } from '../support/world.ts'

test('no two rules share a key, and each says who is told and what stops it', () => {
  const rules = rulesOf<Trx>(features)
  const keys = rules.map(({ key }) => key)

  expect(keys.length).toBeGreaterThan(0)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { about, audience, moments, stops } of rules) {
    expect([about, stops, ...audience.map(({ who }) => who)].join('')).not.toBe('')
    expect(new Set(moments.map(({ name }) => name)).size).toBe(moments.length)
  }
})

describe('the rule of a meeting ahead', () => {
  let here: World

  beforeEach(async () => {
    here = await world({ now: '2026-10-01T12:00:00Z' })
  })

  afterEach(() => here.end())

  /** What it would say at an instant to everybody, each sentence once. */
  async function said(at: string, moments: readonly Lead[]): Promise<readonly string[]> {
    const notices = await here.bot.services.store.kysely.transaction().execute(async (trx) => {
      const found = []
      for (const addressees of meetingAhead.audience) {
        found.push(...(await dueNotices(trx, { ...meetingAhead, moments }, addressees, new Date(at), 500)))
      }
      return found
    })
    return [...new Set(notices.map(({ message }) => plainMessage(message).split(':')[0] ?? ''))]
  }

  test('fires at whatever moments it is given', async () => {
    await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')

    expect(await said('2026-12-09T13:30:00Z', [daysBefore(3)])).toEqual(['Reminder, in 3 days'])
    expect(await said('2026-12-09T13:29:00Z', [daysBefore(3)])).toEqual([])
    expect(await said('2026-12-12T12:31:00Z', [daysBefore(3), minutesBefore(60)])).toEqual([
      'Reminder, in 60 minutes',
    ])
  })

  test('counts days on the wall clock and minutes as they pass, when the clocks go back', async () => {
    // The clocks change on a Sunday, so that nobody would be reminded of it the day before.
    await here.database.store.pool.query(
      "insert into person_hours (person_id, work_from, work_to, working_days) select id, 540, 1080, '{1,2,3,4,5,6,7}' from people",
    )
    // On 25 October 2026 the clocks of Paris show 02:00 to 03:00 twice; this is the second time.
    await here.say(focal('interpol'), '/meeting schedule Night wg:ETCIP start:2026-10-25T01:30:00Z')

    expect(await said('2026-10-25T01:14:00Z', [minutesBefore(15)])).toEqual([])
    expect(await said('2026-10-25T01:15:00Z', [minutesBefore(15)])).toEqual(['Reminder, in 15 minutes'])
    expect(await said('2026-10-24T00:29:00Z', [daysBefore(1)])).toEqual([])
    expect(await said('2026-10-24T00:30:00Z', [daysBefore(1)])).toEqual(['Reminder, tomorrow'])
  })

  test('is useless once the meeting has begun, and an hour after it should have been said', () => {
    const due = { startsAt: new Date('2026-12-12T13:00:00Z') }
    const uselessAfter = (now: string) =>
      meetingAhead.uselessAfter({ ...unsaid, ...due }, new Date(now))?.toISOString()

    expect(uselessAfter('2026-12-11T13:00:00Z')).toBe('2026-12-11T14:00:00.000Z')
    expect(uselessAfter('2026-12-12T12:45:00Z')).toBe('2026-12-12T13:00:00.000Z')
  })
})

const unsaid = {
  key: 'meeting:1:0:1d:1',
  subject: 'meeting:1',
  meetingId: 1,
  title: 'Quarterly',
  groupAcronym: null,
  organizer: 'The focal point of INTERPOL',
  place: null,
  link: null,
  lead: daysBefore(1),
  response: null,
  as: 'member' as const,
  personId: 1,
  zone: 'UTC',
}
