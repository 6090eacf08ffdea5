import { sql } from 'kysely'

import type { Trx } from '../../store/db.ts'

/** The columns of a person that a forgotten one has no more, as changes name them. */
const columns = ['email', 'phone', 'title', 'zone', 'station', 'country', 'languages']

/** Forgets in the record of changes what fields held; that there was a change, by whom and when, stays. */
export async function forgetInChanges(trx: Trx, ids: readonly number[]): Promise<void> {
  await trx
    .updateTable('directoryChanges')
    .set(({ ref }) => ({
      before: sql<string | null>`${ref('before')} - ${columns}::text[]`,
      after: sql<string>`${ref('after')} - ${columns}::text[]`,
    }))
    .where('kind', '=', 'person')
    .where('recordId', 'in', ids)
    .execute()
  // A merge that is taken back later finds no mailbox and no account in it.
  await trx
    .updateTable('directoryChanges')
    .set(({ ref }) => ({
      before: sql<string>`jsonb_set(${ref('before')}, '{twin}', ${ref('before')} -> 'twin'
        || '{"email": null, "otherEmails": [], "accounts": []}')`,
    }))
    .where('kind', '=', 'merge')
    .where('recordId', 'in', ids)
    .where('before', 'is not', null)
    .execute()
}
