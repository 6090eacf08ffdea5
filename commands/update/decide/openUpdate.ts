import { lockUpdate, type Update } from '../../../db/newsletter/updates.ts'
import { UserError } from '../../../src/core/errors.ts'
import { button } from '../../../src/core/message.ts'
import { type Context, found } from '../../define.ts'

/** An update that is on its way into an issue, held. Raises `UserError` for one that was withdrawn or merged. */
export async function lockOpenUpdate(context: Context, id: number): Promise<Update> {
  const update = found(await lockUpdate(context.db, id), `update U${id}`)
  refuseMerged(update)
  refuseWithdrawn(context, update)
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

/** Raises `UserError` for an update that was taken back, with the button that restores it for whoever may. */
export function refuseWithdrawn(
  { caller }: Pick<Context, 'caller'>,
  { id, status, authorId }: Pick<Update, 'id' | 'status' | 'authorId'>,
): void {
  if (status !== 'withdrawn') return
  const mayRestore = authorId === caller.personId || caller.isSecretariat
  throw new UserError(
    mayRestore
      ? `U${id} was withdrawn; restore it first with /update restore U${id}. Nothing was changed.`
      : `U${id} was withdrawn; its author and the secretariat can restore it. Nothing was changed.`,
    { buttons: mayRestore ? [button(`Restore U${id}`, 'update restore', { update: `U${id}` })] : [] },
  )
}
