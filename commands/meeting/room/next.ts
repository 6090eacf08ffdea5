import { type AgendaItem, agendaOf, timeItem } from '../../../db/meetings/record/agenda.ts'
import { takesPart } from '../../../db/meetings/room/takesPart.ts'
import { chairOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { command } from '../../define.ts'
import { itemLine } from '../agenda/card.ts'
import { findItem } from '../agenda/findItem.ts'
import { sitting } from '../meetingOption.ts'
import { noteInHistory } from '../outcome/noteInHistory.ts'
import { lockSitting } from './sitting.ts'
import { currentItem, nextButton } from './standing.ts'

/** As `nextButton` says which item it follows; 0 between two. */
const afterText = /^after I(\d{1,9})$/

export const next = command({
  name: 'next',
  about: 'Go on to the next item, or to the one named',
  options: {
    meeting: sitting,
    item: option.text({ about: 'Its number, such as 2, or words of its title', max: 200 }),
  },
  access: chairOf('meeting'),
  audience: 'room',
  changes: true,
  examples: ['/meeting next M1'],
  async run(context, { meeting: ref, item }) {
    const { db, now, caller } = context
    const meeting = await lockSitting(context, ref.id)
    const agenda = await agendaOf(db, meeting.id)
    const current = currentItem(agenda)
    const follows = afterText.exec(item ?? '')?.[1]
    if (follows !== undefined && Number(follows) !== (current?.id ?? 0))
      throw new UserError(goneOn(agenda, current))
    const wanted =
      item === undefined || follows !== undefined
        ? agenda.find(({ begunAt }) => begunAt === null)
        : findItem(agenda, item)
    if (wanted && wanted === current) throw new UserError(`“${wanted.title}” is under discussion already.`)
    if (!wanted && !current)
      throw new UserError('Nothing more is on the agenda. Add an item, or end the meeting.', {
        buttons: [
          { ...button('Add an item', 'meeting agenda add', { meeting: `M${meeting.id}` }), ask: true },
          button('End the meeting', 'meeting end', { meeting: `M${meeting.id}` }),
        ],
      })
    if (current) await timeItem(db, current.id, { begunAt: current.begunAt, endedAt: now })
    if (wanted) await timeItem(db, wanted.id, { begunAt: now, endedAt: null })
    await takesPart(db, meeting.id, caller.personId, now)
    context.about(`meeting:${meeting.id}`)
    const values = { meeting: `M${meeting.id}` }
    if (!wanted) {
      await noteInHistory(context, meeting.id, rich`Went through the whole agenda.`)
      return message(
        rich`That was the last item of ${meeting.title}.`,
        block.buttons(button('End the meeting', 'meeting end', values, 'primary')),
      )
    }
    await noteInHistory(context, meeting.id, rich`Took up ${wanted.title}.`)
    return message(
      rich`Now: ${agenda.indexOf(wanted) + 1}. ${itemLine(wanted)}.`,
      block.buttons(
        nextButton(meeting.id, wanted),
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

function goneOn(agenda: readonly AgendaItem[], current: AgendaItem | undefined): string {
  if (!current) return 'The meeting has gone on meanwhile; nothing was changed.'
  return `The meeting has gone on meanwhile: now ${agenda.indexOf(current) + 1}. ${current.title}. Nothing was changed.`
}
