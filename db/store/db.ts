import type { Kysely, Transaction } from 'kysely'

import type { Database } from '../schema.ts'

/** Database or transaction: what a read may go through. A write asks for the transaction by its type. */
export type Db = Kysely<Database> | Trx

export type Trx = Transaction<Database>

/** The pool in the place of a transaction, for what only reads: it holds no connection between two statements. */
export function forReading(db: Kysely<Database>): Trx {
  return db as Trx
}
