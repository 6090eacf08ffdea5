import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Meetings } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import { day } from '../../store/expressions.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'
import { begunWhenMoved } from '../room/begunWhenMoved.ts'
import { type Meeting, meetingRows } from '../rows.ts'

interface Rest {
  /** The series and those that go on for it. */
  readonly seriesIds: readonly number[]
  /** From this day of the rule on. */
  readonly from: Day
  readonly status: Meetings['status']
}

/** The meetings of series from a day of their rule on that have a status, the first first, locked. */
export async function restOf(
  trx: Trx,
  rest: Rest,
): Promise<readonly (Meeting & Readonly<Pick<Meetings, 'cancelledWith'>>)[]> {
  return ofSeries(trx, rest)
}

const ofSeries = statement((db, given: Params<Rest>) =>
  meetingRows(db)
    .select('m.cancelledWith')
    .where('m.seriesId', '=', sql<number>`any (${given.seriesIds}::int[])`)
    .where('m.seriesDay', '>=', day(given.from))
    .where('m.status', '=', given.status)
    .orderBy('m.seriesDay')
    .forUpdate('m'),
)

/** Sets the status of several meetings at once; `cancelledWith` is the first of those that are cancelled together. */
export async function setStatuses(
  trx: Trx,
  ids: readonly number[],
  to: Readonly<Pick<Meetings, 'status' | 'cancelledWith'>> & { readonly reason: string | null },
  now: Date,
): Promise<void> {
  await set(trx, { ids, ...to, now })
}

const set = statement(
  (
    db,
    given: Params<{
      ids: readonly number[]
      status: Meetings['status']
      cancelledWith: number | null
      reason: string | null
      now: Date
    }>,
  ) =>
    db
      .updateTable('meetings')
      .set((eb) => ({
        status: given.status,
        cancelledReason: given.reason,
        cancelledWith: given.cancelledWith,
        changedAt: given.now,
        sequence: eb('sequence', '+', 1),
      }))
      .where('id', '=', sql<number>`any (${given.ids}::int[])`),
)

/** Gives meetings to another series as they are. */
export async function carryOver(trx: Trx, ids: readonly number[], seriesId: number): Promise<void> {
  if (ids.length > 0) await carry(trx, { ids, seriesId })
}

const carry = statement((db, given: Params<{ ids: readonly number[]; seriesId: number }>) =>
  db
    .updateTable('meetings')
    .set({ seriesId: given.seriesId })
    .where('id', '=', sql<number>`any (${given.ids}::int[])`),
)

export type ReplannedMeeting = Readonly<
  Pick<Meetings, 'id' | 'startsAt' | 'title' | 'kind' | 'minutes' | 'zone' | 'place' | 'link'>
>

/** Gives several meetings their new times, and what else is changed of them. */
export async function replan(trx: Trx, meetings: readonly ReplannedMeeting[], now: Date): Promise<void> {
  const rows = meetings.map(({ id, startsAt, title, kind, minutes, zone, place, link }) => ({
    ...{ id, title, kind, minutes, zone, place, link },
    startsAt: startsAt.toISOString(),
  }))
  await change(trx, { rows: asRecords(rows), now })
}

const change = statement((db, given: Params<{ rows: string; now: Date }>) =>
  db
    .updateTable('meetings as m')
    .from(
      records<ReplannedMeeting>(given.rows, {
        ...({ id: 'int', startsAt: 'timestamptz', title: 'text', kind: 'text', minutes: 'int' } as const),
        ...({ zone: 'text', place: 'text', link: 'text' } as const),
      }),
    )
    .set((eb) => ({
      ...begunWhenMoved(
        {
          startsAt: eb.ref('m.startsAt'),
          begunAt: eb.ref('m.begunAt'),
          closedAt: eb.ref('m.closedAt'),
          putOffFrom: eb.ref('m.putOffFrom'),
          putOffBegunAt: eb.ref('m.putOffBegunAt'),
          putOffClosedAt: eb.ref('m.putOffClosedAt'),
        },
        eb.ref('n.startsAt'),
      ),
      title: eb.ref('n.title'),
      kind: eb.ref('n.kind'),
      startsAt: eb.ref('n.startsAt'),
      minutes: eb.ref('n.minutes'),
      zone: eb.ref('n.zone'),
      place: eb.ref('n.place'),
      link: eb.ref('n.link'),
      changedAt: given.now,
      sequence: eb('m.sequence', '+', 1),
    }))
    .whereRef('m.id', '=', 'n.id'),
)
