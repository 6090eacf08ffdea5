import type { LetterHandlers } from '../../delivery/queue/letterQueue.ts'
import { settlingRefused } from '../../delivery/sendLetter.ts'
import { type TellMeans, tellOfRefusedLetter, tellOfWaitingLetter } from '../../delivery/tellOperator.ts'
import type { Mailer } from '../../process/mail.ts'

/** Sends the letters of the queue, and reports those that a mail server refuses or does not take for long. */
export function letterHandlers(post: Mailer, means: TellMeans): LetterHandlers {
  return {
    mail: settlingRefused(post, (letter, why) => tellOfRefusedLetter(means, letter, why)),
    unsent: (letter, why, until) =>
      until === 'later' ? tellOfWaitingLetter(means, letter, why) : tellOfRefusedLetter(means, letter, why),
  }
}
