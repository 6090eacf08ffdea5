import type { Askable } from '../../../db/newsletter/calls/askable.ts'
import type { Contribution } from '../../../db/newsletter/coverage/contributions.ts'
import { list } from '../../../src/core/text/list.ts'

/** For so long nobody is asked again after this or a call. */
const restMs = 20 * 3_600_000

/** Of how many that were asked of late each has a sentence. */
const mostNamed = 3

/** An entity or a group to be asked. */
export type CallTarget = Askable & { readonly isGroup: boolean }

/** Whether an entity is among all silent ones: called for the issue, and neither it nor anybody naming it sent anything. */
export function isAmongSilent({ acronym, leftOut }: Askable, come: readonly Contribution[]): boolean {
  return (
    !leftOut &&
    come.some(({ entity, sent, named, passed }) => entity === acronym && sent === 0 && named === 0 && !passed)
  )
}

/** Why one is not asked, as a sentence; undefined where it is. */
export function refusalOf(
  { acronym, silent, people, inHouse, askedAt, isGroup }: CallTarget,
  now: Date,
): string | undefined {
  if (!silent) return `${acronym} has answered already.`
  if (people.length === 0 && inHouse)
    return `The secretariat answers for ${acronym} itself, so nobody is asked.`
  if (people.length === 0)
    return isGroup
      ? `Nobody leads ${acronym}; /wg appoint ${acronym} names a chair.`
      : `Nobody in the directory answers for ${acronym}.`
  if (askedAt !== null && now.getTime() - askedAt.getTime() < restMs) return ofLate(acronym)
  return undefined
}

/** Why some are not asked; of many that were asked of late the first few are named in one sentence. */
export function refusalsOf(chosen: readonly CallTarget[], now: Date): readonly string[] {
  const refused = chosen.flatMap((one) => {
    const text = refusalOf(one, now)
    return text === undefined ? [] : [{ one, said: text, isOfLate: text === ofLate(one.acronym) }]
  })
  const late = refused.filter(({ isOfLate }) => isOfLate)
  if (late.length <= mostNamed) return refused.map(({ said: text }) => text)
  const named = late.slice(0, mostNamed).map(({ one }) => one.acronym)
  return [
    ...refused.filter(({ isOfLate }) => !isOfLate).map(({ said: text }) => text),
    `${late.length} were asked in the last hours, among them ${list(named, 'and')}; ask again tomorrow.`,
  ]
}

function ofLate(acronym: string): string {
  return `${acronym} was asked in the last hours; ask again tomorrow.`
}
