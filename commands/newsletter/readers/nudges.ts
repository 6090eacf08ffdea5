import { askableEntities, askableGroups } from '../../../db/newsletter/calls/askable.ts'
import type { Contribution } from '../../../db/newsletter/coverage/contributions.ts'
import { coverable } from '../../../db/newsletter/coverage/covered.ts'
import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { type Block, type Button, block, button } from '../../../src/core/message.ts'
import { list } from '../../../src/core/text/list.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { type Day, dayOf } from '../../../src/core/time/day.ts'
import type { Coverage } from '../../../src/newsletter/coverage.ts'
import type { Context } from '../../define.ts'
import { type CallTarget, isAmongSilent, refusalOf } from '../calls/whoIsAsked.ts'
import { monthsOf } from '../issue/issue.ts'
import { type CoverageAxis, pillarName } from './coverageAxes.ts'

/** As many names as a row of buttons shows beside the one for all. */
const mostNudges = 4

function isOpen({ now }: Context, { status, closesAt }: NewsletterIssue): boolean {
  return status === 'open' && closesAt > now
}

/** The entities or groups that can be asked for what the board shows; none once the issue takes no updates any more. */
export async function asksOf(
  context: Context,
  by: CoverageAxis,
  issue: NewsletterIssue,
): Promise<readonly CallTarget[]> {
  if (!isOpen(context, issue) || by === 'region' || by === 'section') return []
  const { db, now, today } = context
  const about = { newsletterId: issue.id, now, today }
  const isGroup = by !== 'entity'
  const rows = await (isGroup ? askableGroups(db, about) : askableEntities(db, about))
  return rows.map((one) => ({ ...one, isGroup }))
}

/** On which day each entity or group was last asked, by its acronym, in a zone. */
export function askedDays(asks: readonly CallTarget[], zone: string): ReadonlyMap<string, Day> {
  return new Map(
    asks.flatMap(({ acronym, askedAt }) =>
      askedAt === null ? [] : [[acronym, dayOf(askedAt, zone)] as const],
    ),
  )
}

interface Board {
  readonly by: CoverageAxis
  /** What the board shows as silent, the longest silent first. */
  readonly silent: readonly Coverage[]
  readonly asks: readonly CallTarget[]
  /** What has come from each entity; empty where the board is not of entities. */
  readonly come: readonly Contribution[]
}

/** Buttons that ask who answers for what is silent, only where a press does ask. Nobody answers for a region or a section. */
export async function nudgesOf(
  { db, now }: Context,
  issue: NewsletterIssue,
  { by, silent, asks, come }: Board,
): Promise<readonly Block[]> {
  const asked = asks.filter((one) => refusalOf(one, now) === undefined)
  if (asked.length === 0) return []
  const months = monthsOf(issue)
  const nudge = (name: string, values: Readonly<Record<string, string>>) =>
    button(`Nudge ${shorten(name, 60)}`, 'newsletter nudge', { ...values, ...months })
  const acronyms = new Set(asked.map(({ acronym }) => acronym))
  const first = silent.filter(({ name }) => acronyms.has(name)).slice(0, mostNudges)
  switch (by) {
    case 'entity': {
      const all = asked.filter((one) => isAmongSilent(one, come))
      const shown = new Set(silent.map(({ name }) => name))
      const covered = all.filter(({ acronym }) => !shown.has(acronym)).map(({ acronym }) => acronym)
      return [
        ...coveredToo(covered),
        ...row([
          ...first.map(({ name }) => nudge(name, { entities: name })),
          ...(all.length > 0 ? [nudge(`all ${all.length}`, { silent: 'entities' })] : []),
        ]),
      ]
    }
    case 'group':
      return row([
        ...first.map(({ name }) => nudge(name, { wg: name })),
        nudge(`all ${asked.length}`, { silent: 'groups' }),
      ])
    case 'pillar': {
      const { groups } = await coverable(db, now)
      const ofPillar = (name: string) =>
        groups
          .filter(({ acronym, pillar }) => pillarName(pillar) === name && acronyms.has(acronym))
          .map(({ acronym }) => acronym)
      return row(
        silent
          .map(({ name }) => ({ name, wg: ofPillar(name).join(', ') }))
          .filter(({ wg }) => wg !== '')
          .slice(0, mostNudges)
          .map(({ name, wg }) => nudge(name, { wg })),
      )
    }
    case 'region':
    case 'section':
      return []
  }
}

/** Says whom the press for all asks beside those that the board shows as silent. */
function coveredToo(acronyms: readonly string[]): readonly Block[] {
  if (acronyms.length === 0) return []
  const some = acronyms.slice(0, mostNudges)
  const more = acronyms.length - some.length
  return [
    block.text(
      `All that are asked include ${list([...some, ...(more > 0 ? [`${more} more`] : [])], 'and')}, covered above, which sent nothing for this issue itself.`,
    ),
  ]
}

function row(buttons: readonly Button[]): readonly Block[] {
  return buttons.length > 0 ? [block.buttons(...buttons)] : []
}
