import {
  decidedNomination,
  decideNomination,
  lockNomination,
} from '../../../db/directory/seats/nominations.ts'
import { fillSeat } from '../../../db/directory/seats/seats.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import { type Context, command, found } from '../../define.ts'
import { revertButton } from '../edit/answer.ts'
import { recorderOf } from '../edit/recorderOf.ts'
import { tellSeated } from './tellSeated.ts'

const nomination = required(option.record({ about: 'The number of the nomination, such as N3', prefix: 'N' }))

export const confirmNominee = command({
  group: 'nominee',
  name: 'confirm',
  about: 'Confirm a nominee; they and whoever nominated them are told',
  options: { nomination },
  access: secretariat,
  changes: true,
  examples: ['/directory nominee confirm N1'],
  async run(context, { nomination: id }) {
    const { db, caller, now } = context
    const waiting = await openNomination(context, id)
    const { groupId, entityId, seat, personId, fromOn: from, group, entity, name, source } = waiting
    const filling = { groupId, entityId, seat, personId, from }
    const { change, ended } = await fillSeat(db, filling, recorderOf(context, source))
    await decideNomination(db, id, { outcome: 'confirmed', by: caller.personId, now, reason: null })
    context.about(`group:${groupId}`)
    tellSeated(context, { ...filling, change, ended, group, entity, name, nominatedBy: waiting.nominatedBy })
    return message(
      rich`N${id} is confirmed: ${name} holds the ${seat} seat of ${entity} in ${group} from ${formatDay(from)} on.`,
      block.buttons(revertButton(change)),
    )
  },
})

export const declineNominee = command({
  group: 'nominee',
  name: 'decline',
  about: 'Decline a nomination; whoever nominated is told why',
  options: {
    nomination,
    why: required(option.text({ about: 'Why, for whoever nominated', max: 500, multiline: true })),
  },
  access: secretariat,
  changes: true,
  examples: ['/directory nominee decline N1 why:"The letter names somebody else"'],
  async run(context, { nomination: id, why }) {
    const { db, caller, now } = context
    const waiting = await openNomination(context, id)
    await decideNomination(db, id, { outcome: 'declined', by: caller.personId, now, reason: why })
    context.about(`group:${waiting.groupId}`)
    context.notify([
      {
        key: `nomination:${id}:declined`,
        personId: waiting.nominatedBy,
        kind: 'nomination',
        subject: `group:${waiting.groupId}`,
        message: message(
          rich`N${id} was declined: ${waiting.name} for the ${waiting.seat} seat of ${waiting.entity} in ${waiting.group}. “${why}”`,
        ),
      },
    ])
    return message(rich`N${id} is declined; whoever nominated ${waiting.name} is told.`)
  },
})

/** A nomination that waits. Raises `UserError`, which says what became of one that waits no more. */
async function openNomination({ db }: Context, id: number) {
  const waiting = await lockNomination(db, id)
  const decided = waiting ? undefined : await decidedNomination(db, id)
  if (decided)
    throw new UserError(`N${id} was ${decided.outcome} by ${decided.by} already; nothing was changed.`, {
      buttons: [button(`Show ${decided.group}`, 'wg show', { wg: decided.group })],
    })
  return found(waiting, `nomination N${id}`)
}
