import { lastChangeOf } from '../../db/ledger/lastChanges.ts'
import { anyone } from '../../src/core/catalog.ts'
import { type Button, block, button, message, moment, type Rich, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { shorten } from '../../src/core/text/text.ts'
import { isMomentForm } from '../../src/core/time/beginsWithDate.ts'
import { command } from '../define.ts'

/** What gives another time to what a command changed: of which option of its undo button, and in which. */
const retimed: Readonly<Record<string, readonly [command: string, record: string, time: string]>> = {
  'reminder add': ['reminder edit', 'reminder', 'at'],
  'reminder edit': ['reminder edit', 'reminder', 'at'],
  'meeting schedule': ['meeting move', 'meeting', 'start'],
  'meeting move': ['meeting move', 'meeting', 'start'],
  'meeting poll extend': ['meeting poll extend', 'poll', 'until'],
}

/** `no wait, Friday` and `I meant 4pm`: the last change with another time, at one press, since something else may be meant. */
export const correct = command({
  name: 'correct',
  about: 'Your own last change with another time, as in “no wait, Friday”',
  options: { instead: required(option.text({ about: 'The time that you meant', max: 200 })) },
  access: anyone,
  examples: ['/profile correct Friday'],
  async run({ db, caller, zone }, { instead }) {
    const last = await lastChangeOf(db, caller.personId)
    if (!last) return message('You have not changed anything yet that could be corrected.')
    const at = moment(last.at, zone)
    // The dispatcher wrote both from the answer itself.
    const undo = last.undo as Button | null
    const sentence = last.said as Rich | null
    const [words, record = '', time = ''] = retimed[last.command] ?? []
    const which = undo?.values[record]
    const summary = sentence
      ? rich`Your last change, ${at}: ${sentence}`
      : rich`Your last change was /${last.command}, ${at}.`
    if (words === undefined || which === undefined || !isMomentForm(instead, true))
      return message(
        summary,
        block.text(
          'Nothing was changed. Take it back and say it again, or give its number and say what it should be.',
        ),
        undo ? block.buttons(undo) : undefined,
      )
    return message(
      summary,
      block.text('Nothing was changed yet.'),
      block.buttons(
        button(
          `Make ${which} ${shorten(instead, 40)}`,
          words,
          { [record]: which, [time]: instead },
          'primary',
        ),
        ...(undo ? [undo] : []),
      ),
    )
  },
})

/** How people correct themselves. */
export const corrections = [
  'no wait', 'wait no', 'oh wait', 'no i meant', 'no i mean', 'i meant', 'i mean', 'i meant to say', 'sorry i meant', 'sorry i mean', 'oops i meant', 'make it', 'make that', 'actually make it', 'no make it', 'sorry make it', 'please make it', 'actually on', 'actually at', 'correction:', 'better make it',
].map((text) => [`${text} …`, 'profile correct …'] as const) // biome-ignore format: a table
