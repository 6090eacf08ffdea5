import { UserError } from '../../../src/core/errors.ts'
import type { Trx } from '../../store/db.ts'
import { type Change, type Recorder, recordChange } from '../edit/changes.ts'
import { stamp } from '../edit/stamp.ts'
import { restoreSeats } from './seats.ts'

/** Takes a seat back that was filled; whoever held it before goes on. Raises `UserError` where it was taken back already. */
export async function revertSeat(
  trx: Trx,
  { id, recordId, before, after }: Change,
  recorder: Recorder,
): Promise<number> {
  const ended = before as {
    readonly seats: readonly { readonly id: number; readonly during: string }[]
    /** Whether the seat was ended and not filled. */
    readonly stays?: boolean
  } | null
  if (ended === null) throw new UserError(`D${id} took a seat back. Nominate again. Nothing was changed.`)
  await stamp(trx, recorder)
  if (!ended.stays) await trx.deleteFrom('seats').where('id', '=', recordId).execute()
  await restoreSeats(trx, ended.seats, recorder)
  return recordChange(trx, { kind: 'seat', recordId, before: null, after }, recorder)
}
