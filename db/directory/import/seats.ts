import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Seats } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { dayAfter, firstDay } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { type Recorder, recordChange } from '../edit/changes.ts'

/** A person's seat in a group for an entity, as it stands on record. */
export interface StandingSeat extends Pick<Seats, 'id' | 'groupId' | 'entityId' | 'seat' | 'personId'> {
  readonly name: string
  readonly from: Day | null
  /** The first day after it; null while it lasts. */
  readonly until: Day | null
}

/** Every seat on record in these groups. */
export async function seatsIn(db: Db, groupIds: readonly number[]): Promise<readonly StandingSeat[]> {
  return groupIds.length === 0 ? [] : inGroups(db, { groupIds: [...groupIds] })
}

const inGroups = statement((db, given: Params<{ groupIds: number[] }>) =>
  db
    .selectFrom('seats as s')
    .innerJoin('people as p', 'p.id', 's.personId')
    .select(['s.id', 's.groupId', 's.entityId', 's.seat', 's.personId', 'p.name'])
    .select(({ ref }) => [firstDay(ref('s.during')).as('from'), dayAfter(ref('s.during')).as('until')])
    .where(({ ref }) => sql<boolean>`${ref('s.groupId')} = any (${given.groupIds}::int[])`)
    .orderBy('s.id'),
)

interface NewSeat extends Pick<Seats, 'groupId' | 'entityId' | 'seat' | 'personId'> {
  readonly from: Day
  readonly until: Day | null
  /** Seats that end the day before. */
  readonly ends: readonly number[]
}

/** Seats a person as a list has it; gives the number of the change, by which it is taken back. */
export async function importSeat(trx: Trx, seat: NewSeat, recorder: Recorder): Promise<number> {
  const { groupId, entityId, personId, from, until, ends } = seat
  const ended = await endOn(trx, ends, from)
  const { id } = await trx
    .insertInto('seats')
    .values({
      groupId,
      entityId,
      seat: seat.seat,
      personId,
      during: sql<string>`daterange(${from}::date, ${until}::date)`,
      source: recorder.source ?? null,
      recordedBy: recorder.by,
      recordedAt: recorder.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return recordChange(
    trx,
    {
      kind: 'seat',
      recordId: id,
      before: { seats: ended },
      after: { seat: seat.seat, groupId, entityId, personId, from },
    },
    recorder,
  )
}

/** Ends a seat as a list has it; gives the number of the change, which takes no seat away when it is taken back. */
export async function endImportedSeat(trx: Trx, id: number, until: Day, recorder: Recorder): Promise<number> {
  const ended = await endOn(trx, [id], until)
  return recordChange(
    trx,
    { kind: 'seat', recordId: id, before: { seats: ended, stays: true }, after: { until } },
    recorder,
  )
}

/** These seats as they were before they ended. */
async function endOn(trx: Trx, ids: readonly number[], on: Day) {
  if (ids.length === 0) return []
  const before = await trx
    .selectFrom('seats')
    .select(['id'])
    .select(({ ref }) => sql<string>`${ref('during')}::text`.as('during'))
    .where('id', 'in', ids)
    .forUpdate()
    .execute()
  await trx
    .updateTable('seats')
    .set(({ ref }) => ({ during: sql<string>`daterange(${firstDay(ref('during'))}, ${on}::date)` }))
    .where('id', 'in', ids)
    .execute()
  return before
}
