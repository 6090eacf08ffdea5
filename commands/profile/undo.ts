import { lastChangeOf } from '../../db/ledger/lastChanges.ts'
import { anyone } from '../../src/core/catalog.ts'
import { type Button, block, button, message, moment, type Rich, rich } from '../../src/core/message.ts'
import { command } from '../define.ts'

export const undo = command({
  name: 'undo',
  about: 'Your own last change, with the button that takes it back',
  options: {},
  access: anyone,
  examples: ['/profile undo'],
  async run({ db, caller, zone }) {
    const last = await lastChangeOf(db, caller.personId)
    if (!last) return message('You have not changed anything yet that could be taken back.')
    const at = moment(last.at, zone)
    if (last.undo === null || last.said === null) {
      return message(
        rich`Your last change was /${last.command}, ${at}. ${correction(last.command)}`,
        block.buttons(button(`/help ${last.command}`, 'help', helpOn(last.command))),
      )
    }
    // The dispatcher wrote both from the answer itself.
    const sentence = withoutColon(last.said as Rich)
    const taken = last.undo as Button
    return message(rich`Your last change, ${at}: ${sentence}`, block.buttons(taken))
  },
})

/** `Withdrawn 2 updates:` as a sentence of its own, without the list that followed it. */
function withoutColon(rich: Rich): Rich {
  const last = rich.at(-1)
  return last?.kind === 'text'
    ? [...rich.slice(0, -1), { ...last, text: last.text.replace(/:\s*$/, '.') }]
    : rich
}

/** What corrects a change that no button takes back, by its command. */
const corrections: Readonly<Record<string, string>> = {
  'newsletter open':
    'It stays, since updates that had waited for it are in it; /newsletter extend moves its last day, and /newsletter close ends it.',
  'newsletter publish':
    'It stays, since people have read it; change the update, and /newsletter correct prints what is right.',
  'newsletter correct': 'It stays, since people have read it; a further correction prints what is right.',
  'newsletter nudge': 'It stays, since people have been asked.',
  'meeting silence open':
    'It stays, since it proves what was circulated; an objection ends it, and another text can be circulated.',
  'meeting silence break': 'It stays, since the group has been told; the chair can circulate another text.',
  'directory wrong': 'It stays with whoever can correct it until they settle it.',
  'meeting poll open': 'It is not taken back, since people have been asked; /meeting poll close ends it.',
}

function correction(command: string): string {
  return Object.hasOwn(corrections, command)
    ? (corrections[command] ?? '')
    : 'No button takes it back; make another change to correct it.'
}

function helpOn(command: string): Readonly<Record<string, string>> {
  const [feature = '', ...action] = command.split(' ')
  return action.length > 0 ? { feature, action: action.join(' ') } : { feature }
}
