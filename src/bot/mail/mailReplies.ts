import { identify } from '../../../db/directory/identify.ts'
import { seriesOfCalendar } from '../../../db/meetings/calendar/entries.ts'
import { meetingMark } from '../../../db/meetings/calendar/marks.ts'
import type { CalendarTarget, WholeSeries } from '../../../db/meetings/calendar/replies.ts'
import { calendarDomain, readEventUid } from '../../calendar/identifier.ts'
import { type CalendarReply, readReply } from '../../calendar/reply.ts'
import type { Routes } from '../../core/adapter.ts'
import { dayOf } from '../../core/time/day.ts'
import { atClock } from '../../meetings/series/stored.ts'
import { inboxRoute, type MailOutcome } from '../../process/inbox/inboxRoute.ts'
import { readMail } from '../../process/inbox/readMail.ts'
import { askForEach, countReply, ignored, type MailBot, tellInviter } from './countReply.ts'
import { inboxAccount } from './inboxAccount.ts'
import { takePlainReply } from './plainReplies.ts'
import { tellOfUnvouched, unvouchedLetter } from './unvouched.ts'

/** The door by which the mail server hands over what was sent to the bot. `server` signs what it found. */
export function inboxRoutes(
  bot: MailBot,
  { secret, server }: { readonly secret: string; readonly server: string },
): Routes {
  return { signed: [inboxRoute(secret, (raw) => takeMail(bot, server, raw))] }
}

/** Counts the answer in a message that was sent to the bot. Without an answer, or a vouched sender, nothing changes. */
async function takeMail(bot: MailBot, server: string, raw: Buffer): Promise<MailOutcome> {
  const { log } = bot.services
  const mail = await readMail(raw, server)
  if (!mail) return ignored(log, 'it is from nobody')
  const reply = mail.calendar === undefined ? undefined : await readReply(mail.calendar)
  if (!reply && mail.automatic) return ignored(log, 'a program wrote it by itself')
  if (!mail.vouched) {
    const { publicUrl } = bot.services
    if (!reply) return tellOfUnvouched(bot, unvouchedLetter(bot, mail))
    if (reply.attendee !== mail.from) return ignored(log, 'it answers for somebody else')
    const named = await namedBy(bot, reply, calendarDomain(publicUrl))
    return tellOfUnvouched(bot, { from: mail.from, named, answer: reply.answer })
  }
  return reply ? takeCalendarReply(bot, reply, mail.from, raw) : takePlainReply(bot, mail, raw)
}

async function takeCalendarReply(
  bot: MailBot,
  reply: CalendarReply,
  from: string,
  raw: Buffer,
): Promise<MailOutcome> {
  const { log, publicUrl, store, clock } = bot.services
  const named = await namedBy(bot, reply, calendarDomain(publicUrl))
  if (!named) return ignored(log, 'it answers no meeting of ours')
  const [sender, attendee] = await Promise.all(
    [from, reply.attendee].map((email) =>
      identify(store.kysely, { ...inboxAccount(email), vouchedEmail: email }, clock.now()),
    ),
  )
  if (!sender && from === reply.attendee && named.kind !== 'whole') return tellInviter(bot, named, reply)
  if (!sender || sender.personId !== attendee?.personId) return ignored(log, 'it answers for somebody else')
  return named.kind === 'whole'
    ? askForEach(bot, named.rootId, reply, sender.personId)
    : countReply(bot, named, reply, sender.personId, raw)
}

/** The meeting that an identifier of ours stands for. */
async function namedBy(
  { services: { store } }: MailBot,
  { uid, of }: CalendarReply,
  domain: string,
): Promise<CalendarTarget | WholeSeries | undefined> {
  const read = readEventUid(uid, domain)
  if (!read) return undefined
  const { kind, id, mark } = read
  if (kind === 'meeting') return (await meetingMark(store.kysely, id)) === mark ? { kind, id } : undefined
  const [root] = await seriesOfCalendar(store.kysely, [id])
  if (root?.calendarMark !== mark) return undefined
  if (of === null) return { kind: 'whole', rootId: id }
  const day = dayOf(of, root.zone)
  return atClock(day, root).getTime() === of.getTime() ? { kind: 'series', rootId: id, day } : undefined
}
