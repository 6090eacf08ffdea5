import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** What headings of files were said to mean: the field by the heading's key, empty for one of no use. */
export async function knownHeadings(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await known(db, {})
  return new Map(rows.map(({ heading, field }) => [heading, field]))
}

const known = statement((db) => db.selectFrom('importHeadings').select(['heading', 'field']))

/** Remembers what a heading means, in every file from now on. */
export async function rememberHeading(
  trx: Trx,
  said: { readonly heading: string; readonly field: string; readonly by: number; readonly now: Date },
): Promise<void> {
  await remembered(trx, said)
}

const remembered = statement((db, given: Params<{ heading: string; field: string; by: number; now: Date }>) =>
  db
    .insertInto('importHeadings')
    .values({ heading: given.heading, field: given.field, saidBy: given.by, saidAt: given.now })
    .onConflict((conflict) =>
      conflict.column('heading').doUpdateSet({ field: given.field, saidBy: given.by, saidAt: given.now }),
    ),
)
