import type { RecordChanges } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import type { Transfer } from './workInHand.ts'

/**
 * What a person entered in the library, work plans, reports, recommendations and projects, by the numbers of the records;
 * it is theirs in a merge alone.
 */
export interface Entries extends Readonly<Record<(typeof tables)[number], readonly number[]>> {
  /** The years for which they said until when the reports are wanted. */
  readonly reportYears: readonly number[]
  readonly changes: readonly ChangeKey[]
}

type ChangeKey = Readonly<Pick<RecordChanges, 'kind' | 'recordId' | 'number'>>

const tables = ['libraryItems', 'workItems', 'recommendations', 'projects'] as const

export async function entriesOf(db: Db, { from }: Transfer): Promise<Entries> {
  const added = async (table: (typeof tables)[number]) =>
    (await db.selectFrom(table).select('id').where('addedBy', '=', from).execute()).map(({ id }) => id)
  const years = await db.selectFrom('reportYears').select('year').where('setBy', '=', from).execute()
  return {
    libraryItems: await added('libraryItems'),
    workItems: await added('workItems'),
    recommendations: await added('recommendations'),
    projects: await added('projects'),
    reportYears: years.map(({ year }) => year),
    changes: await db
      .selectFrom('recordChanges')
      .select(['kind', 'recordId', 'number'])
      .where('changedBy', '=', from)
      .execute(),
  }
}

/** Moves these records from one person to another; what the first no longer has stays where it is. */
export async function moveEntries(trx: Trx, entries: Entries, { from, to }: Transfer): Promise<void> {
  for (const table of tables) {
    const ids = entries[table]
    if (ids.length === 0) continue
    await trx
      .updateTable(table)
      .set({ addedBy: to })
      .where('id', 'in', ids)
      .where('addedBy', '=', from)
      .execute()
  }
  const { reportYears, changes } = entries
  if (reportYears.length > 0) {
    await trx
      .updateTable('reportYears')
      .set({ setBy: to })
      .where('year', 'in', reportYears)
      .where('setBy', '=', from)
      .execute()
  }
  if (changes.length > 0) {
    await trx
      .updateTable('recordChanges')
      .set({ changedBy: to })
      .where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('kind', 'recordId', 'number'),
          'in',
          changes.map(({ kind, recordId, number }) => tuple(kind, recordId, number)),
        ),
      )
      .where('changedBy', '=', from)
      .execute()
  }
}
