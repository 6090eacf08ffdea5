import { contentsWithin } from '../../../db/newsletter/printed/editions.ts'
import { updatesOf } from '../../../db/newsletter/updates.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Period } from '../../../src/core/time/period.ts'
import type { ComposeItem } from '../../../src/newsletter/compose/compose.ts'
import { storedNewsletter } from '../../../src/newsletter/compose/stored.ts'

export interface YearItems {
  /** As the issues printed them. */
  readonly items: readonly ComposeItem[]
  /** What was printed and is not printed again, since it was withdrawn, returned or merged. */
  readonly gone: readonly string[]
  /** What says something else by now. */
  readonly changed: readonly string[]
}

/** The updates that the issues of a year printed: what its annual issue is composed of. */
export async function yearItems(db: Db, period: Period): Promise<YearItems> {
  const printed = (await contentsWithin(db, period))
    .map(storedNewsletter)
    .flatMap(({ sections }) => sections.flatMap(({ subsections }) => subsections))
    .flatMap(({ key, items }) =>
      items.flatMap((item) => (item.source === 'update' ? [{ ...item, section: key }] : [])),
    )
  const now = new Map(
    (
      await updatesOf(
        db,
        printed.map(({ id }) => Number(id.slice(1))),
      )
    ).map((update) => [`U${update.id}`, update]),
  )
  const isGone = ({ id }: ComposeItem) =>
    ['withdrawn', 'returned', 'merged'].includes(now.get(id)?.status ?? '')
  const items = printed.filter((item) => !isGone(item))
  return {
    items,
    gone: printed.filter(isGone).map(({ id }) => id),
    changed: items
      .filter(({ id, text, printedDate }) => {
        const update = now.get(id)
        return update !== undefined && (update.text !== text || update.printedDate !== printedDate)
      })
      .map(({ id }) => id),
  }
}
