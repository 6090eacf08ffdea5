import { lockUpdate, type Update } from '../../../db/newsletter/updates.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Context, found } from '../../define.ts'

/** An update that is on its way into an issue, held. Raises `UserError` for one that was withdrawn or merged. */
export async function lockOpenUpdate(context: Context, id: number): Promise<Update> {
  const update = found(await lockUpdate(context.db, id), `update U${id}`)
  refuseMerged(update)
  refuseWithdrawn(update)
  context.about(`update:${id}`)
  return update
}

/** Raises `UserError` for an update that another one already reports. */
export function refuseMerged({ id, status, mergedInto }: Pick<Update, 'id' | 'status' | 'mergedInto'>): void {
  if (status !== 'merged') return
  throw new UserError(
    `U${id} was merged into U${mergedInto}, which tells of it. The secretariat changes U${mergedInto}, or separates them with /update undo U${id}. Nothing was changed.`,
  )
}

/** Raises `UserError` for an update that was taken back. */
export function refuseWithdrawn({ id, status }: Pick<Update, 'id' | 'status'>): void {
  if (status !== 'withdrawn') return
  throw new UserError(
    `U${id} was withdrawn; restore it first with /update restore U${id}. Nothing was changed.`,
  )
}
