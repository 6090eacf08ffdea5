import type { EndedSeat } from '../../../db/directory/seats/seats.ts'
import { type Block, block, button, message, rich } from '../../../src/core/message.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import type { Context } from '../../define.ts'
import { correctorsOf } from '../upkeep/correctors.ts'
import { wantedKey } from './noneWanted.ts'

/** How many seats get a button of their own. */
const mostOffered = 5

/** When somebody leaves, their entity's coordinator is asked who takes their place; the secretariat where there is none. Says so to the caller. */
export async function askForNominee(
  context: Context,
  left: {
    readonly personId: number
    readonly name: string
    readonly entity: { readonly id: number; readonly acronym: string }
    readonly seats: readonly Pick<EndedSeat, 'group' | 'seat'>[]
    readonly on: string
    readonly change: number
  },
): Promise<Block | undefined> {
  const { entity, name, seats, on, change } = left
  const menders = (await correctorsOf(context, entity.id)).filter((id) => id !== left.personId)
  const ask = message(
    rich`${name} no longer represents ${entity.acronym} as of ${formatDay(on)}. Who takes their place?`,
    seats.length > 0
      ? block.list(seats.map(({ seat, group }) => `the ${seat} seat in ${group} is empty`))
      : undefined,
    block.buttons(
      ...seats.slice(0, mostOffered).map(({ seat, group }) => ({
        ...button(`Nominate for ${group}`, 'directory nominate', { wg: group, as: seat }),
        ask: true,
      })),
      { ...button('Add a person', 'directory add person', { entity: entity.acronym }), ask: true },
    ),
  )
  const asked = menders.filter((id) => id !== context.caller.personId || seats.length > 0)
  context.notify(
    asked.map((personId) => ({
      key: wantedKey(change, personId),
      personId,
      kind: 'nominee-wanted',
      subject: `entity:${entity.id}`,
      message: ask,
    })),
  )
  return asked.some((id) => id !== context.caller.personId)
    ? block.text(`Whoever looks after ${entity.acronym} is asked who takes their place.`)
    : undefined
}
