import { everyRoom } from '../../../db/meetings/rooms.ts'
import { printedAuthors } from '../../../db/newsletter/calls/calls.ts'
import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { subscribers } from '../../../db/newsletter/readers/subscribers.ts'
import { type Block, block } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { list } from '../../../src/core/text/list.ts'
import type { Context } from '../../define.ts'
import { isMany, reached } from '../../records/askWhereMany.ts'
import { unprintedOf } from '../calls/thanks.ts'
import { lackingForMail } from '../readers/mailIssue.ts'

const mostNamed = 8

/** Whom the printing of an issue is told to: rooms, subscribers and, where they are thanked, those who wrote for it. */
export async function whoIsTold(
  context: Context,
  issue: NewsletterIssue,
  { thanked }: { readonly thanked: boolean },
): Promise<readonly (Block | undefined)[]> {
  const rooms = (await everyRoom(context.db)).length
  const readers = await subscribers(context.db)
  const lacking = lackingForMail(context, issue)
  const texts = [
    ...(rooms > 0 ? [counted(rooms, 'room')] : []),
    ...(readers.length > 0 && lacking === undefined
      ? [`${counted(readers.length, 'subscriber')} by mail (${someOf(readers)})`]
      : []),
  ]
  const authors = thanked
    ? (await printedAuthors(context.db, issue.id)).filter((id) => id !== context.caller.personId)
    : []
  const unprinted = thanked ? [...(await unprintedOf(context, issue)).keys()] : []
  const people = [...new Set([...authors, ...unprinted])].map((personId) => ({ personId }))
  return [
    texts.length > 0 ? block.text(`It is announced to ${list(texts, 'and')}.`) : undefined,
    readers.length > 0 && lacking !== undefined
      ? block.text(
          `Nothing goes to the ${counted(readers.length, 'subscriber')} by mail unless whoever runs the bot sets ${lacking}.`,
        )
      : undefined,
    authors.length > 0
      ? block.text(
          `${counted(authors.length, 'person is', 'people are')} thanked for what ${authors.length === 1 ? 'they' : 'each of them'} wrote.`,
        )
      : undefined,
    unprinted.length > 0
      ? block.text(
          `${counted(unprinted.length, 'author is', 'authors are')} told that it is printed without what ${unprinted.length === 1 ? 'they' : 'each of them'} sent.`,
        )
      : undefined,
    ...(isMany(context, people) ? await reached(context, people) : []),
  ]
}

function someOf(readers: readonly { readonly email: string; readonly name: string | null }[]): string {
  const names = readers.slice(0, mostNamed).map(({ name, email }) => name ?? email)
  const more = readers.length - names.length
  return list(more > 0 ? [...names, `${more} more`] : names, 'and')
}
