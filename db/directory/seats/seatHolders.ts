import { sql } from 'kysely'

import type { Seats } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

export interface SeatHolder extends Pick<Seats, 'personId' | 'seat'> {
  readonly name: string
}

/** Who holds these seats, by their numbers; none for one that was taken out. */
export function seatHolders(db: Db, ids: readonly number[]): Promise<readonly SeatHolder[]> {
  return holders(db, { ids: [...ids] })
}

const holders = statement((db, given: Params<{ ids: number[] }>) =>
  db
    .selectFrom('seats as s')
    .innerJoin('people as p', 'p.id', 's.personId')
    .select(['s.personId', 's.seat', 'p.name'])
    .where(({ ref }) => sql<boolean>`${ref('s.id')} = any(${given.ids}::int[])`)
    .orderBy('p.name'),
)
