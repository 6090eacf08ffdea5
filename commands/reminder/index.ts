import { addReminder, cancelReminder, waitingReminders } from '../../db/ledger/reminders.ts'
import { lockWords } from '../../db/store/locks.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { block, button, message, moment, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { command, feature } from '../define.ts'
import { reminderHome } from './home.ts'
import { ownReminder } from './rules.ts'

const most = 100

const add = command({
  name: 'add',
  about: 'Be reminded of something at a moment of your own zone',
  options: {
    text: required(option.text({ about: 'What to be reminded of', max: 500 })),
    at: required(option.moment({ about: 'When, e.g. tomorrow 9:00 or in 2 hours' })),
    timezone: option.zone({ about: 'The zone of the moment, when it is not yours' }),
  },
  access: anyone,
  changes: true,
  examples: ['/reminder add "Send the ETCIP agenda" at:"tomorrow 9:00"'],
  async run(context, { text, at }) {
    const { db, now, zone, caller } = context
    if (at.at <= now)
      throw new UserError('that moment has passed: give one that is still ahead.', { option: 'at' })
    // Those set at once are counted one after the other.
    await lockWords(db, `reminders of ${caller.personId}`)
    const waiting = await waitingReminders(db, caller.personId, most)
    if (waiting.length >= most)
      throw new UserError(`You have ${most} reminders waiting, which is the most; cancel one first.`)
    const id = await addReminder(db, { personId: caller.personId, text, at: at.at, zone: at.zone }, now)
    context.about(`reminder:${id}`)
    return message(
      rich`R${id}: I shall remind you ${moment(at.at, zone)}: ${text}`,
      at.zone === zone ? undefined : block.text(rich`There it is ${moment(at.at, at.zone)}.`),
      at.note ? block.text(at.note) : undefined,
      block.buttons(button('Undo: cancel it', 'reminder cancel', { reminder: `R${id}` })),
    )
  },
})

const list = command({
  name: 'list',
  about: 'Your reminders still ahead',
  options: {},
  access: anyone,
  examples: ['/reminder list'],
  async run({ db, zone, caller }) {
    const rows = await waitingReminders(db, caller.personId, most)
    if (rows.length === 0) return message('You have no reminders ahead. /reminder add sets one.')
    return message(
      `${counted(rows.length, 'reminder')} ahead:`,
      block.list(
        rows.map((reminder) => rich`R${reminder.id} ${moment(reminder.at, zone)}: ${reminder.text}`),
      ),
    )
  },
})

const cancel = command({
  name: 'cancel',
  about: 'Cancel one of your reminders',
  options: { reminder: required(option.record({ about: 'Its number, e.g. R3', prefix: 'R' })) },
  access: anyone,
  changes: true,
  examples: ['/reminder cancel R1'],
  async run(context, { reminder: id }) {
    const { db, zone, caller } = context
    const cancelled = await cancelReminder(db, { id, personId: caller.personId })
    if (!cancelled)
      throw new UserError(`You have no reminder R${id} ahead. /reminder list shows those you have.`)
    context.about(`reminder:${id}`)
    return message(
      rich`Cancelled R${id} of ${moment(cancelled.at, zone)}: ${cancelled.text}`,
      block.buttons(
        button('Undo: set it again', 'reminder add', {
          text: cancelled.text,
          at: cancelled.at.toISOString(),
          timezone: cancelled.zone,
        }),
      ),
    )
  },
})

/** Reminders that members set for themselves. */
export const reminder = feature({
  name: 'reminder',
  about: 'Be reminded at the right hour of your own zone',
  commands: [add, list, cancel],
  home: reminderHome,
  rules: [ownReminder],
})
