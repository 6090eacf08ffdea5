import { sql } from 'kysely'

import type { People } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import { handleOf } from '../visibility/audience.ts'
import { confirmation, type Freshness } from '../visibility/freshness.ts'

/** A person with how fresh their record is. */
export interface ConfirmedPerson extends Pick<People, 'id' | 'name' | 'title'>, Freshness {
  readonly handle: string
}

/** Those of an entity who are in office, what was confirmed longest ago first. */
export async function peopleToConfirm(db: Db, entityId: number): Promise<readonly ConfirmedPerson[]> {
  return ofEntity(db, { entityId })
}

const ofEntity = statement((db, given: Params<{ entityId: number }>) =>
  db
    .selectFrom('people as p')
    .select(['p.id', 'p.name', 'p.title'])
    .select(({ ref }) =>
      handleOf({ id: ref('p.id'), email: ref('p.email'), audience: ref('p.emailFor') }).as('handle'),
    )
    .select((eb) => confirmation(eb))
    .where('p.entityId', '=', given.entityId)
    .where('p.retiredOn', 'is', null)
    .orderBy(
      ({ ref }) => ref('p.confirmedAt'),
      (order) => order.asc().nullsFirst(),
    )
    .orderBy('p.name'),
)

/** Records that what stands of these people is true today. */
export async function confirmPeople(
  trx: Trx,
  ids: readonly number[],
  { by, now }: { readonly by: number; readonly now: Date },
): Promise<void> {
  await confirm(trx, { ids: [...ids], by, now })
}

const confirm = statement((db, given: Params<{ ids: number[]; by: number; now: Date }>) =>
  db
    .updateTable('people')
    .set({ confirmedAt: given.now, confirmedBy: given.by })
    .where(({ ref }) => sql<boolean>`${ref('id')} = any (${given.ids}::int[])`),
)
