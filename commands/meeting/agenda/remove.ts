import { lockMeeting } from '../../../db/meetings/meetings.ts'
import { agendaOf, setRemoved } from '../../../db/meetings/record/agenda.ts'
import { memberOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { command, found } from '../../define.ts'
import { noteIt } from '../outcome/noteIt.ts'
import { which } from '../which.ts'
import { refuseUnlessAhead } from './ahead.ts'
import { agendaBlocks } from './card.ts'
import { findItem } from './findItem.ts'

export const removeItem = command({
  group: 'agenda',
  name: 'remove',
  about: 'Remove an item from a meeting’s agenda',
  options: {
    meeting: which,
    item: required(option.text({ about: 'Its number, such as 2, or words of its title', max: 200 })),
  },
  access: memberOf('meeting'),
  audience: 'room',
  changes: true,
  examples: ['/meeting agenda remove M1 item:2'],
  async run(context, { meeting: ref, item }) {
    const { db, now } = context
    const meeting = found(await lockMeeting(db, ref.id), 'such meeting')
    refuseUnlessAhead(meeting)
    const one = findItem(await agendaOf(db, meeting.id), item)
    if (one.begunAt)
      throw new UserError(`“${one.title}” was taken up in the meeting, so it stays on the agenda.`)
    await setRemoved(db, { meetingId: meeting.id, id: one.id }, now)
    context.about(`meeting:${meeting.id}`)
    await noteIt(context, meeting.id, rich`Taken off the agenda: ${one.title}.`)
    const values = { meeting: `M${meeting.id}`, item: `I${one.id}` }
    return message(
      rich`Taken off the agenda of M${meeting.id} ${meeting.title}: ${one.title}.`,
      ...agendaBlocks(meeting, await agendaOf(db, meeting.id), []),
      block.buttons(button('Undo: put it back', 'meeting agenda add', values)),
    )
  },
})
