import { bindRoom, unbindRoom } from '../../db/meetings/rooms.ts'
import { chairOf } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import type { Invocation } from '../../src/core/invocation.ts'
import { block, button, message } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { command } from '../define.ts'
import { nextStep } from '../directory/upkeep/nextStep.ts'

const wg = required(option.group({ about: 'The group whose room this channel is' }))

export const bind = command({
  name: 'bind',
  about: 'Make this channel the group’s room: invitations, reminders and outcomes are posted here',
  options: { wg },
  access: chairOf('wg'),
  audience: 'room',
  changes: true,
  examples: ['/wg bind ETCIP'],
  async run(context, { wg: group }) {
    const { db, now, caller, invocation } = context
    const { shut } = invocation.place
    if (shut !== undefined) throw new UserError(shut)
    const fresh = await bindRoom(db, group.id, roomOf(invocation), caller.personId, now)
    context.about(`group:${group.id}`)
    return message(
      fresh
        ? `This is a room of ${group.acronym} now: its invitations, reminders and outcomes are posted here.`
        : `This is a room of ${group.acronym} already.`,
      block.buttons(button(fresh ? 'Undo: unbind it' : 'Unbind it', 'wg unbind', { wg: group.acronym })),
      ...(await nextStep(context)),
    )
  },
})

export const unbind = command({
  name: 'unbind',
  about: 'Stop posting the group’s news in this channel',
  options: { wg },
  access: chairOf('wg'),
  audience: 'room',
  changes: true,
  examples: ['/wg unbind ETCIP'],
  async run(context, { wg: group }) {
    const { db, invocation } = context
    if (!(await unbindRoom(db, group.id, roomOf(invocation)))) {
      throw new UserError(`This channel is not a room of ${group.acronym}, so nothing was changed.`)
    }
    context.about(`group:${group.id}`)
    return message(
      `This is not a room of ${group.acronym} any more.`,
      block.buttons(button('Undo: bind it again', 'wg bind', { wg: group.acronym })),
    )
  },
})

function roomOf({ place }: Invocation) {
  if (place.private) {
    throw new UserError(
      'This is a private conversation; a group’s room is a channel that its members read. Say it there.',
    )
  }
  return place
}
