import type { SeatAppointment } from '../../../db/directory/seats/seats.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import type { Context } from '../../define.ts'

/** Tells the person seated, and the one who nominated them, that it is done. */
export function tellSeated(
  context: Context,
  seated: SeatAppointment & {
    readonly change: number
    readonly group: string
    readonly entity: string
    readonly name: string
    readonly nominatedBy?: number
  },
): void {
  const { personId, nominatedBy, change, seat, group, entity, name, from } = seated
  const told = new Set([personId, ...(nominatedBy === undefined ? [] : [nominatedBy])])
  told.delete(context.caller.personId)
  context.notify(
    [...told].map((id) => ({
      key: `seated:${change}:${id}`,
      personId: id,
      kind: 'seated',
      subject: `group:${seated.groupId}`,
      message: message(
        id === personId
          ? rich`You hold the ${seat} seat of ${entity} in ${group} from ${formatDay(from)} on.`
          : rich`${name} holds the ${seat} seat of ${entity} in ${group} from ${formatDay(from)} on, as you nominated.`,
        block.buttons(button('Show the group', 'wg show', { wg: group })),
      ),
    })),
  )
}
