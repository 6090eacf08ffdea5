import { createHash } from 'node:crypto'

import { identify } from '../../../db/directory/identify.ts'
import { queueNotices } from '../../../db/ledger/enterNotices.ts'
import { seriesOfCalendar } from '../../../db/meetings/calendar/entries.ts'
import {
  guestAnswered,
  meetingAnswered,
  type Named,
  nextOfSeries,
  type WholeSeries,
} from '../../../db/meetings/calendar/replies.ts'
import { type CalendarReply, readReply } from '../../calendar/reply.ts'
import type { Routes } from '../../core/adapter.ts'
import type { Notice } from '../../core/feature/notice.ts'
import { block, button, message, moment, rich } from '../../core/message.ts'
import { dayOf } from '../../core/time/day.ts'
import { askedTooMuch } from '../../dispatch/answers/askedTooMuch.ts'
import { atClock } from '../../meetings/series/stored.ts'
import { inboxRoute, type Taken } from '../../process/inbox/inboxRoute.ts'
import { readMail } from '../../process/inbox/readMail.ts'
import type { Bot } from '../bot.ts'
import { calendarDomain } from '../pages/calendarPages.ts'

/** The door by which the mail server hands over what was sent to the bot. */
export function inboxRoutes(
  bot: MailDependencies['bot'],
  { secret, server }: { readonly secret: string; readonly server: string },
): Routes {
  return { signed: [inboxRoute(secret, (raw) => takeMail({ bot, server }, raw))] }
}

interface MailDependencies {
  readonly bot: Pick<Bot, 'dispatch' | 'services'>
  /** The name with which the receiving mail server signs what it found. */
  readonly server: string
}

/** Counts the answer in a message that was sent to the bot. Without an answer, or a vouched sender, nothing changes. */
async function takeMail({ bot, server }: MailDependencies, raw: Buffer): Promise<Taken> {
  const { log, publicUrl, store, clock } = bot.services
  const mail = await readMail(raw, server)
  const reply = mail?.calendar === undefined ? undefined : await readReply(mail.calendar)
  if (!mail || !reply) return ignored(log, 'it is no reply of a calendar')
  if (!mail.vouched) return ignored(log, 'the mail server does not vouch for its sender')
  const named = await namedBy(bot, reply, calendarDomain(publicUrl))
  if (!named) return ignored(log, 'it answers no meeting of ours')
  const [sender, attendee] = await Promise.all(
    [mail.from, reply.attendee].map((email) =>
      identify(store.kysely, { ...inbox(email), vouchedEmail: email }, clock.now()),
    ),
  )
  if (!sender && mail.from === reply.attendee && named.kind !== 'whole') return tellInviter(bot, named, reply)
  if (!sender || sender.personId !== attendee?.personId) return ignored(log, 'it answers for somebody else')
  return named.kind === 'whole'
    ? askForEach(bot, named.rootId, reply, sender.personId)
    : count(bot, named, reply, sender.personId, raw)
}

/** Records of who did what keep no address. */
function inbox(email: string) {
  return { platform: 'mail', tenant: 'inbox', account: digest(email).slice(0, 16) }
}

function digest(of: string | Buffer): string {
  return createHash('sha256').update(of).digest('hex')
}

/** The meeting that an identifier of ours stands for, as `meetingEvent` makes them. */
async function namedBy(
  { services: { store } }: MailDependencies['bot'],
  { uid, of }: CalendarReply,
  domain: string,
): Promise<Named | WholeSeries | undefined> {
  const [, kind, digits, host] = /^(meeting|series)-(\d{1,9})@(.+)$/.exec(uid) ?? []
  if (kind === undefined || host !== domain) return undefined
  const id = Number(digits)
  if (kind === 'meeting') return { kind, id }
  const [root] = await seriesOfCalendar(store.kysely, [id])
  if (!root) return undefined
  if (of === null) return { kind: 'whole', rootId: id }
  const day = dayOf(of, root.zone)
  return atClock(day, root).getTime() === of.getTime() ? { kind: 'series', rootId: id, day } : undefined
}

