import { absencesOf, addAbsence, removeAbsence } from '../../db/directory/hours/away.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { block, button, message } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { formatPeriod } from '../../src/core/time/period.ts'
import { command } from '../define.ts'

const mostButtons = 10

export const away = command({
  name: 'away',
  about: 'Days when you are away; suggested meeting times avoid them',
  heading: 'Absences',
  options: {
    days: option.period({
      ahead: true,
      about: 'Which days, e.g. 20 Dec - 5 Jan or tomorrow; yours are listed without',
    }),
    back: option.record({ about: 'A1: take this absence back', prefix: 'A' }),
  },
  access: anyone,
  changes: true,
  examples: ['/profile away', '/profile away "20 Dec - 5 Jan"'],
  async run(context, { days, back }) {
    const { db, caller, today } = context
    if (back !== undefined) {
      const removed = await removeAbsence(db, caller.personId, back)
      if (!removed) throw new UserError(`You have no absence A${back}.`, { option: 'back' })
      context.about(`person:${caller.personId}`)
      return message(
        `You are not away ${formatPeriod(removed)} any more.`,
        block.buttons(button('Undo: away again', 'profile away', { days: `${removed.from}..${removed.to}` })),
      )
    }
    if (days === undefined) {
      const found = await absencesOf(db, caller.personId, today)
      if (found.length === 0)
        return message('You have no absence ahead. Say for instance: /profile away "20 Dec - 5 Jan"')
      return message(
        'You are away:',
        block.list(found.map((one) => `A${one.id} ${formatPeriod(one)}`)),
        block.buttons(
          ...found
            .slice(0, mostButtons)
            .map(({ id }) => button(`Take A${id} back`, 'profile away', { back: `A${id}` })),
        ),
      )
    }
    if (days.to < today) throw new UserError(`${formatPeriod(days)} has passed.`, { option: 'days' })
    const id = await addAbsence(db, caller.personId, days)
    context.about(`person:${caller.personId}`)
    return message(
      `You are away ${formatPeriod(days)} (A${id}). Meetings stay as they are; new times are sought around it.`,
      block.buttons(button('Undo: take it back', 'profile away', { back: `A${id}` })),
    )
  },
})
