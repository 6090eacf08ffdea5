import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Handovers } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** A handover that waits for its day. */
export type ComingHandover = Readonly<
  Pick<Handovers, 'fromPerson' | 'toPerson' | 'groupId' | 'role' | 'zone'>
> & {
  readonly onDay: Day
  /** The group of the role; null where all of a person is handed over. */
  readonly group: string | null
  readonly fromName: string | null
  readonly toName: string
  readonly toEntity: number | null
}

/** Handovers that wait for their day, the first first. */
export async function comingHandovers(db: Db, limit: number): Promise<readonly ComingHandover[]> {
  return waiting(db, { limit })
}

const waiting = statement((db, given: Params<{ limit: number }>) =>
  db
    .selectFrom('handovers as h')
    .innerJoin('people as p', 'p.id', 'h.toPerson')
    .leftJoin('people as f', 'f.id', 'h.fromPerson')
    .leftJoin('workingGroups as g', 'g.id', 'h.groupId')
    .select(['h.fromPerson', 'h.toPerson', 'h.role', 'h.zone', 'f.name as fromName', 'p.name as toName'])
    .select(['h.groupId', 'g.acronym as group', 'p.entityId as toEntity'])
    .select(({ ref }) => sql<Day>`${ref('h.onDay')}`.as('onDay'))
    .where('h.doneAt', 'is', null)
    .where('h.withdrawnAt', 'is', null)
    .orderBy('h.onDay')
    .orderBy('h.id')
    .limit(given.limit),
)
