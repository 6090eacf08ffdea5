import { agendaOf, timeItem } from '../../../db/meetings/record/agenda.ts'
import { chairOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { command } from '../../define.ts'
import { itemLine } from '../agenda/card.ts'
import { findItem } from '../agenda/findItem.ts'
import { noteIt } from '../outcome/noteIt.ts'
import { underWay } from '../which.ts'
import { lockSitting } from './sitting.ts'
import { currentItem } from './standing.ts'

export const next = command({
  name: 'next',
  about: 'Go on to the next item, or to the one named',
  options: {
    meeting: underWay,
    item: option.text({ about: 'Its number, such as 2, or words of its title', max: 200 }),
  },
  access: chairOf('meeting'),
  audience: 'room',
  changes: true,
  examples: ['/meeting next M1'],
  async run(context, { meeting: ref, item }) {
    const { db, now } = context
    const meeting = await lockSitting(context, ref.id)
    const agenda = await agendaOf(db, meeting.id)
    const current = currentItem(agenda)
    const wanted =
      item === undefined ? agenda.find(({ begunAt }) => begunAt === null) : findItem(agenda, item)
    if (wanted && wanted === current) throw new UserError(`“${wanted.title}” is under discussion already.`)
    if (!wanted && !current)
      throw new UserError('Nothing more is on the agenda. Add an item, or end the meeting.', {
        buttons: [button('End the meeting', 'meeting end', { meeting: `M${meeting.id}` })],
      })
    if (current) await timeItem(db, current.id, { begunAt: current.begunAt, endedAt: now })
    if (wanted) await timeItem(db, wanted.id, { begunAt: now, endedAt: null })
    context.about(`meeting:${meeting.id}`)
    const values = { meeting: `M${meeting.id}` }
    if (!wanted) {
      await noteIt(context, meeting.id, rich`Went through the whole agenda.`)
      return message(
        rich`That was the last item of ${meeting.title}.`,
        block.buttons(button('End the meeting', 'meeting end', values, 'primary')),
      )
    }
    await noteIt(context, meeting.id, rich`Took up ${wanted.title}.`)
    return message(
      rich`Now: ${agenda.indexOf(wanted) + 1}. ${itemLine(wanted)}.`,
      block.buttons(
        button('Next item', 'meeting next', values, 'primary'),
        ...(current
          ? [
              button(`Undo: back to ${agenda.indexOf(current) + 1}`, 'meeting next', {
                ...values,
                item: `I${current.id}`,
              }),
            ]
          : []),
      ),
    )
  },
})
