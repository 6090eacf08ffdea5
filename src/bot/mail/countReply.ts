import { queueNotices } from '../../../db/ledger/enterNotices.ts'
import { recordedKeys } from '../../../db/ledger/recordedKeys.ts'
import {
  answeredAlready,
  type CalendarTarget,
  guestAnswered,
  meetingAnswered,
  nextOfSeries,
} from '../../../db/meetings/calendar/replies.ts'
import type { CalendarReply } from '../../calendar/reply.ts'
import type { Notice } from '../../core/feature/notice.ts'
import { block, button, message, moment, rich } from '../../core/message.ts'
import { shorten } from '../../core/text/text.ts'
import { askedTooMuch } from '../../dispatch/answers/askedTooMuch.ts'
import type { MailOutcome } from '../../process/inbox/inboxRoute.ts'
import type { Bot } from '../bot.ts'
import { digest, inboxAccount } from './inboxAccount.ts'
import { hasTurn, tooOften } from './turns.ts'

export type MailBot = Pick<Bot, 'dispatch' | 'services'>

type Answered = NonNullable<Awaited<ReturnType<typeof meetingAnswered>>>

/** Runs the command as in the chat, with all its rules. The latest answer counts, whichever way it came. */
export async function countReply(
  bot: MailBot,
  named: CalendarTarget,
  { attendee, answer, comment, sequence, at }: CalendarReply,
  personId: number,
  raw: Buffer,
): Promise<MailOutcome> {
  const { log, store } = bot.services
  const meeting = await meetingAnswered(store.kysely, named, personId)
  if (!meeting) return ignored(log)
  const { id, title, response, respondedAt } = meeting
  const isSame = response === answer && comment === null
  if (response !== null && respondedAt !== null && (isSame || respondedAt >= at)) return 'taken'
  if (sequence < meeting.sequence) return tell(bot, staleReply(meeting, answer, personId))
  const reply = await bot.dispatch({
    caller: inboxAccount(attendee),
    place: { platform: 'mail', tenant: 'inbox', channel: attendee, private: true },
    vouchedEmail: attendee,
    deliveryId: digest(raw),
    input: {
      kind: 'fields',
      command: 'meeting rsvp',
      fields: { meeting: `M${id}`, answer, ...(comment === null ? {} : { note: shorten(comment, 200) }) },
    },
  })
  if (reply === askedTooMuch || reply.unrecorded === true) return 'later'
  if (reply.outcome === 'done') {
    await answeredAlready(store.kysely, { meetingId: id, personId, response: answer, at })
    return 'taken'
  }
  log.info({ outcome: reply.outcome }, 'an answer by mail was not counted')
  return tell(bot, {
    key: `reply-refused:${id}:${personId}:${digest(raw)}`,
    personId,
    kind: 'reply-refused',
    subject: `meeting:${id}`,
    message: message(
      rich`Your calendar said ${answer} to ${title} by mail, which was not counted. ${reply.message.summary}`,
      ...reply.message.blocks,
    ),
  })
}

/** Asks again whoever answered for a time that was changed. */
function staleReply(
  { id, title, startsAt, zone, sequence }: Answered,
  answer: CalendarReply['answer'],
  personId: number,
): Notice {
  return {
    key: `stale-reply:${id}:${sequence}:${personId}`,
    personId,
    kind: 'stale-reply',
    subject: `meeting:${id}`,
    message: message(
      rich`Your calendar said ${answer} to ${title} as it stood before; it was changed since, and is now on ${moment(startsAt, zone)}. Does your answer still hold?`,
      answerButtons(id),
    ),
  }
}

/** Asks whoever accepted a whole series in their calendar: each of its meetings is answered by itself. */
export async function askForEach(
  bot: MailBot,
  rootId: number,
  { answer, at }: CalendarReply,
  personId: number,
): Promise<MailOutcome> {
  const { log, store, clock } = bot.services
  const next = await nextOfSeries(store.kysely, rootId, personId, clock.now())
  if (!next) return ignored(log)
  return tell(bot, {
    key: `series-reply:${rootId}:${personId}:${at.getTime()}`,
    personId,
    kind: 'series-reply',
    subject: `meeting:${next.id}`,
    message: message(
      rich`Your calendar said ${answer} to all meetings of ${next.title} at once, which was not counted, since each is answered by itself. The next is on ${moment(next.startsAt, next.zone)}: will you attend?`,
      answerButtons(next.id),
    ),
  })
}

export function answerButtons(id: number) {
  return block.buttons(
    ...(['yes', 'maybe', 'no'] as const).map((one) =>
      button(one[0]?.toUpperCase() + one.slice(1), 'meeting rsvp', { meeting: `M${id}`, answer: one }),
    ),
  )
}

/** Says in the log why nothing is counted. */
export function ignored(log: MailBot['services']['log'], why = 'its sender is not invited'): MailOutcome {
  log.info({ why }, 'ignored a message that came by mail')
  return 'taken'
}

/** A guest outside the directory has no other way to answer than to whoever invited them. */
export async function tellInviter(
  bot: MailBot,
  named: CalendarTarget,
  { attendee, answer, comment, at }: Pick<CalendarReply, 'attendee' | 'answer' | 'comment' | 'at'>,
): Promise<MailOutcome> {
  const meeting = await guestAnswered(bot.services.store.kysely, named, attendee)
  if (!meeting) return ignored(bot.services.log)
  const { id, title, startsAt, zone, invitedBy, name } = meeting
  const mark = digest(attendee).slice(0, 16)
  const notice: Notice = {
    key: `guest-reply:${id}:${mark}:${at.getTime()}`,
    personId: invitedBy,
    kind: 'guest-reply',
    subject: `meeting:${id}`,
    message: message(
      rich`${name === null ? attendee : `${name} (${attendee})`}, whom you invited to ${title}, ${moment(startsAt, zone)}, says ${answer}.`,
      comment === null ? undefined : block.text(shorten(comment, 500)),
      block.buttons(button('Attendees', 'meeting attendees', { meeting: `M${id}` })),
    ),
  }
  // Another answer is another matter: a guest may come round to what they said first.
  const isTold = await tellInTurn(bot, notice, `guest ${mark} ${id} ${answer}`)
  return isTold ? 'taken' : tooOften(bot.services.log, attendee, id)
}

async function tell(bot: MailBot, notice: Notice): Promise<MailOutcome> {
  await tellInTurn(bot, notice)
  return 'taken'
}

/** Tells it unless too much of `about` was told lately; resolves to whether it did, or had before. */
export async function tellInTurn({ services }: MailBot, notice: Notice, about?: string): Promise<boolean> {
  const { store, jobs, clock } = services
  const now = clock.now()
  await jobs.started()
  const isInTurn = await store.kysely.transaction().execute(async (trx) => {
    // What is said once only takes no turn when it comes again.
    if ((await recordedKeys(trx, [notice.key])).has(notice.key)) return true
    if (about !== undefined && !(await hasTurn(trx, about, now))) return false
    await jobs.deliver(trx, await queueNotices(trx, [notice], now))
    return true
  })
  jobs.wake()
  return isInTurn
}
