import { lockMeeting } from '../../../db/meetings/meetings.ts'
import { agendaOf } from '../../../db/meetings/record/agenda.ts'
import { addNote, removeNote } from '../../../db/meetings/record/notes.ts'
import { object, resolutionsOf } from '../../../db/meetings/record/resolutions.ts'
import { takesPart } from '../../../db/meetings/room/takesPart.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { type Context, command, found } from '../../define.ts'
import { refuseUninvited } from '../answer/invited.ts'
import { called } from '../called.ts'
import { hasBegun } from '../card.ts'
import { onlyUnderWay } from '../meetingOption.ts'
import { noteInHistory, noteInternally } from '../outcome/noteInHistory.ts'
import { refuseCancelled } from '../outcome/refuseCancelled.ts'
import { refuseNonMembers } from './objecting.ts'
import { lockSitting } from './sitting.ts'
import { currentItem } from './standing.ts'

export const note = command({
  name: 'note',
  about: 'Note something for the minutes, or object to a proposal',
  options: {
    meeting: onlyUnderWay,
    text: required(option.text({ about: 'The note, or why you object', max: 2000, multiline: true })),
    audience: option.choice({
      about: 'internal by default',
      choices: ['internal', 'shareable'],
    }),
    objects: option.record({ about: 'R1: the resolution your entity objects to', prefix: 'R' }),
    remove: option.record({ about: 'N1: take it out', prefix: 'N' }),
  },
  access: anyone,
  onlyFor: 'the group and whoever is invited; its member entities object',
  audience: 'room',
  changes: true,
  examples: ['/meeting note M1 text:"OPCW offered to host the next meeting" audience:shareable'],
  async run(context, { meeting: ref, text, audience = 'internal', objects, remove }) {
    const { db, now, caller } = context
    const meeting = found(await lockMeeting(db, ref.id), 'such meeting')
    const as = await refuseUninvited(context, meeting)
    context.about(`meeting:${meeting.id}`)
    if (objects !== undefined) {
      if (as === 'observer') throw new UserError('Observers may speak, but may not object to a proposal.')
      return objectTo(context, meeting, objects, text)
    }
    if (remove !== undefined) {
      const gone = await removeNote(
        db,
        { id: remove, meetingId: meeting.id, writtenBy: caller.personId },
        now,
      )
      if (!gone)
        throw new UserError(`N${remove} is not a note of yours in M${meeting.id}.`, { option: 'remove' })
      await noteInHistory(context, meeting.id, rich`Took the note N${remove} out of the minutes.`)
      return message(rich`Taken out of the minutes: ${gone.body}`)
    }
    refuseCancelled(context, meeting)
    if (!hasBegun(meeting, now))
      throw new UserError(`${called(meeting)} has not begun; put it on the agenda instead.`, {
        buttons: [
          { ...button('Add to the agenda', 'meeting agenda add', { meeting: `M${meeting.id}` }), ask: true },
        ],
      })
    const item = currentItem(await agendaOf(db, meeting.id))
    const written = { meetingId: meeting.id, itemId: item?.id ?? null, body: text, audience }
    const id = await addNote(db, { ...written, writtenBy: caller.personId }, now)
    const enter = audience === 'internal' ? noteInternally : noteInHistory
    await enter(context, meeting.id, rich`Noted (N${id}): ${text}`)
    return message(
      rich`Noted for the ${audience} minutes${item ? `, under “${item.title}”` : ''} (N${id}): ${text}`,
      block.buttons(
        button('Undo: take it out', 'meeting note', {
          meeting: `M${meeting.id}`,
          text: 'out',
          remove: `N${id}`,
        }),
      ),
    )
  },
})

async function objectTo(context: Context, meeting: Meeting, number: number, reason: string) {
  const { db, now, caller } = context
  const { id } = meeting
  await lockSitting(context, id)
  const proposal = (await resolutionsOf(db, id)).find((one) => one.id === number)
  if (proposal?.status !== 'proposed')
    throw new UserError(`R${number} is not an open proposal of M${id}.`, { option: 'objects' })
  if (caller.entityId === null)
    throw new UserError('Objections are recorded by entity, and you stand for none.')
  const who = caller.entityAcronym ?? caller.name
  await refuseNonMembers(db, meeting, [{ id: caller.entityId, acronym: who }], 'objects')
  await object(
    db,
    { resolutionId: number, entityId: caller.entityId, personId: caller.personId, reason },
    now,
  )
  await takesPart(db, id, caller.personId, now)
  await noteInternally(context, id, rich`${who} objects to R${number}: ${reason}`)
  return message(rich`${who} objects to R${number} “${proposal.body}”: ${reason}`)
}
