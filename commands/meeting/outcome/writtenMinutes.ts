import type { Meeting } from '../../../db/meetings/rows.ts'
import { UserError } from '../../../src/core/errors.ts'
import { leads } from '../../../src/core/feature/caller.ts'
import { type Button, block, button, type Message, message, rich } from '../../../src/core/message.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { withoutBullet } from '../../../src/newsletter/pasted/signs.ts'
import type { Context } from '../../define.ts'
import { called } from '../called.ts'
import { hasBegun } from '../card.ts'

/** A shorter line behind the meeting is no minutes. */
const shortest = 80
/** The longest outcome, see `/meeting hold`. */
const longestOutcome = 1500
/** The most actions that are offered by a button each. */
const mostActions = 4

const action = /^(?:action(?: points?| items?)?|ap|to[- ]?do)(?: ?\p{Nd}{1,2})? ?[:–—-] ?(\S.{3,400})$/iu

/**
 * What can be done with minutes that were written elsewhere: recorded as the outcome, and their actions one by one. Raises
 * `UserError` for words that are no minutes, before the meeting, and for whoever does not lead it.
 */
export function writtenMinutes({ caller, now }: Context, meeting: Meeting, text: string): Message {
  const name = `M${meeting.id}`
  if (!text.includes('\n') && text.length < shortest)
    throw new UserError(
      `I cannot read “${shorten(text)}” after ${name} ${shorten(meeting.title)}. Do you mean just the meeting?`,
      { buttons: [button(`Minutes of ${name}`, 'meeting minutes', { meeting: name })] },
    )
  const made = 'Minutes are made from what is on record, so this text was not kept.'
  if (!hasBegun(meeting, now))
    throw new UserError(`${made} ${called(meeting)} has not begun yet; its outcome can be recorded then.`)
  if (!leads(caller, meeting.groupIds))
    throw new UserError(`${made} The chair records the outcome: send it to them.`)
  const actions = text.split('\n').flatMap((line) => action.exec(withoutBullet(line).text.trim())?.[1] ?? [])
  const isLong = text.length > longestOutcome
  return message(
    rich`${made} ${isLong ? `As an outcome it is too long: it has ${text.length.toLocaleString('en')} characters, an outcome ${longestOutcome.toLocaleString('en')} at most.` : 'Is it the outcome?'}`,
    block.buttons(
      ...(isLong
        ? []
        : [button('Record it as the outcome', 'meeting hold', { meeting: name, summary: text }, 'primary')]),
      ...actions
        .slice(0, mostActions)
        .map(
          (what): Button =>
            button(`Add action: ${shorten(what, 50)}`, 'meeting action add', { meeting: name, what }),
        ),
      { ...button('Write the outcome', 'meeting hold', { meeting: name }), ask: true },
    ),
  )
}
