import type { Message } from '../../core/message.ts'
import { meetingLetterId } from '../../delivery/letterId.ts'
import { letterOf } from '../../delivery/noticeAsLetter.ts'
import type { MailOutcome } from '../../process/inbox/inboxRoute.ts'
import type { ReceivedMail } from '../../process/inbox/readMail.ts'
import { ignored, type MailBot } from './countReply.ts'
import { digest } from './inboxAccount.ts'
import { hasTurn, isFirst, tooOften } from './turns.ts'

/** A letter that is answered. */
export interface AnsweredLetter {
  readonly mail: Pick<ReceivedMail, 'from' | 'id'>
  /** The letter itself, where it says something that counts. */
  readonly counts?: Buffer | undefined
  /** The meeting that it is about, where it is about one. */
  readonly meetingId?: number | undefined
}

/**
 * Writes back to a sender: a few times an hour and a day about each meeting, and once a day where they say nothing that
 * counts, so that two programs never write on and on.
 */
export async function writeBack(
  { services }: MailBot,
  { mail, counts, meetingId }: AnsweredLetter,
  text: Message,
): Promise<MailOutcome> {
  const { store, jobs, clock, log } = services
  const now = clock.now()
  const about = `${mail.from} ${meetingId}`
  const mark = digest(`${about} ${counts ? digest(counts) : ''}`).slice(0, 24)
  const id = meetingId === undefined ? undefined : meetingLetterId(meetingId, mark, now)
  await jobs.started()
  const written = await store.kysely.transaction().execute(async (trx) => {
    if (!(await isFirst(trx, `${now.toISOString().slice(0, 10)} ${mark}`, now))) return 'before'
    if (counts && !(await hasTurn(trx, digest(about).slice(0, 24), now))) return 'tooOften'
    const letter = letterOf(text, mail.from, { id: id ?? `reply.${mark}` })
    await jobs.mail(trx, [{ ...letter, ...(mail.id === undefined ? {} : { replyTo: mail.id }) }])
    return 'now'
  })
  if (written === 'tooOften') return tooOften(log, mail.from, meetingId)
  if (written === 'before') return ignored(log, 'its sender was answered before')
  jobs.wake()
  return 'taken'
}
