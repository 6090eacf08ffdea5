import { isDeepStrictEqual } from 'node:util'

import { mergedInto } from '../../../db/newsletter/mergeUpdates.ts'
import {
  type Update,
  type UpdateContent,
  updateById,
  updateVersions,
} from '../../../db/newsletter/updates.ts'
import type { Db } from '../../../db/store/db.ts'

/** The words of the one that is printed, with whatever only the other one knows. */
export function mergedContent(target: UpdateContent, source: UpdateContent): UpdateContent {
  const dated = target.startOn === null ? source : target
  return {
    ...target,
    printedDate: dated.printedDate,
    dateForm: dated.dateForm,
    startOn: dated.startOn,
    endOn: dated.endOn,
    precision: dated.precision,
    dates: dated.dates,
    entities: [...new Set([...target.entities, ...source.entities])],
    wg: target.wg ?? source.wg,
    // The later of two days: neither is told before its own.
    embargoUntil:
      [target.embargoUntil, source.embargoUntil]
        .filter((one) => one !== null)
        .sort()
        .at(-1) ?? null,
    place: target.place ?? source.place,
    links: [
      ...target.links,
      ...source.links.filter(({ url }) => !target.links.some((link) => link.url === url)),
    ],
  }
}

/** What a merge may change in the update that is printed. */
const changedByMerge = [
  ...(['originalText', 'section', 'printedDate', 'startOn', 'endOn', 'dates'] as const),
  ...(['entities', 'wg', 'place', 'links', 'embargoUntil'] as const),
] as const

/**
 * What is parted together with an update whose last change is taken back, so that no half of a merge stays: the one that
 * it was merged into, or those that were merged into it by that change. None where the printed one was changed since.
 */
export async function unmergedWith(db: Db, id: number): Promise<readonly number[]> {
  const update = await updateById(db, id)
  if (update?.former == null) return []
  if (update.mergedInto !== null) {
    const target = await updateById(db, update.mergedInto)
    return target && (await isLastMerge(db, target, update)) ? [target.id] : []
  }
  const parted: number[] = []
  for (const source of await mergedInto(db, id)) {
    if (source.former !== null && (await isLastMerge(db, update, source))) parted.push(source.id)
  }
  // One that added nothing looks like the last one too, which is the one that is parted.
  return parted.slice(-1)
}

/** Whether the last change of an update was to take another one in. */
async function isLastMerge(db: Db, target: Update, source: Update): Promise<boolean> {
  const { former, version } = target
  if (former === null || former.version === version || target.status === 'withdrawn') return false
  const before = (await updateVersions(db, target.id)).find((one) => one.version === former.version)
  if (!before) return false
  const merged = mergedContent(before, source)
  return changedByMerge.every((key) => isDeepStrictEqual(merged[key], target[key]))
}
