import type { AgendaItem } from '../../../../db/meetings/record/agenda.ts'
import type { Meeting } from '../../../../db/meetings/rows.ts'
import { eachTime } from '../../../../src/core/feature/notice.ts'
import { withReason } from '../../../../src/core/feature/withReason.ts'
import { type Block, block, button, message, type Rich, rich } from '../../../../src/core/message.ts'
import { list } from '../../../../src/core/text/list.ts'
import type { Context } from '../../../define.ts'
import { byWhom } from '../../../records/byWhom.ts'

type Touched = Pick<AgendaItem, 'id' | 'title' | 'addedBy'>

/** What somebody else did with items of an agenda. */
export type AgendaNews =
  | { readonly kind: 'removed' | 'put-back' }
  /** How the one item reads from now on, and how it read before. */
  | { readonly kind: 'changed'; readonly now: Rich; readonly was: Rich }

/** Tells those who put items on an agenda what somebody else did with them; says to the caller that they are told. */
export function tellAdders(
  { caller, notify }: Context,
  { id, title, groupIds, groupAcronym }: Meeting,
  items: readonly Touched[],
  news: AgendaNews,
): Block | undefined {
  const byAdder = Map.groupBy(items, ({ addedBy }) => addedBy)
  byAdder.delete(caller.personId)
  const group = groupAcronym === null ? '' : ` (${groupAcronym})`
  notify(
    [...byAdder].map(([personId, theirs]) => ({
      key: `agenda-${news.kind}:${theirs.map((one) => one.id).join('-')}:${eachTime}:${personId}`,
      personId,
      kind: 'agenda',
      subject: `meeting:${id}`,
      message: withReason(
        message(
          rich`${byWhom(caller, groupIds)} ${done(news, theirs)} of M${id} ${title}${group}${changed(news)}.`,
          block.buttons(button('Show the meeting', 'meeting show', { meeting: `M${id}` })),
        ),
        { as: 'the one who had put it there', otherwise: `Is that wrong? Speak to ${caller.name}.` },
        false,
      ),
    })),
  )
  if (byAdder.size === 0) return undefined
  return block.text(
    byAdder.size === 1 ? 'Whoever had put it there is told.' : 'Those who had put them there are told.',
  )
}

function done({ kind }: AgendaNews, items: readonly Touched[]): string {
  const titles = list(
    items.map(({ title }) => `“${title}”`),
    'and',
  )
  switch (kind) {
    case 'removed':
      return `took ${titles} off the agenda`
    case 'put-back':
      return `put ${titles} back on the agenda`
    case 'changed':
      return `changed ${titles} on the agenda`
  }
}

function changed(news: AgendaNews): Rich {
  return news.kind === 'changed' ? rich`: now ${news.now}, was ${news.was}` : rich``
}
