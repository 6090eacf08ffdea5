import { latestEdition } from '../../../db/newsletter/printed/editions.ts'
import type { Update } from '../../../db/newsletter/updates.ts'
import type { Db } from '../../../db/store/db.ts'
import { itemsOf } from '../../../src/newsletter/compose/changes.ts'
import type { Newsletter } from '../../../src/newsletter/compose/compose.ts'
import { storedNewsletter } from '../../../src/newsletter/compose/stored.ts'

export interface PrintedItem {
  readonly newsletter: Newsletter
  readonly edition: number
  readonly item: ReturnType<typeof itemsOf>[number]
}

/** An update as the latest edition of its issue printed it; undefined where none did. */
export async function printedItem(
  db: Db,
  { id, newsletterId }: Pick<Update, 'id' | 'newsletterId'>,
): Promise<PrintedItem | undefined> {
  const edition = newsletterId === null ? undefined : await latestEdition(db, newsletterId)
  if (!edition) return undefined
  const newsletter = storedNewsletter(edition.content)
  const item = itemsOf(newsletter).find((one) => one.id === `U${id}`)
  return item && { newsletter, edition: edition.edition, item }
}
