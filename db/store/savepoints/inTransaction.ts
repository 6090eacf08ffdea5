import type { Db, Trx } from '../db.ts'

/** Runs in the transaction that there is, else in one of its own. */
export function inTransaction<T>(db: Db, run: (trx: Trx) => Promise<T>): Promise<T> {
  return db.isTransaction ? run(db as Trx) : db.transaction().execute(run)
}
