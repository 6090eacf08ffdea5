import { identify } from '../../../db/directory/identify.ts'
import { answeredAlready, guestAnswered, meetingAnswered } from '../../../db/meetings/calendar/replies.ts'
import { findCommand } from '../../core/catalog.ts'
import { type PlainReply, readPlainReply } from '../../core/language/mailed/plainReply.ts'
import { block, type Message, message, moment, rich } from '../../core/message.ts'
import { shorten } from '../../core/text/text.ts'
import { isOfAnother, meetingLetterIn } from '../../delivery/letterId.ts'
import { replyWords } from '../../delivery/noticeAsLetter.ts'
import { askedTooMuch } from '../../dispatch/answers/askedTooMuch.ts'
import type { MailOutcome } from '../../process/inbox/inboxRoute.ts'
import type { ReceivedMail } from '../../process/inbox/readMail.ts'
import { ignored, type MailBot, tellInviter } from './countReply.ts'
import { digest, inboxAccount } from './inboxAccount.ts'
import { writeBack } from './writeBack.ts'

/** A letter that came, what it says, and the meeting of the letter of ours that it answers. */
interface Replied {
  readonly mail: ReceivedMail
  readonly raw: Buffer
  readonly reply: PlainReply
  readonly meetingId: number
  /** When the letter that is answered told of the meeting. */
  readonly toldAt: Date
}

const longestQuote = 100

/**
 * Counts `yes`, `No, sorry` or `maybe` above a quoted letter as an answer to the invitation that this letter is about.
 * Anything else changes nothing, and its sender is written what to write.
 */
export async function takePlainReply(bot: MailBot, mail: ReceivedMail, raw: Buffer): Promise<MailOutcome> {
  const { log, store, clock, features } = bot.services
  const sender = await identify(
    store.kysely,
    { ...inboxAccount(mail.from), vouchedEmail: mail.from },
    clock.now(),
  )
  const letter = meetingLetterIn(mail.answers)
  const answers = findCommand(features, 'meeting rsvp')?.command.options['answer']
  if (!answers) return ignored(log, 'no invitation can be answered')
  const reply = readPlainReply(mail.text, answers, letter && `M${letter.meetingId}`)
  if (!letter) {
    if (!sender) return ignored(log, 'its sender is unknown')
    return write(bot, { mail, reply }, noLetter)
  }
  const replied = { mail, raw, reply, meetingId: letter.meetingId, toldAt: letter.at }
  return sender ? ofMember(bot, replied, sender.personId) : ofGuest(bot, replied)
}

const noLetter = message(
  'I read only answers to invitations here, and cannot tell which one your letter answers, so nothing was changed. Reply to the letter about the meeting itself, with yes, no or maybe as the first line, or answer in the chat; anything else is read there alone.',
)

async function ofMember(bot: MailBot, replied: Replied, personId: number): Promise<MailOutcome> {
  const { store, clock } = bot.services
  const { mail, raw, reply, meetingId, toldAt } = replied
  const meeting = await meetingAnswered(store.kysely, { kind: 'meeting', id: meetingId }, personId)
  if (!meeting)
    return write(
      bot,
      replied,
      message('You are not invited to the meeting of the letter that you answered; nothing was changed.'),
    )
  if (isOfAnother(meeting, toldAt)) return write(bot, replied, ofAnother)
  const { title, startsAt, zone, status, response, respondedAt, changedAt } = meeting
  const named = rich`${title}, ${moment(startsAt, zone)}`
  const { says, line, hasMore } = reply
  if (!says) return write(bot, replied, unclear(named, line))
  if (status === 'scheduled' && changedAt > toldAt)
    return write(bot, replied, overtaken(meeting, says.answer))
  const at = writtenAt(mail, clock.now())
  if (response !== null && respondedAt !== null && respondedAt > at)
    return write(
      bot,
      replied,
      message(rich`You said ${response} to ${named} after you wrote this; that stands.`),
    )
  const answer = await bot.dispatch({
    caller: inboxAccount(mail.from),
    place: { platform: 'mail', tenant: 'inbox', channel: mail.from, private: true },
    vouchedEmail: mail.from,
    deliveryId: digest(raw),
    input: {
      kind: 'fields',
      command: 'meeting rsvp',
      fields: {
        meeting: `M${meetingId}`,
        answer: says.answer,
        ...(says.note === undefined ? {} : { note: shorten(says.note, 200) }),
      },
    },
  })
  if (answer === askedTooMuch || answer.unrecorded === true) return 'later'
  if (answer.outcome === 'done')
    await answeredAlready(store.kysely, { meetingId, personId, response: says.answer, at })
  return write(bot, replied, told(answer.message, hasMore && answer.outcome === 'done' ? line : undefined))
}