/** Runs the command as in the chat, with all its rules. The latest answer counts, whichever way it came. */
async function count(
  bot: MailDependencies['bot'],
  named: Named,
  { attendee, answer, comment, sequence, at }: CalendarReply,
  personId: number,
  raw: Buffer,
): Promise<Taken> {
  const { log, store } = bot.services
  const meeting = await meetingAnswered(store.kysely, named, personId)
  if (!meeting) return ignored(log)
  const { id, title, startsAt, zone, response, respondedAt } = meeting
  const isSame = response === answer && comment === null
  if (response !== null && respondedAt !== null && (isSame || respondedAt >= at)) return 'taken'
  if (sequence < meeting.sequence)
    return tell(bot, {
      key: `stale-reply:${id}:${meeting.sequence}:${personId}`,
      personId,
      kind: 'stale-reply',
      subject: `meeting:${id}`,
      message: message(
        rich`Your calendar said ${answer} to ${title} as it stood before; it was changed since, and is now on ${moment(startsAt, zone)}. Does your answer still hold?`,
        answerButtons(id),
      ),
    })
  const said = await bot.dispatch({
    caller: inbox(attendee),
    place: { platform: 'mail', tenant: 'inbox', channel: attendee, private: true },
    vouchedEmail: attendee,
    deliveryId: digest(raw),
    input: {
      kind: 'fields',
      command: 'meeting rsvp',
      fields: { meeting: `M${id}`, answer, ...(comment === null ? {} : { note: comment.slice(0, 200) }) },
    },
  })
  if (said === askedTooMuch || said.unrecorded === true) return 'later'
  if (said.outcome === 'done') return 'taken'
  log.info({ outcome: said.outcome }, 'an answer by mail was not counted')
  return tell(bot, {
    key: `reply-refused:${id}:${personId}:${digest(raw)}`,
    personId,
    kind: 'reply-refused',
    subject: `meeting:${id}`,
    message: message(
      rich`Your calendar said ${answer} to ${title} by mail, which was not counted. ${said.message.summary}`,
      ...said.message.blocks,
    ),
  })
}

/** Who accepts a whole series in their calendar would else believe to have answered. */
async function askForEach(
  bot: MailDependencies['bot'],
  rootId: number,
  { answer, at }: CalendarReply,
  personId: number,
): Promise<Taken> {
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

function answerButtons(id: number) {
  return block.buttons(
    ...(['yes', 'maybe', 'no'] as const).map((one) =>
      button(one[0]?.toUpperCase() + one.slice(1), 'meeting rsvp', { meeting: `M${id}`, answer: one }),
    ),
  )
}

function ignored(log: Bot['services']['log'], why = 'its sender is not invited'): Taken {
  log.info({ why }, 'ignored a message that came by mail')
  return 'taken'
}

/** A guest outside the directory has no other way to answer than to whoever invited them. */
async function tellInviter(bot: MailDependencies['bot'], named: Named, reply: CalendarReply): Promise<Taken> {
  const { attendee, answer, comment, at } = reply
  const meeting = await guestAnswered(bot.services.store.kysely, named, attendee)
  if (!meeting) return ignored(bot.services.log)
  const { id, title, startsAt, zone, invitedBy, name } = meeting
  const mark = digest(attendee).slice(0, 16)
  return tell(bot, {
    key: `guest-reply:${id}:${mark}:${at.getTime()}`,
    personId: invitedBy,
    kind: 'guest-reply',
    subject: `meeting:${id}`,
    message: message(
      rich`${name === null ? attendee : `${name} (${attendee})`}, whom you invited to ${title}, ${moment(startsAt, zone)}, says ${answer}.`,
      comment === null ? undefined : block.text(comment.slice(0, 500)),
      block.buttons(button('Attendees', 'meeting attendees', { meeting: `M${id}` })),
    ),
  })
}

async function tell({ services }: MailDependencies['bot'], notice: Notice): Promise<Taken> {
  const { store, jobs, clock } = services
  await jobs.started()
  await store.kysely
    .transaction()
    .execute(async (trx) => jobs.deliver(trx, await queueNotices(trx, [notice], clock.now())))
  jobs.wake()
  return 'taken'
}
