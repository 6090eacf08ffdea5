import { sql } from 'kysely'

import { keyPart, ledgerKeys } from '../../ledger/keyPart.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** Of what asked for a clearance, by its ledger keys, what became of the update where it asks no more. */
export async function endedClearances(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await ended(db, { keys: [...keys] })
  return new Map(rows.flatMap(({ key, word }) => (word === null ? [] : [[key, word] as const])))
}

const ended = statement((db, given: Params<{ keys: string[] }>) =>
  db
    .selectFrom(ledgerKeys(given.keys))
    .innerJoin('updates as u', (join) => join.on((eb) => eb('u.id', '=', keyPart(eb.ref('k.key'), 2))))
    .leftJoin('updateClearances as c', (join) =>
      join
        .onRef('c.updateId', '=', 'u.id')
        .onRef('c.version', '=', 'u.version')
        .on((eb) => sql<boolean>`${eb.ref('c.kind')} = split_part(${eb.ref('k.key')}, ':', 4)`),
    )
    .select('k.key')
    .select(({ ref }) =>
      sql<string | null>`case
        when ${ref('u.status')} = 'withdrawn' then 'Withdrawn'
        when ${ref('u.status')} = 'merged' then 'Merged'
        when ${ref('u.version')} <> ${keyPart(ref('k.key'), 3)} then 'Changed'
        when ${ref('c.clearedAt')} is not null then 'Cleared'
      end`.as('word'),
    ),
)
