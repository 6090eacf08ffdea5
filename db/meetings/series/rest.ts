import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Meetings } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import { day } from '../../store/expressions.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Given, statement } from '../../store/statement.ts'
import { type Meeting, meetingRows } from '../rows.ts'

interface Rest {
  readonly seriesId: number
  /** From this day of the rule on. */
  readonly from: Day
  readonly status: Meetings['status']
}

/** The meetings of a series from a day of its rule on that have a status, the first first, locked. */
export async function restOf(
  trx: Trx,
  rest: Rest,
): Promise<readonly (Meeting & Readonly<Pick<Meetings, 'changedAt'>>)[]> {
  return ofSeries(trx, rest)
}

const ofSeries = statement((db, given: Given<Rest>) =>
  meetingRows(db)
    .select('m.changedAt')
    .where('m.seriesId', '=', given.seriesId)
    .where('m.seriesDay', '>=', day(given.from))
    .where('m.status', '=', given.status)
    .orderBy('m.seriesDay')
    .forUpdate('m'),
)

/** Sets the status of several meetings at once. */
export async function setStatuses(
  trx: Trx,
  ids: readonly number[],
  to: { readonly status: Meetings['status']; readonly reason: string | null },
  now: Date,
): Promise<void> {
  await set(trx, { ids, ...to, now })
}

const set = statement(
  (
    db,
    given: Given<{
      ids: readonly number[]
      status: Meetings['status']
      reason: string | null
      now: Date
    }>,
  ) =>
    db
      .updateTable('meetings')
      .set((eb) => ({
        status: given.status,
        cancelledReason: given.reason,
        changedAt: given.now,
        sequence: eb('sequence', '+', 1),
      }))
      .where('id', '=', sql<number>`any (${given.ids}::int[])`),
)

/** Gives meetings to another series as they are. */
export async function carryOver(trx: Trx, ids: readonly number[], seriesId: number): Promise<void> {
  if (ids.length > 0) await carry(trx, { ids, seriesId })
}

const carry = statement((db, given: Given<{ ids: readonly number[]; seriesId: number }>) =>
  db
    .updateTable('meetings')
    .set({ seriesId: given.seriesId })
    .where('id', '=', sql<number>`any (${given.ids}::int[])`),
)

export interface Replanned extends Readonly<Pick<Meetings, 'id' | 'startsAt'>> {}

/** Gives several meetings their new times, and what they have alike. */
export async function replan(
  trx: Trx,
  meetings: readonly Replanned[],
  alike: Readonly<Pick<Meetings, 'title' | 'minutes' | 'zone' | 'place' | 'link'>> & {
    readonly seriesId: number
  },
  now: Date,
): Promise<void> {
  const times = meetings.map(({ id, startsAt }) => ({ id, startsAt: startsAt.toISOString() }))
  await change(trx, { ...alike, times: asRecords(times), now })
}

const change = statement(
  (
    db,
    given: Given<
      Pick<Meetings, 'title' | 'minutes' | 'zone' | 'place' | 'link'> & {
        seriesId: number
        times: string
        now: Date
      }
    >,
  ) =>
    db
      .updateTable('meetings as m')
      .from(records<Replanned>(given.times, { id: 'int', startsAt: 'timestamptz' }))
      .set((eb) => ({
        title: given.title,
        startsAt: eb.ref('n.startsAt'),
        minutes: given.minutes,
        zone: given.zone,
        place: given.place,
        link: given.link,
        seriesId: given.seriesId,
        changedAt: given.now,
        sequence: eb('m.sequence', '+', 1),
      }))
      .whereRef('m.id', '=', 'n.id'),
)
