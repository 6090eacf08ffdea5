import { keyPart, ledgerKeys } from '../../ledger/keyPart.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import { isSilent } from './callees.ts'

/** Of calls by their ledger keys, when their issue closed by itself, for which nothing of their entity came. */
export async function closedSilent(
  db: Db,
  keys: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Date>> {
  const rows = await closed(db, { keys: [...keys], now })
  return new Map(rows.map(({ key, closesAt }) => [key, closesAt]))
}

const closed = statement((db, given: Params<{ keys: string[]; now: Date }>) =>
  db
    .selectFrom(ledgerKeys(given.keys))
    .innerJoin('newsletters as n', (join) => join.on((eb) => eb('n.id', '=', keyPart(eb.ref('k.key'), 2))))
    .innerJoin('entities as e', (join) => join.on((eb) => eb('e.id', '=', keyPart(eb.ref('k.key'), 3))))
    .select(['k.key', 'n.closesAt'])
    .where('n.closesAt', '<=', given.now)
    .where(({ ref }) => isSilent(db, ref('n.id'), ref('e.id'))),
)
