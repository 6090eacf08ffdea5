import type { Askable } from '../../../db/newsletter/calls/askable.ts'
import type { Contribution } from '../../../db/newsletter/coverage/contributions.ts'

/** Whoever was asked, by this or by a call, is left in peace for so long. */
const restMs = 20 * 3_600_000

/** An entity or a group to be asked. */
export type Chosen = Askable & { readonly isGroup: boolean }

/** Whether an entity is among all silent ones: called for the issue, and neither it nor anybody naming it sent anything. */
export function isAmongSilent({ acronym, leftOut }: Askable, come: readonly Contribution[]): boolean {
  return (
    !leftOut &&
    come.some(({ entity, sent, named, passed }) => entity === acronym && sent === 0 && named === 0 && !passed)
  )
}

/** Why one is not asked, as a sentence; undefined where it is. */
export function refusalOf(
  { acronym, silent, people, askedAt, isGroup }: Chosen,
  now: Date,
): string | undefined {
  if (!silent) return `${acronym} has answered already.`
  if (people.length === 0)
    return isGroup
      ? `Nobody leads ${acronym}; /wg appoint ${acronym} names a chair.`
      : `Nobody in the directory answers for ${acronym}.`
  if (askedAt !== null && now.getTime() - askedAt.getTime() < restMs)
    return `${acronym} was asked in the last hours; ask again tomorrow.`
  return undefined
}
