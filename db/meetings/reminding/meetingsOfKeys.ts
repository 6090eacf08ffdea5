import { keyPart, ledgerKeys } from '../../ledger/keyPart.ts'
import type { Params, QueryBuilder } from '../../store/statement.ts'

/** Ledger keys of reminders `k`, each beside its meeting `m` where that stands as it did when the reminder was said. */
export function meetingsOfKeys(db: QueryBuilder, keys: Params<{ keys: string[] }>['keys']) {
  return db
    .selectFrom(ledgerKeys(keys))
    .innerJoin('meetings as m', (join) =>
      join
        .on((eb) => eb('m.id', '=', keyPart(eb.ref('k.key'), 2)))
        .on((eb) => eb('m.sequence', '=', keyPart(eb.ref('k.key'), 3))),
    )
}