const ofAnother = message(
  'The letter that you answered is about a meeting that I no longer know, so nothing was changed. Answer a newer letter about the meeting, or look in the chat whether it is still planned.',
)

/** What the chat would say, with how to say something else; `onlyLine` is what alone was read. */
function told({ summary, blocks }: Message, onlyLine: string | undefined): Message {
  return message(
    summary,
    ...blocks.filter(({ kind }) => kind !== 'buttons'),
    onlyLine === undefined ? undefined : block.text(onlyFirst(onlyLine)),
    block.text(`To say something else, answer this letter with yes, no or maybe.`),
  )
}

async function ofGuest(bot: MailBot, replied: Replied): Promise<MailOutcome> {
  const { log, store, clock } = bot.services
  const { mail, reply, meetingId, toldAt } = replied
  const target = { kind: 'meeting', id: meetingId } as const
  const meeting = await guestAnswered(store.kysely, target, mail.from)
  if (!meeting) return ignored(log)
  if (isOfAnother(meeting, toldAt))
    return ignored(log, 'it answers a letter about another meeting of that number')
  const { says, line } = reply
  if (!says)
    return write(
      bot,
      replied,
      unclear(rich`${meeting.title}, ${moment(meeting.startsAt, meeting.zone)}`, line),
    )
  if (meeting.changedAt > toldAt) return write(bot, replied, overtaken(meeting, says.answer))
  const outcome = await tellInviter(bot, target, {
    ...{ attendee: mail.from, answer: says.answer, comment: says.note ?? null },
    at: writtenAt(mail, clock.now()),
  })
  return reply.hasMore && outcome === 'taken'
    ? write(bot, replied, message(rich`Your ${says.answer} was passed on. ${onlyFirst(line)}`))
    : outcome
}

/** The letter that was answered told of the meeting as it no longer is. */
function overtaken(
  { title, startsAt, zone }: { readonly title: string; readonly startsAt: Date; readonly zone: string },
  answer: string,
): Message {
  return message(
    rich`${title} was changed since the letter that you answered, and is now on ${moment(startsAt, zone)}. Your ${answer} was not counted: does it still hold? ${replyWords}.`,
  )
}

function onlyFirst(line: string): string {
  return `Only your first line was read: “${quoted(line)}”.`
}

function unclear(named: ReturnType<typeof rich>, line: string): Message {
  return message(
    line === ''
      ? rich`I found no answer above the quoted letter about ${named}; nothing was changed.`
      : rich`I cannot tell whether “${quoted(line)}” is a yes or a no to ${named}; nothing was changed.`,
    block.text(
      `${replyWords} as the first line, above what is quoted. A few words may stand behind a comma: “yes, 10 minutes late”.`,
    ),
  )
}

function quoted(line: string): string {
  return shorten(line, longestQuote)
}

/** A clock that runs ahead does not make an answer later than all others. */
function writtenAt({ date }: ReceivedMail, now: Date): Date {
  return date && date < now ? date : now
}

function write(
  bot: MailBot,
  { mail, reply, meetingId, raw }: Pick<Replied, 'mail' | 'reply'> & Partial<Replied>,
  text: Message,
): Promise<MailOutcome> {
  return writeBack(bot, { mail, meetingId, counts: reply.says ? raw : undefined }, text)
}
