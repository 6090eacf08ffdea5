import { sql } from 'kysely'

import type { DirectoryImports } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** How long a file waits to be taken over: it holds what people sent. */
const keptDays = 7

const forgetUntaken = statement((db, given: Params<{ before: Date }>) =>
  db
    .updateTable('directoryImports')
    .set({ content: sql<string>`'{}'::jsonb` })
    .where('appliedAt', 'is', null)
    .where('readAt', '<', given.before)
    .where(({ ref }) => sql<boolean>`${ref('content')} <> '{}'::jsonb`),
)

/** Keeps what was read of a file until it is taken over; gives its number. */
export async function keepImport(
  trx: Trx,
  given: { readonly content: object; readonly fileName: string; readonly by: number; readonly now: Date },
): Promise<number> {
  await forgetUntaken(trx, { before: new Date(given.now.getTime() - keptDays * 86_400_000) })
  const { id } = await trx
    .insertInto('directoryImports')
    .values({
      content: JSON.stringify(given.content),
      fileName: given.fileName,
      readBy: given.by,
      readAt: given.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The number of the file that somebody gave last; undefined for none. */
export async function latestImportOf(trx: Trx, by: number): Promise<number | undefined> {
  const latest = await trx
    .selectFrom('directoryImports')
    .select('id')
    .where('readBy', '=', by)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return latest?.id
}

/** A file that was read, held until the transaction ends; undefined for a number that there is not. */
export async function lockImport(
  trx: Trx,
  id: number,
): Promise<Pick<DirectoryImports, 'content' | 'fileName' | 'appliedAt'> | undefined> {
  return trx
    .selectFrom('directoryImports')
    .select(['content', 'fileName', 'appliedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Marks a file as taken over and forgets what it held. */
export async function closeImport(trx: Trx, id: number, now: Date): Promise<void> {
  await trx
    .updateTable('directoryImports')
    .set({ appliedAt: now, content: sql<string>`'{}'::jsonb` })
    .where('id', '=', id)
    .execute()
}
