import { sql } from 'kysely'

import { keyPart, keysIn, ledgerKeys } from '../../ledger/keyPart.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/**
 * Of reminders that wait, by their ledger keys, those whose reader heard of the meeting by another lead within a quarter
 * of an hour, or is about to.
 */
export async function saidLately(db: Db, keys: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  return keysIn(await said(db, { keys: [...keys], now }))
}

const said = statement((db, given: Params<{ keys: string[]; now: Date }>) =>
  db
    .selectFrom(ledgerKeys(given.keys))
    .innerJoin('notices as n', 'n.key', 'k.key')
    .innerJoin('notices as o', (join) =>
      join
        .onRef('o.subject', '=', 'n.subject')
        .onRef('o.rule', '=', 'n.rule')
        .onRef('o.personId', '=', 'n.personId')
        .onRef('o.id', '<>', 'n.id')
        // Of the meeting as it stands: once it was moved, what was said before told of another time.
        .on((eb) => eb(keyPart(eb.ref('o.key'), 3), '=', keyPart(eb.ref('n.key'), 3)))
        .on('o.state', 'in', ['queued', 'sending', 'sent', 'ambiguous']),
    )
    .select('k.key')
    .where(
      ({ ref }) => sql<boolean>`${ref('o.queuedAt')} > ${given.now}::timestamptz - interval '15 minutes'`,
    ),
)
