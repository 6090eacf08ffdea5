import { UserError } from '../../../src/core/errors.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import type { Trx } from '../../store/db.ts'
import { type Recorder, recordChange } from '../edit/changes.ts'
import { stamp } from '../edit/stamp.ts'
import { endSeats, keptSeat, type OpenSeat, openSeats, type Seat } from './seats.ts'

/** The seat that a person holds in a group, and the first day without it. */
interface Ending {
  readonly person: { readonly id: number; readonly name: string }
  readonly group: { readonly id: number; readonly acronym: string }
  /** Which of theirs; the only one where it is not said. */
  readonly seat?: Seat | undefined
  readonly on: Day
}

/** Ends one seat of a person, whatever else they hold. Raises `UserError` where they hold none or several, or began later. */
export async function endSeat(
  trx: Trx,
  { person, group, seat, on }: Ending,
  recorder: Recorder,
): Promise<{ readonly change: number; readonly ended: OpenSeat }> {
  await trx.selectFrom('workingGroups').select('id').where('id', '=', group.id).forUpdate().execute()
  await stamp(trx, recorder)
  const held = await openSeats(trx, on, { personId: person.id, groupId: group.id })
  const meant = held.filter((one) => seat === undefined || one.seat === seat)
  const [ended, other] = meant
  if (!ended) {
    const others = held.map((one) => one.seat).join(' and the ')
    throw new UserError(
      `${person.name} holds no ${seat ? `${seat} ` : ''}seat in ${group.acronym} on ${formatDay(on)}${others === '' ? '' : `, but the ${others} seat`}. Nothing was changed.`,
      { option: seat ? 'as' : 'wg' },
    )
  }
  if (other) {
    throw new UserError(
      `${person.name} holds ${meant.length} seats in ${group.acronym} from ${formatDay(on)} on. Say which. Nothing was changed.`,
      { option: 'as' },
    )
  }
  if (ended.first !== null && ended.first > on) {
    throw new UserError(
      `The ${ended.seat} seat of ${person.name} in ${group.acronym} begins on ${formatDay(ended.first)}. Give that day to take it out before it begins. Nothing was changed.`,
      { option: 'on' },
    )
  }
  await endSeats(trx, [ended], on)
  const change = await recordChange(
    trx,
    {
      kind: 'seat',
      recordId: ended.id,
      before: { seats: [keptSeat(ended)], stays: true },
      after: { seat: ended.seat, groupId: group.id, entityId: ended.entityId, until: on },
    },
    recorder,
  )
  return { change, ended }
}
