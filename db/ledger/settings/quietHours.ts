import { sql } from 'kysely'
import type { ReminderSettings } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** The quiet hours that somebody set, in minutes after midnight by the clock of their IANA zone. */
export interface OwnQuietHours {
  readonly personId: number
  readonly zone: string
  readonly from: NonNullable<ReminderSettings['quietFrom']>
  readonly to: NonNullable<ReminderSettings['quietTo']>
}

/** Of these people, those who set quiet hours. */
export async function quietHoursOf(db: Db, people: readonly number[]): Promise<readonly OwnQuietHours[]> {
  if (people.length === 0) return []
  const rows = await set(db, { people: [...new Set(people)] })
  return rows.flatMap(({ from, to, ...who }) => (from === null || to === null ? [] : [{ ...who, from, to }]))
}

const set = statement((db, given: Params<{ people: number[] }>) =>
  db
    .selectFrom('reminderSettings as s')
    .innerJoin('people as p', 'p.id', 's.personId')
    .select(['s.personId', 'p.zone', 's.quietFrom as from', 's.quietTo as to'])
    .where('s.personId', '=', sql<number>`any(${given.people}::int[])`)
    .where('s.quietFrom', 'is not', null),
)
