import { isReadInChat } from '../../../db/directory/identities.ts'
import { personByEmail } from '../../../db/directory/people.ts'
import {
  type CalendarTarget,
  guestAnswered,
  meetingAnswered,
  type WholeSeries,
} from '../../../db/meetings/calendar/replies.ts'
import { findCommand } from '../../core/catalog.ts'
import { readPlainReply } from '../../core/language/mailed/plainReply.ts'
import { block, button, message, moment, rich } from '../../core/message.ts'
import { isOfAnother, meetingLetterIn } from '../../delivery/letterId.ts'
import type { MailOutcome } from '../../process/inbox/inboxRoute.ts'
import type { ReceivedMail } from '../../process/inbox/readMail.ts'
import { answerButtons, ignored, type MailBot, tellInTurn } from './countReply.ts'
import { digest } from './inboxAccount.ts'
import { tooOften } from './turns.ts'

/** What a letter answers that anybody may have written in the name of `from`. */
export interface UnvouchedReply {
  readonly from: string
  readonly named: CalendarTarget | WholeSeries | undefined
  /** Undefined where it cannot be told. */
  readonly answer: string | undefined
  /** When the letter told of the meeting that it answers. */
  readonly toldAt?: Date | undefined
}

/** An answer above a quoted letter, as far as it can be read. */
export function unvouchedLetter({ services }: MailBot, mail: ReceivedMail): UnvouchedReply {
  const letter = meetingLetterIn(mail.answers)
  const answers = findCommand(services.features, 'meeting rsvp')?.command.options['answer']
  return {
    from: mail.from,
    named: letter && { kind: 'meeting', id: letter.meetingId },
    toldAt: letter?.at,
    answer: answers && readPlainReply(mail.text, answers).says?.answer,
  }
}

/**
 * Says that an answer was not counted because no mail server vouches for its sender. Nobody is written to by mail, who
 * may not have written: the person reads it in their chat, or else whoever called the meeting or invited the guest does;
 * once for each person and state of a meeting, a few times an hour and a day in all, since anybody can cause it, and
 * nothing of what the letter says but yes or no.
 */
export async function tellOfUnvouched(
  bot: MailBot,
  { from, named, answer, toldAt }: UnvouchedReply,
): Promise<MailOutcome> {
  const { log, store, clock } = bot.services
  const why = 'the mail server does not vouch for its sender'
  if (named === undefined || named.kind === 'whole') return ignored(log, why)
  const person = await personByEmail(store.kysely, from)
  const found = person
    ? await meetingAnswered(store.kysely, named, person.id)
    : await guestAnswered(store.kysely, named, from)
  if (found?.status !== 'scheduled' || found.startsAt <= clock.now()) return ignored(log, why)
  if (toldAt && isOfAnother(found, toldAt)) return ignored(log, why)
  if ('response' in found && found.response !== null && found.response === answer)
    return ignored(log, 'its sender has answered so already')
  const { id, title, startsAt, zone, sequence } = found
  const isTold = person !== undefined && (await isReadInChat(store.kysely, person.id))
  const says = answer === undefined ? 'answers the invitation' : `says ${answer}`
  const meeting = rich`${title}, ${moment(startsAt, zone)}`
  const called = person?.name ?? ('name' in found && found.name !== null ? found.name : 'a guest by e-mail')
  const text = isTold
    ? message(
        rich`A letter in your name ${says} to ${meeting}. It was not counted, because your mail server does not vouch for it, so anybody may have written it. Will you attend?`,
        answerButtons(id),
      )
    : message(
        rich`A letter in the name of ${called} ${says} to ${meeting}. It was not counted, because their mail server does not vouch for it, so anybody may have written it. Please ask them.`,
        block.buttons(button('Attendees', 'meeting attendees', { meeting: `M${id}` })),
      )
  const told = isTold ? person.id : 'invitedBy' in found ? found.invitedBy : found.organizerId
  ignored(log, why)
  if (!isTold && told === person?.id) return 'taken'
  const notice = {
    ...{ key: `unvouched-reply:${id}:${sequence}:${digest(from).slice(0, 16)}`, personId: told },
    ...{ kind: 'reply-refused', subject: `meeting:${id}`, message: text, uselessAfter: startsAt },
  }
  return (await tellInTurn(bot, notice, `unvouched ${told}`)) ? 'taken' : tooOften(log, from, id)
}
