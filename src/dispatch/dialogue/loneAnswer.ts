import { UserError } from '../../core/errors.ts'
import { waitingMeeting } from '../../core/language/trailing/answers.ts'
import { type Button, button } from '../../core/message.ts'
import { fold } from '../../core/text/nearest.ts'
import { type FollowUp, isNoted } from './followUp.ts'

/** The press that answers an invitation, whichever it is. */
export const forInvitation = { label: '', command: 'meeting rsvp' }

/** Whether it was asked which invitation is answered. */
export function asksAboutInvitation({ buttons, asks }: FollowUp): boolean {
  return asks && buttons.some(({ command }) => command === forInvitation.command)
}

/** The Yes or No that was shown with one meeting; undefined where none was, or with several. */
export function answerShown({ buttons, asks }: FollowUp, said: 'yes' | 'no'): Button | undefined {
  const shown = buttons.filter(
    ({ command, label }) => command === forInvitation.command && fold(label) === said,
  )
  return !asks && shown.length === 1 ? shown[0] : undefined
}

/** What to say to a yes or a no right after an answer; undefined where it may be for an invitation. */
export function assentedTo(
  line: string,
  said: 'yes' | 'no',
  { buttons, wanted, asks, isRefusal }: FollowUp,
): UserError | undefined {
  // Which of several invitations it is for is no other question.
  const offered = asks ? buttons.filter(({ command }) => !/^(?:help|meeting rsvp)\b/.test(command)) : []
  if (said === 'yes' && offered.length > 0)
    return new UserError(
      `${offered.length > 1 ? 'Which of these?' : 'Is it this?'} Nothing was done. An invitation is answered with “yes to” and its number.`,
      { buttons: offered },
    )
  const isOpen = offered.length > 0 || (wanted !== undefined && !isRefusal)
  if (!isOpen && !(isRefusal && isNoted(line))) return undefined
  const text = `Nothing was done. If “${line.trim()}” is for an invitation, say “${said}${isOpen ? '' : `”, or “${said}`} to M1” with its number.`
  return isOpen
    ? new UserError(text)
    : new UserError(text, {
        buttons: [
          button(`Say ${said} to the invitation`, forInvitation.command, {
            meeting: waitingMeeting,
            answer: said,
          }),
        ],
      })
}
