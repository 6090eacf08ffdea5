import { meetingById } from '../../../db/meetings/meetings.ts'
import { listActions } from '../../../db/meetings/record/actions.ts'
import { agendaOf } from '../../../db/meetings/record/agenda.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { belongs } from '../../../src/core/feature/caller.ts'
import { block, message, moment, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { command, found } from '../../define.ts'
import { refuseUninvited } from '../answer/invited.ts'
import { statusOf } from '../card.ts'
import { underWay } from '../meetingOption.ts'
import { agendaBlocks, agendaButtons } from './card.ts'

/** More matters arising than anybody would go through in a meeting. */
const mostArising = 20

export const showAgenda = command({
  group: 'agenda',
  name: 'show',
  about: 'The agenda of a meeting',
  heading: 'Agenda',
  options: {
    meeting: underWay,
    send: option.flag({ onlyPressed: true, about: 'It was to be sent, which is done by hand' }),
  },
  access: anyone,
  onlyFor: 'the group, whoever is invited, and the secretariat',
  audience: 'room',
  examples: ['/meeting agenda show M1'],
  async run(context, { meeting: ref, send = false }) {
    const { db, now, zone, caller } = context
    const meeting = found(await meetingById(db, ref.id), 'such meeting')
    await refuseUninvited(context, meeting)
    const items = await agendaOf(db, meeting.id)
    const arising =
      meeting.groupIds.length === 0 || meeting.status !== 'scheduled'
        ? []
        : await listActions(db, {
            groupIds: meeting.groupIds,
            meetingId: null,
            personId: null,
            status: 'open',
            now,
            limit: mostArising,
            offset: 0,
          })
    const off = meeting.status === 'cancelled' ? ` (${statusOf(meeting)})` : ''
    const title = rich`M${meeting.id} ${meeting.title}, ${moment(meeting.startsAt, zone)}${off}`
    return message(
      items.length > 0 || arising.length > 0
        ? rich`Agenda of ${title}:`
        : rich`${title} has no agenda${off === '' ? ' yet' : ''}.`,
      ...agendaBlocks(meeting, items, arising),
      send ? block.text('Nobody was written to: pass it on yourself.') : undefined,
      meeting.status === 'scheduled' && belongs(caller, meeting.groupIds)
        ? agendaButtons(meeting.id, items)
        : undefined,
    )
  },
})
