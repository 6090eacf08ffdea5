import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Handovers } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { holdRow } from '../../store/holdRow.ts'
import { type Params, statement } from '../../store/statement.ts'
import type { PendingHandover } from './handover.ts'
import type { HandoverSubject } from './load.ts'

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

/** A handover that waits for its day, held until the transaction ends. */
export async function lockWaiting(trx: Trx, id: number): Promise<PendingHandover | undefined> {
  return trx
    .selectFrom('handovers as h')
    .innerJoin('people as p', 'p.id', 'h.toPerson')
    .innerJoin('people as o', 'o.id', 'h.askedBy')
    .select(['h.id', 'h.fromPerson', 'h.toPerson', 'h.groupId', 'h.role', 'h.onDay', 'h.withReminders'])
    .select(['h.askedBy', 'p.name as toName', 'p.entityId as toEntity', 'o.name as askedName'])
    .where('h.id', '=', id)
    .where('h.doneAt', 'is', null)
    .where('h.withdrawnAt', 'is', null)
    .forUpdate('h')
    .executeTakeFirst()
}

/**
 * A handover of the same that waits for its day, the first of them. Whoever orders another one at once waits until this
 * transaction ends.
 */
export async function waitingLike(
  trx: Trx,
  handed: HandoverSubject,
): Promise<
  { readonly id: number; readonly toPerson: number; readonly toName: string; readonly onDay: Day } | undefined
> {
  await holdRow(
    trx,
    handed.kind === 'person' ? 'people' : 'workingGroups',
    handed.kind === 'person' ? handed.id : handed.groupId,
  )
  return trx
    .selectFrom('handovers as h')
    .innerJoin('people as p', 'p.id', 'h.toPerson')
    .select(['h.id', 'h.toPerson', 'p.name as toName', 'h.onDay'])
    .where('h.doneAt', 'is', null)
    .where('h.withdrawnAt', 'is', null)
    .where((eb) =>
      handed.kind === 'person'
        ? eb('h.fromPerson', '=', handed.id)
        : eb.and([eb('h.groupId', '=', handed.groupId), eb('h.role', '=', handed.role)]),
    )
    .orderBy('h.onDay')
    .limit(1)
    .executeTakeFirst()
}

/** Calls a handover off before its day. */
export async function withdrawHandover(trx: Trx, id: number, now: Date): Promise<void> {
  await trx.updateTable('handovers').set({ withdrawnAt: now }).where('id', '=', id).execute()
}
