import { printedAuthors } from '../../../db/newsletter/calls/calls.ts'
import { listUpdates } from '../../../db/newsletter/listUpdates.ts'
import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import type { Update } from '../../../db/newsletter/updates.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'
import {
  type Block,
  block,
  button,
  type Message,
  message,
  type Rich,
  rich,
} from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { shorten } from '../../../src/core/text/text.ts'
import type { Context } from '../../define.ts'
import { issueName, monthsOf } from '../issue/issue.ts'

/** More than any issue leaves out. */
const most = 2000
const mostButtons = 3

/**
 * Thanks everybody whose updates are printed, with where to read the issue, and tells everybody of whose updates some are
 * not; each once, whatever became of theirs.
 */
export async function tellAuthors(
  context: Context,
  issue: NewsletterIssue,
  page: Block | undefined,
): Promise<Block | undefined> {
  const { db, notify, caller } = context
  const authors = (await printedAuthors(db, issue.id)).filter((id) => id !== caller.personId)
  const unprinted = await unprintedOf(context, issue)
  const others = [...unprinted.keys()].filter((id) => !authors.includes(id))
  notify([
    ...authors.map((personId) => ({
      key: `thanks:${issue.id}:${personId}`,
      personId,
      kind: 'thanks',
      subject: `newsletter:${issue.id}`,
      urgency: 'bulk' as const,
      message: thanks(issue, page, unprinted.get(personId) ?? []),
    })),
    ...others.map((personId) => ({
      key: `left-out:${issue.id}:${personId}`,
      personId,
      kind: 'left-out',
      subject: `newsletter:${issue.id}`,
      message: leftOut(issue, unprinted.get(personId) ?? []),
    })),
  ])
  return unprinted.size === 0
    ? undefined
    : block.text(
        `${counted(unprinted.size, 'author is', 'authors are')} told that the issue is printed without what ${unprinted.size === 1 ? 'they' : 'each of them'} sent.`,
      )
}

/** What the issue leaves out, by its authors: what was not decided on, and what was returned and has not come back. */
export async function unprintedOf(
  { db, caller }: Context,
  { id }: NewsletterIssue,
): Promise<ReadonlyMap<number, readonly Update[]>> {
  const waiting = await listUpdates(db, { newsletterId: id, statuses: ['proposed', 'returned'], limit: most })
  const told = waiting.filter(
    ({ authorId, authorLeftOn }) => authorId !== caller.personId && authorLeftOn === null,
  )
  return Map.groupBy(told.toReversed(), ({ authorId }) => authorId)
}

function thanks(issue: NewsletterIssue, page: Block | undefined, unprinted: readonly Update[]): Message {
  return message(
    unprinted.length === 0
      ? rich`Thank you: ${issueName(issue)} is published, with what you sent.`
      : rich`Thank you: ${issueName(issue)} is published, with what you sent but for ${counted(unprinted.length, 'update')}.`,
    unprinted.length === 0 ? undefined : block.list(unprinted.map(whyNot)),
    page,
    block.buttons(
      button('Read it as a file', 'newsletter export', { ...monthsOf(issue), format: 'markdown' }),
      ...showButtons(unprinted),
    ),
  )
}

function leftOut(issue: NewsletterIssue, unprinted: readonly Update[]): Message {
  const [first] = unprinted
  const one = unprinted.length === 1 && first !== undefined
  return withReason(
    message(
      one
        ? rich`${issueName(issue)} is published without your update ${whyNot(first)}.`
        : rich`${issueName(issue)} is published without ${counted(unprinted.length, 'update')} of yours.`,
      one ? undefined : block.list(unprinted.map(whyNot)),
      block.buttons(...showButtons(unprinted)),
    ),
    {
      as: one ? 'its author' : 'their author',
      otherwise: `Should ${one ? 'it' : 'they'} be printed in the next issue? Ask the secretariat to keep ${one ? 'it' : 'them'}.`,
    },
    false,
  )
}

/** `U3 UNODC trained …: nobody had decided on it`. */
function whyNot({ id, originalText, status }: Update): Rich {
  const why = status === 'returned' ? 'it had been returned to you' : 'nobody had decided on it'
  return rich`U${id} ${shorten(originalText)}: ${why}`
}

function showButtons(unprinted: readonly Update[]) {
  return unprinted
    .slice(0, mostButtons)
    .map(({ id }) => button(`Show U${id}`, 'update show', { update: `U${id}` }))
}
