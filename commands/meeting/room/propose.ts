import { agendaOf } from '../../../db/meetings/record/agenda.ts'
import { propose as addProposal, resolutionsOf } from '../../../db/meetings/record/resolutions.ts'
import { takesPart } from '../../../db/meetings/room/takesPart.ts'
import { chairOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import { command } from '../../define.ts'
import { onlyUnderWay } from '../meetingOption.ts'
import { noteInternally } from '../outcome/noteInHistory.ts'
import { lockSitting } from './sitting.ts'
import { currentItem } from './standing.ts'

export const propose = command({
  name: 'propose',
  about: 'Put a resolution to the meeting',
  options: {
    meeting: onlyUnderWay,
    text: required(
      option.text({ about: 'The resolution as it would be adopted', max: 2000, multiline: true }),
    ),
  },
  access: chairOf('meeting'),
  audience: 'room',
  changes: true,
  examples: ['/meeting propose M1 text:"The group adopts its work plan for 2027"'],
  async run(context, { meeting: ref, text }) {
    const { db, now, caller } = context
    const meeting = await lockSitting(context, ref.id)
    await takesPart(db, meeting.id, caller.personId, now)
    const twin = (await resolutionsOf(db, meeting.id)).find(
      ({ status, body }) => status === 'proposed' && fold(body) === fold(text),
    )
    if (twin) throw new UserError(`R${twin.id} proposes that already and is open; nothing was changed.`)
    const item = currentItem(await agendaOf(db, meeting.id))
    const id = await addProposal(
      db,
      { meetingId: meeting.id, itemId: item?.id ?? null, body: text, proposedBy: caller.personId },
      now,
    )
    context.about(`meeting:${meeting.id}`)
    await noteInternally(context, meeting.id, rich`Proposed R${id}: ${text}`)
    const values = { meeting: `M${meeting.id}` }
    return message(
      rich`Proposed (R${id}): ${text}`,
      block.buttons(
        button('Adopt', 'meeting resolve', { ...values, proposal: `R${id}` }, 'primary'),
        { ...button('Object', 'meeting note', { ...values, objects: `R${id}` }), ask: true },
        button('Undo: withdraw it', 'meeting resolve', {
          ...values,
          proposal: `R${id}`,
          outcome: 'withdrawn',
        }),
      ),
    )
  },
})
