import { listUpdates } from '../../db/newsletter/listUpdates.ts'
import type { Db } from '../../db/store/db.ts'
import type { Choice } from '../core/errors.ts'
import type { Caller } from '../core/feature/caller.ts'
import { fold } from '../core/text/nearest.ts'

/** How many of the latest updates are searched. */
const searched = 100

/**
 * The latest updates that the caller may see, found by the beginning of their number or by words of their text: those
 * of the caller's own entity, or all for the secretariat.
 */
export async function updateChoices(db: Db, caller: Caller, typed: string): Promise<readonly Choice[]> {
  const { isSecretariat, personId, entityId } = caller
  const found = await listUpdates(db, {
    ...(isSecretariat ? {} : { visibleTo: { personId, entityId } }),
    limit: searched,
  })
  const word = fold(typed)
  return found
    .filter(({ id, text }) => `u${id}`.startsWith(word) || fold(text).includes(word))
    .map(({ id, text, status }) => ({ label: `U${id} (${status}) ${text}`, value: `U${id}` }))
}
