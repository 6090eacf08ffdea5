import { undoOpening } from '../../../db/newsletter/arrange/undoOpening.ts'
import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, type Message, message, rich } from '../../../src/core/message.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import type { Context } from '../../define.ts'
import { issueName, monthsOf, shortNameOf } from './issue.ts'

/** Takes back that an issue was opened, while nobody has heard of it. Raises `UserError`, with what can be done instead. */
export async function takeOpeningBack({ db, zone }: Context, issue: NewsletterIssue): Promise<Message> {
  const months = monthsOf(issue)
  if (!(await undoOpening(db, issue.id))) {
    throw new UserError(
      `${shortNameOf(issue)} stays, since something was posted, written or sent for it. Move its last day, stop its calls or close it instead.`,
      {
        buttons: [
          { ...button('Extend', 'newsletter extend', months), ask: true },
          button('Call nobody', 'newsletter call', { ...months, state: 'off' }),
          button('Close it', 'newsletter close', months, 'danger'),
        ],
      },
    )
  }
  return message(
    rich`Taken back: ${issueName(issue)} is not open any more, and nobody was told of it.`,
    block.buttons(
      button('Undo: open it again', 'newsletter open', {
        ...months,
        closes: dayOf(issue.closesAt, zone),
        kind: issue.kind,
        ...(issue.number === null ? {} : { number: String(issue.number) }),
      }),
    ),
  )
}
