import type { Trx } from './db.ts'

/** The tables whose rows are changed by forms. */
type Held =
  | 'people'
  | 'entities'
  | 'workingGroups'
  | 'updates'
  | 'libraryItems'
  | 'projects'
  | 'recommendations'

/** Holds a row until the transaction ends, so that nobody changes it meanwhile. */
export async function holdRow(trx: Trx, table: Held, id: number): Promise<void> {
  await trx.selectFrom(table).select('id').where('id', '=', id).forUpdate().execute()
}
