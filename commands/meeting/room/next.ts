import { type AgendaItem, agendaOf, timeItem } from '../../../db/meetings/record/agenda.ts'
import { takesPart } from '../../../db/meetings/room/takesPart.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { chairOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Button, block, button, type Message, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { type Context, command } from '../../define.ts'
import { itemLine } from '../agenda/card.ts'
import { findItem } from '../agenda/findItem.ts'
import { onlyUnderWay } from '../meetingOption.ts'
import { noteInHistory } from '../outcome/noteInHistory.ts'
import { type ItemTimes, setItemTimes, timesIn, timesText } from './itemTimes.ts'
import { lockSitting } from './sitting.ts'
import { currentItem, nextButton } from './standing.ts'

/** As `nextButton` says which item it follows; 0 between two. */
const afterText = /^after I(\d{1,9})$/

export const next = command({
  name: 'next',
  about: 'Go on to the next item, or to the one named',
  options: {
    meeting: onlyUnderWay,
    item: option.text({ about: 'Its number or words', max: 200 }),
    undoes: option.text({
      onlyPressed: true,
      about: 'When the items were taken up and ended before, as an undo says',
      max: 120,
    }),
  },
  access: chairOf('meeting'),
  audience: 'room',
  changes: true,
  examples: ['/meeting next M1'],
  async run(context, { meeting: ref, item, undoes }) {
    const { db, now, caller } = context
    const meeting = await lockSitting(context, ref.id)
    const agenda = await agendaOf(db, meeting.id)
    const current = currentItem(agenda)
    const follows = afterText.exec(item ?? '')?.[1]
    if (follows !== undefined && Number(follows) !== (current?.id ?? 0))
      throw new UserError(goneOn(agenda, current))
    if (undoes !== undefined) return goBack(context, meeting, agenda, timesIn(undoes))
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
    const undo = undoOf(values, agenda, wanted, current)
    if (!wanted) {
      await noteInHistory(context, meeting.id, rich`Went through the whole agenda.`)
      return message(
        rich`That was the last item of ${meeting.title}.`,
        block.buttons(button('End the meeting', 'meeting end', values, 'primary'), undo),
      )
    }
    await noteInHistory(context, meeting.id, rich`Took up ${wanted.title}.`)
    return message(
      rich`Now: ${agenda.indexOf(wanted) + 1}. ${itemLine(wanted)}.`,
      block.buttons(nextButton(meeting.id, wanted), undo),
    )
  },
})

/** Takes back that an item was taken up, as if it had not been: what was under discussion before goes on. */
function undoOf(
  values: Readonly<Record<string, string>>,
  agenda: readonly AgendaItem[],
  taken: AgendaItem | undefined,
  before: AgendaItem | undefined,
): Button {
  const label = before ? `Undo: back to ${agenda.indexOf(before) + 1}` : 'Undo: not taken up'
  return button(label, 'meeting next', {
    ...values,
    item: `after I${taken?.id ?? 0}`,
    undoes: timesText(taken, before),
  })
}

async function goBack(
  context: Context,
  meeting: Meeting,
  agenda: readonly AgendaItem[],
  before: readonly ItemTimes[],
): Promise<Message> {
  await setItemTimes(context.db, before)
  context.about(`meeting:${meeting.id}`)
  const goesOn = before.find(({ begunAt, endedAt }) => begunAt !== null && endedAt === null)
  const item = agenda.find(({ id }) => id === goesOn?.id)
  if (!item) {
    await noteInHistory(context, meeting.id, rich`Took back that an item was taken up.`)
    return message(
      rich`No item of ${meeting.title} is under discussion.`,
      block.buttons(nextButton(meeting.id, undefined)),
    )
  }
  await noteInHistory(context, meeting.id, rich`Went back to ${item.title}.`)
  return message(
    rich`Still: ${agenda.indexOf(item) + 1}. ${itemLine(item)}.`,
    block.buttons(nextButton(meeting.id, item)),
  )
}

function goneOn(agenda: readonly AgendaItem[], current: AgendaItem | undefined): string {
  if (!current) return 'The meeting has gone on in the meantime; nothing was changed.'
  return `The meeting has gone on in the meantime: now ${agenda.indexOf(current) + 1}. ${current.title}. Nothing was changed.`
}
