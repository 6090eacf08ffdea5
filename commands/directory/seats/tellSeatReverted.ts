import type { RecordedChange } from '../../../db/directory/edit/changes.ts'
import { seatHolders } from '../../../db/directory/seats/seatHolders.ts'
import { entityById } from '../../../db/directory/visibility/entityById.ts'
import { groupAcronym } from '../../../db/directory/visibility/groupAcronym.ts'
import { type Block, block, button, message, rich } from '../../../src/core/message.ts'
import { type Context, found } from '../../define.ts'
import { toldLine } from '../../wg/told/toldLine.ts'
import { officersTold, tellNoneWanted } from './noneWanted.ts'
import { seatedKey } from './tellSeated.ts'
import { reopened, tellWaitsAgain } from './waitsAgain.ts'

/** Tells whoever loses a seat because its filling was taken back, and whoever holds theirs again. */
export async function tellSeatReverted(
  context: Context,
  seatChange: RecordedChange,
  act: () => Promise<number>,
): Promise<{ readonly change: number; readonly told: readonly (Block | undefined)[] }> {
  const { db, caller } = context
  const { id: reverted, recordId, before, after } = seatChange
  const { seats = [], stays = false } = (before ?? {}) as {
    readonly seats?: readonly { readonly id: number }[]
    readonly stays?: boolean
  }
  const lost = stays ? [] : await seatHolders(db, [recordId])
  const change = await act()
  const waiting = stays ? undefined : await reopened(context, seatChange)
  const back = await seatHolders(
    db,
    seats.map(({ id }) => id),
  )
  const group = await groupAcronym(db, Number(after['groupId']))
  const entity = found(await entityById(db, Number(after['entityId'])), 'such entity')
  const told = [
    ...lost.map((one) => ({ ...one, holds: false })),
    ...back.map((one) => ({ ...one, holds: true })),
  ].filter(({ personId }) => personId !== caller.personId)
  const seat = `${after['seat']} seat of ${entity.acronym} in ${group}`
  const holder = back.find((one) => one.seat === after['seat'])?.name
  const unwanted = stays
    ? await tellNoneWanted(context, {
        ...{ reverted, change, entityId: entity.id },
        text: rich`${holder ?? 'Its holder'} holds the ${seat} again: ${caller.name} took its end back. Nobody needs to be nominated for it.`,
      })
    : undefined
  const again = waiting === undefined ? '' : ` N${waiting.id} waits for the secretariat again.`
  const nominators = stays ? [] : await officersTold(context, entity.id, (id) => seatedKey(reverted, id))
  const others = nominators.filter((id) => told.every(({ personId }) => personId !== id))
  context.notify(
    others.map((personId) => ({
      key: `seat-back:${change}:${personId}`,
      personId,
      kind: 'seated',
      subject: `group:${after['groupId']}`,
      message: message(
        rich`${lost.map(({ name }) => name).join(' and ') || 'Your nominee'} does not hold the ${seat} after all: ${caller.name} took that back.${again}`,
        block.buttons(button('Show the group', 'wg show', { wg: group })),
      ),
    })),
  )
  context.notify(
    told.map(({ personId, seat, holds }) => ({
      key: `seat-back:${change}:${personId}`,
      personId,
      kind: 'seated',
      subject: `group:${after['groupId']}`,
      message: message(
        holds
          ? rich`You hold the ${seat} seat of ${entity.acronym} in ${group} again, as before.`
          : rich`You do not hold the ${seat} seat of ${entity.acronym} in ${group} after all: it was taken back.${again}`,
        block.buttons(button('Show the group', 'wg show', { wg: group })),
      ),
    })),
  )
  const heard = [...others, ...told.map(({ personId }) => personId)]
  const name = lost.map((one) => one.name).join(' and ')
  const waits = waiting && (await tellWaitsAgain(context, waiting, { change, name, seat, heard }))
  return {
    change,
    told: [
      toldLine(told.map(({ name }) => name)),
      others.length > 0 ? block.text('Whoever nominated them is told.') : undefined,
      unwanted,
      ...(waits ?? []),
    ],
  }
}
