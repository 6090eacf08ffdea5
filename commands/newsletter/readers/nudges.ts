import { askableEntities, askableGroups } from '../../../db/newsletter/calls/askable.ts'
import { coverable } from '../../../db/newsletter/coverage/covered.ts'
import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { type Block, block, button } from '../../../src/core/message.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { type Day, dayOf } from '../../../src/core/time/day.ts'
import type { Coverage } from '../../../src/newsletter/coverage.ts'
import type { Context } from '../../define.ts'
import { monthsOf } from '../issue/issue.ts'
import { pillarName, type Way } from './ways.ts'

/** As many names as a row of buttons shows beside the one for all. */
const mostNudges = 4

function isOpen({ now }: Context, { status, closesAt }: NewsletterIssue): boolean {
  return status === 'open' && closesAt > now
}

/** On which day each entity or group was last asked, by its acronym, in the caller's zone. */
export async function askedDays(
  context: Context,
  by: Way,
  issue: NewsletterIssue,
): Promise<ReadonlyMap<string, Day>> {
  if (!isOpen(context, issue) || (by !== 'entity' && by !== 'group')) return new Map()
  const { db, now, today, zone } = context
  const about = { newsletterId: issue.id, now, today }
  const rows = await (by === 'entity' ? askableEntities(db, about) : askableGroups(db, about))
  return new Map(
    rows.flatMap(({ acronym, askedAt }) =>
      askedAt === null ? [] : [[acronym, dayOf(askedAt, zone)] as const],
    ),
  )
}

/** Buttons that ask who answers for what is silent, the longest silent first. Nobody answers for a region or a section. */
export async function nudgesOf(
  context: Context,
  by: Way,
  issue: NewsletterIssue,
  silent: readonly Coverage[],
): Promise<readonly Block[]> {
  if (!isOpen(context, issue) || silent.length === 0) return []
  const months = monthsOf(issue)
  const nudge = (name: string, values: Readonly<Record<string, string>>) =>
    button(`Nudge ${shorten(name, 60)}`, 'newsletter nudge', { ...values, ...months })
  const first = silent.slice(0, mostNudges)
  switch (by) {
    case 'entity':
      return [
        block.buttons(
          ...first.map(({ name }) => nudge(name, { entities: name })),
          nudge(`all ${silent.length}`, { silent: 'entities' }),
        ),
      ]
    case 'group':
      return [
        block.buttons(
          ...first.map(({ name }) => nudge(name, { wg: name })),
          nudge(`all ${silent.length}`, { silent: 'groups' }),
        ),
      ]
    case 'pillar': {
      const { groups } = await coverable(context.db)
      const of = (name: string) => groups.filter(({ pillar }) => pillarName(pillar) === name)
      return [
        block.buttons(
          ...first.map(({ name }) =>
            nudge(name, {
              wg: of(name)
                .map(({ acronym }) => acronym)
                .join(', '),
            }),
          ),
        ),
      ]
    }
    case 'region':
    case 'section':
      return []
  }
}
