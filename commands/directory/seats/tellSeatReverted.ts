import type { RecordedChange } from '../../../db/directory/edit/changes.ts'
import { seatHolders } from '../../../db/directory/seats/seatHolders.ts'
import { entityById } from '../../../db/directory/visibility/entityById.ts'
import { groupAcronym } from '../../../db/directory/visibility/groupAcronym.ts'
import { type Block, block, button, message, rich } from '../../../src/core/message.ts'
import { type Context, found } from '../../define.ts'
import { toldLine } from '../../wg/told/toldLine.ts'

/** Tells whoever loses a seat because its filling was taken back, and whoever holds theirs again. */
export async function tellSeatReverted(
  context: Context,
  { recordId, before, after }: RecordedChange,
  act: () => Promise<number>,
): Promise<{ readonly change: number; readonly told: readonly (Block | undefined)[] }> {
  const { db, caller } = context
  const { seats = [], stays = false } = (before ?? {}) as {
    readonly seats?: readonly { readonly id: number }[]
    readonly stays?: boolean
  }
  const lost = stays ? [] : await seatHolders(db, [recordId])
  const change = await act()
  const back = await seatHolders(
    db,
    seats.map(({ id }) => id),
  )
  const group = await groupAcronym(db, Number(after['groupId']))
  const entity = found(await entityById(db, Number(after['entityId'])), 'such entity')
  const told = [
    ...lost.map((one) => ({ ...one, again: false })),
    ...back.map((one) => ({ ...one, again: true })),
  ].filter(({ personId }) => personId !== caller.personId)
  context.notify(
    told.map(({ personId, seat, again }) => ({
      key: `seat-back:${change}:${personId}`,
      personId,
      kind: 'seated',
      subject: `group:${after['groupId']}`,
      message: message(
        again
          ? rich`You hold the ${seat} seat of ${entity.acronym} in ${group} again, as before.`
          : rich`You do not hold the ${seat} seat of ${entity.acronym} in ${group} after all: it was taken back.`,
        block.buttons(button('Show the group', 'wg show', { wg: group })),
      ),
    })),
  )
  return { change, told: [toldLine(told.map(({ name }) => name))] }
}
