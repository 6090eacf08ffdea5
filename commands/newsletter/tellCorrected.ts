import type { NewsletterIssue } from '../../db/newsletter/newsletters.ts'
import { type Update, updatesOf } from '../../db/newsletter/updates.ts'
import { withReason } from '../../src/core/feature/withReason.ts'
import { type Block, block, button, type Message, message, type Rich, rich } from '../../src/core/message.ts'
import { counted } from '../../src/core/text/counted.ts'
import { shorten } from '../../src/core/text/text.ts'
import { itemsOf, line, same } from '../../src/newsletter/compose/changes.ts'
import type { Newsletter } from '../../src/newsletter/compose/compose.ts'
import type { Context } from '../define.ts'
import { issueName } from './issue/issue.ts'

/** What a correction does to an update, in words that stand behind its number. */
interface Corrected {
  readonly update: Update
  readonly became: Rich
}

const mostButtons = 3

/** Of two editions, the updates of others that one of them prints and the other does not, or otherwise, by their authors. */
export async function correctedByAuthor(
  { db, caller }: Context,
  before: Newsletter,
  after: Newsletter,
): Promise<ReadonlyMap<number, readonly Corrected[]>> {
  const [old, now] = [before, after].map((one) => new Map(itemsOf(one).map((item) => [item.id, item])))
  const became = new Map<number, Rich>()
  for (const id of new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])) {
    const [was, is] = [old?.get(id), now?.get(id)]
    const number = Number(/^U(\d+)$/.exec(id)?.[1])
    if (Number.isNaN(number) || (was && is && same(was, is))) continue
    if (!is) became.set(number, rich`is taken out`)
    else if (!was) became.set(number, rich`is printed now: ${line(is)}`)
    else if (line(was) !== line(is)) became.set(number, rich`reads now: ${line(is)}`)
    else became.set(number, rich`stands under “${is.section}” now, or has other links`)
  }
  const updates = await updatesOf(db, [...became.keys()])
  const told = updates.filter(
    ({ authorId, authorLeftOn }) => authorId !== caller.personId && authorLeftOn === null,
  )
  const corrected = told.map((update) => ({ update, became: became.get(update.id) ?? rich`` }))
  return Map.groupBy(corrected, ({ update }) => update.authorId)
}

/** Tells authors what a new edition of a published issue does to their updates, each of them once. */
export function tellCorrected(
  { notify }: Context,
  issue: NewsletterIssue,
  { edition, note, authors }: CorrectionTold,
): void {
  notify(
    [...authors].map(([personId, theirs]) => ({
      key: `corrected:${issue.id}:${edition}:${personId}`,
      personId,
      kind: 'corrected',
      subject: `newsletter:${issue.id}`,
      message: corrected(issue, note, theirs),
    })),
  )
}

interface CorrectionTold {
  readonly edition: number
  readonly note: string
  readonly authors: ReadonlyMap<number, readonly Corrected[]>
}

/** How many authors a correction tells; none where it changes nothing of theirs. */
export function correctedTold(authors: ReadonlyMap<number, readonly Corrected[]>): Block | undefined {
  if (authors.size === 0) return undefined
  const one = authors.size === 1
  return block.text(
    `${counted(authors.size, 'author is', 'authors are')} told what it changes of ${one ? 'theirs' : 'what each of them wrote'}.`,
  )
}

function corrected(issue: NewsletterIssue, note: string, theirs: readonly Corrected[]): Message {
  const lines = theirs.map(({ update, became }) => rich`U${update.id} ${became}`)
  const [only] = lines
  return withReason(
    message(
      only !== undefined && lines.length === 1
        ? rich`${issueName(issue)} was corrected: your update ${only}.`
        : rich`${issueName(issue)} was corrected, with ${counted(lines.length, 'update')} of yours.`,
      lines.length === 1 ? undefined : block.list(lines),
      block.text(rich`What was corrected: ${shorten(note, 300)}`),
      block.buttons(
        ...theirs
          .slice(0, mostButtons)
          .map(({ update: { id } }) => button(`Show U${id}`, 'update show', { update: `U${id}` })),
      ),
    ),
    {
      as: theirs.length === 1 ? 'its author' : 'their author',
      otherwise: 'Is that wrong? Tell the secretariat.',
    },
    false,
  )
}
