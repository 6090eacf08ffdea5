import { lockMeeting } from '../../../db/meetings/meetings.ts'
import { agendaOf, setRemoved } from '../../../db/meetings/record/agenda.ts'
import { memberOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { command, found } from '../../define.ts'
import { meetingOption } from '../meetingOption.ts'
import { noteInHistory } from '../outcome/noteInHistory.ts'
import { refuseUnlessAhead } from './ahead.ts'
import { agendaBlocks } from './card.ts'
import { itemsNamed } from './findItem.ts'
import { refuseTakenOffTwice } from './saidTwice.ts'
import { tellAdders } from './told/tellAdders.ts'
import { tellPresenters } from './told/tellPresenters.ts'

export const removeItem = command({
  group: 'agenda',
  name: 'remove',
  about: 'Remove an item from the agenda',
  options: {
    meeting: meetingOption,
    item: required(option.text({ about: 'Its number or words: 2, or 2 and 3', max: 400 })),
  },
  access: memberOf('meeting'),
  audience: 'room',
  changes: true,
  examples: ['/meeting agenda remove M1 item:2'],
  async run(context, { meeting: ref, item }) {
    const { db, now } = context
    const meeting = found(await lockMeeting(db, ref.id), 'such meeting')
    refuseUnlessAhead(meeting)
    const all = await agendaOf(db, meeting.id)
    const taken = itemsNamed(all, item)
    const begun = taken.find(({ begunAt }) => begunAt)
    if (begun)
      throw new UserError(
        `“${begun.title}” was taken up in the meeting, so it stays on the agenda. Nothing was changed.`,
      )
    await refuseTakenOffTwice(context, meeting.id, { typed: item, items: all, taken })
    for (const { id } of taken) await setRemoved(db, { meetingId: meeting.id, id }, now)
    context.about(`meeting:${meeting.id}`)
    const titles = taken.map(({ title }) => title).join('; ')
    await noteInHistory(context, meeting.id, rich`Taken off the agenda: ${titles}.`)
    const told = tellAdders(context, meeting, taken, { kind: 'removed' })
    const presenters = await tellPresenters(
      context,
      meeting,
      taken.map((was) => ({ was })),
      taken.map(({ addedBy }) => addedBy),
    )
    const values = { meeting: `M${meeting.id}`, item: taken.map(({ id }) => `I${id}`).join(', ') }
    return message(
      rich`Taken off the agenda of M${meeting.id} ${meeting.title}: ${titles}.`,
      told,
      ...presenters,
      ...agendaBlocks(meeting, await agendaOf(db, meeting.id), []),
      block.buttons(
        button(taken.length > 1 ? 'Undo: put them back' : 'Undo: put it back', 'meeting agenda add', values),
      ),
    )
  },
})
