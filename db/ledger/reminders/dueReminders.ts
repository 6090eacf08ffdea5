import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Reminders } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { day } from '../../store/expressions.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'
import type { Reminder } from './reminders.ts'

/** A reminder whose hour has come, with its reader's zone; for a group the zone in which it was set. */
export type DueReminder = Reminder & {
  readonly reader: string
  readonly setBy: string
  /** The acronym of the group that it is for. */
  readonly group: string | null
}

/** Takes reminders that are due; one replica gets each, and must say when it comes next. */
export async function takeDueReminders(trx: Trx, now: Date, limit: number): Promise<readonly DueReminder[]> {
  return takeDue(trx, { now, limit })
}

const takeDue = statement((db, given: Params<{ now: Date; limit: number }>) =>
  db
    .selectFrom('reminders as r')
    .innerJoin('people as p', 'p.id', 'r.personId')
    .leftJoin('workingGroups as g', 'g.id', 'r.groupId')
    .select(['r.id', 'r.personId', 'r.text', 'r.at', 'r.zone', 'r.groupId', 'r.urgent', 'r.rule', 'r.said'])
    .select(['r.startOn', 'r.wallMinutes', 'r.untilOn', 'r.timesLeft', 'r.note', 'p.name as setBy'])
    .select('g.acronym as group')
    .select(({ ref }) =>
      sql<string>`case when ${ref('r.groupId')} is null then ${ref('p.zone')} else ${ref('r.zone')} end`.as(
        'reader',
      ),
    )
    .where('r.status', '=', 'waiting')
    .where('r.at', '<=', given.now)
    .orderBy('r.at')
    .limit(given.limit)
    .forUpdate('r')
    .skipLocked(),
)

/** When a reminder comes next; `at` is null where it has come for the last time. */
export interface NextTime {
  readonly id: number
  readonly at: Date | null
  readonly timesLeft: number | null
  readonly note: string | null
}

export async function advanceReminders(trx: Trx, next: readonly NextTime[]): Promise<void> {
  if (next.length > 0) await advance(trx, { rows: asRecords(next) })
}

const advance = statement((db, given: Params<{ rows: string }>) =>
  db
    .updateTable('reminders as r')
    .from(records<NextTime>(given.rows, { id: 'int', at: 'timestamptz', timesLeft: 'int', note: 'text' }))
    .set(({ ref }) => ({
      status: sql<Reminders['status']>`case when ${ref('n.at')} is null then 'sent' else 'waiting' end`,
      at: sql<Date>`coalesce(${ref('n.at')}, ${ref('r.at')})`,
      timesLeft: ref('n.timesLeft'),
      note: ref('n.note'),
    }))
    .whereRef('r.id', '=', 'n.id'),
)

/** Of reminders by number, those that may still be said: neither cancelled nor their group retired. */
export async function standingReminders(
  db: Db,
  ids: readonly number[],
  today: Day,
): Promise<ReadonlySet<number>> {
  const rows = await standing(db, { ids: [...ids], today })
  return new Set(rows.map(({ id }) => id))
}

const standing = statement((db, given: Params<{ ids: number[]; today: Day }>) =>
  db
    .selectFrom('reminders as r')
    .leftJoin('workingGroups as g', 'g.id', 'r.groupId')
    .select('r.id')
    .where('r.id', '=', sql<number>`any(${given.ids}::int[])`)
    .where('r.status', '<>', 'cancelled')
    .where((eb) => eb.or([eb('g.retired', 'is', null), eb('g.retired', '>', day(given.today))])),
)
