import { editionOfNumber } from '../../db/newsletter/editions.ts'
import type { Db } from '../../db/store/db.ts'
import { storedNewsletter } from '../newsletter/compose/stored.ts'
import { renderHtml } from '../newsletter/render/renderHtml.ts'

/** A published issue as a page; undefined for a number that is not published. `tag` names just this edition. */
export async function newsletterPage(
  db: Db,
  number: string,
): Promise<{ readonly html: string; readonly tag: string } | undefined> {
  if (!/^[1-9]\d{0,8}$/.test(number)) return undefined
  const edition = await editionOfNumber(db, Number(number))
  if (!edition) return undefined
  return {
    html: renderHtml(storedNewsletter(edition.content)),
    tag: `"${edition.newsletterId}-${edition.edition}"`,
  }
}
