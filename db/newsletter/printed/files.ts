import { sql } from 'kysely'

import type { NewsletterFiles } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

export type PrintedForm = NewsletterFiles['format']

/** A form of a published edition, byte for byte as it was printed; undefined for one from before these were kept. */
export async function printedFile(
  db: Db,
  wanted: { readonly newsletterId: number; readonly edition: number; readonly format: PrintedForm },
): Promise<Buffer | undefined> {
  const [file] = await find(db, wanted)
  return file?.content
}

const find = statement((db, given: Params<Omit<NewsletterFiles, 'content'>>) =>
  db
    .selectFrom('newsletterFiles')
    .select('content')
    .where('newsletterId', '=', given.newsletterId)
    .where('edition', '=', given.edition)
    .where('format', '=', given.format),
)

/** Keeps a form of an edition for good. */
export async function addPrintedFile(trx: Trx, file: NewsletterFiles): Promise<void> {
  await add(trx, file)
}

/**
 * Keeps a file of an edition that was published before files were kept. Of two rendered at once the first stands, and is
 * returned.
 */
export async function keepOldFile(db: Db, file: NewsletterFiles): Promise<Buffer> {
  await addOnce(db, file)
  return (await printedFile(db, file)) ?? file.content
}

const addOnce = statement((db, given: Params<NewsletterFiles>) =>
  db
    .insertInto('newsletterFiles')
    .values({
      newsletterId: given.newsletterId,
      edition: given.edition,
      format: given.format,
      content: sql<Buffer>`${given.content}::bytea`,
    })
    .onConflict((conflict) => conflict.doNothing()),
)

const add = statement((db, given: Params<NewsletterFiles>) =>
  db.insertInto('newsletterFiles').values({
    newsletterId: given.newsletterId,
    edition: given.edition,
    format: given.format,
    content: sql<Buffer>`${given.content}::bytea`,
  }),
)
