import { annualEdition, type Edition, latestEdition } from '../../../db/newsletter/printed/editions.ts'
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
  return edition && itemIn(edition, id)
}

/** An update wherever it is printed: in its issue, then in the annual issue that repeats it. */
export async function printedItems(
  db: Db,
  update: Pick<Update, 'id' | 'newsletterId'>,
): Promise<readonly PrintedItem[]> {
  if (update.newsletterId === null) return []
  const edition = await annualEdition(db, update.newsletterId)
  const items = [await printedItem(db, update), edition && itemIn(edition, update.id)]
  return items.filter((one) => one !== undefined)
}

function itemIn({ content, edition }: Edition, id: number): PrintedItem | undefined {
  const newsletter = storedNewsletter(content)
  const item = itemsOf(newsletter).find((one) => one.id === `U${id}`)
  return item && { newsletter, edition, item }
}
