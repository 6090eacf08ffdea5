import { publishedEditions } from '../../../db/newsletter/printed/editions.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Period } from '../../../src/core/time/period.ts'
import type { ComposeItem } from '../../../src/newsletter/compose/compose.ts'
import { storedNewsletter } from '../../../src/newsletter/compose/stored.ts'

/** More issues than a year has. */
const most = 20

/** The updates that the issues of a year printed, as they printed them: what its annual issue is composed of. */
export async function yearItems(db: Db, { from, to }: Period): Promise<readonly ComposeItem[]> {
  const editions = await publishedEditions(db, most)
  return editions
    .map(({ content }) => storedNewsletter(content))
    .filter(({ kind, period }) => kind === undefined && from <= period.from && period.to <= to)
    .flatMap(({ sections }) => sections.flatMap(({ subsections }) => subsections))
    .flatMap(({ key, items }) =>
      items.flatMap((item) => (item.source === 'update' ? [{ ...item, section: key }] : [])),
    )
}
