import { sql } from 'kysely'

import type { Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import { notUsedLast } from './notUsedLast.ts'

/** Stands for the workspace of somebody who has no account that can be reached. */
const nowhereKnown = '-'

/**
 * The workspace in which each notice is tried first, as `platform tenant`: the one of its room, or of the account that
 * its person prefers.
 */
export async function workspacesOf(trx: Trx, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await workspaces(trx, { ids: [...ids] })
  return new Map(rows.map(({ id, workspace }) => [id, workspace ?? nowhereKnown]))
}

const workspaces = statement((db, given: Params<{ ids: number[] }>) =>
  db
    .selectFrom('notices as n')
    .leftJoin('reminderSettings as s', 's.personId', 'n.personId')
    .select((eb) => [
      'n.id',
      eb.fn
        .coalesce(
          sql<string | null>`${eb.ref('n.platform')} || ' ' || ${eb.ref('n.tenant')}`,
          eb
            .selectFrom('identities as i')
            .whereRef('i.personId', '=', 'n.personId')
            .where('i.fault', 'is', null)
            .select(({ ref }) => sql<string>`${ref('i.platform')} || ' ' || ${ref('i.tenant')}`.as('where'))
            // The same order as that in which a claim names the accounts.
            .orderBy((by) => by('i.platform', 'is distinct from', by.ref('s.via')))
            .orderBy(({ ref }) => notUsedLast(ref('i.personId'), ref('i.platform')))
            .orderBy('i.linkedAt', 'desc')
            .limit(1),
        )
        .as('workspace'),
    ])
    .where(({ ref }) => sql<boolean>`${ref('n.id')} = any (${given.ids}::bigint[])`),
)
