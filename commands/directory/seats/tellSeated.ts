import type { EndedSeat, SeatAppointment } from '../../../db/directory/seats/seats.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { addDays, formatDay } from '../../../src/core/time/day.ts'
import type { Context } from '../../define.ts'

/** The key of what tells somebody that a seat is filled by a change. */
export function seatedKey(change: number, personId: number): string {
  return `seated:${change}:${personId}`
}

/** Tells the person seated, the one who nominated them and whoever held the seat until then that it is done. */
export function tellSeated(
  context: Context,
  seated: SeatAppointment & {
    readonly change: number
    readonly group: string
    readonly entity: string
    readonly name: string
    readonly nominatedBy?: number
    readonly ended: readonly Pick<EndedSeat, 'personId' | 'seat'>[]
  },
): void {
  const { personId, nominatedBy, change, seat, group, entity, name, from } = seated
  const former = seated.ended.filter((one) => one.personId !== personId)
  const told = new Set([
    ...[personId, ...(nominatedBy === undefined ? [] : [nominatedBy])],
    ...former.map((one) => one.personId),
  ])
  told.delete(context.caller.personId)
  context.notify(
    [...told].map((id) => ({
      key: seatedKey(change, id),
      personId: id,
      kind: 'seated',
      subject: `group:${seated.groupId}`,
      message: message(
        id === personId
          ? rich`You hold the ${seat} seat of ${entity} in ${group} from ${formatDay(from)} on.`
          : id !== nominatedBy
            ? rich`You hold the ${seat} seat of ${entity} in ${group} until ${formatDay(addDays(from, -1))}; ${name} holds it from ${formatDay(from)} on.`
            : rich`${name} holds the ${seat} seat of ${entity} in ${group} from ${formatDay(from)} on, as you nominated.`,
        block.buttons(button('Show the group', 'wg show', { wg: group })),
      ),
    })),
  )
}
