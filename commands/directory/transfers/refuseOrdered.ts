import { waitingLike } from '../../../db/directory/transfers/comingHandovers.ts'
import type { Successor } from '../../../db/directory/transfers/transferTerms.ts'
import type { Trx } from '../../../db/store/db.ts'
import { UserError } from '../../../src/core/errors.ts'
import { button } from '../../../src/core/message.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import type { NamedHanded } from './handed.ts'

/** Raises `UserError` where the same waits to be handed over already, to whomever and on whichever day. */
export async function refuseOrdered(
  trx: Trx,
  { handed, to, on }: { readonly handed: NamedHanded; readonly to: Successor; readonly on: Day },
): Promise<void> {
  const waiting = await waitingLike(trx, handed)
  if (!waiting) return
  const { id, toPerson, toName, onDay } = waiting
  const isSame = toPerson === to.id && onDay === on
  throw new UserError(
    isSame
      ? `That is ordered already: ${toName} takes over on ${formatDay(onDay)}. Nothing was changed.`
      : `Another handover of the same waits: to ${toName} on ${formatDay(onDay)}. Call it off first, and order this one then. Nothing was changed.`,
    { buttons: [button('Call it off', 'directory handover', { withdraw: String(id) })] },
  )
}
