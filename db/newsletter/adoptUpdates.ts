import { sql } from 'kysely'

import type { Period } from '../../src/core/time/period.ts'
import type { Trx } from '../store/db.ts'
import { type Given, statement } from '../store/statement.ts'
import { fallsInto } from './listUpdates.ts'

/** Gives an issue the updates that belong to none and fall into its period, or wait for the next; returns how many. */
export async function adoptUpdates(
  trx: Trx,
  { id: newsletterId, kind }: { readonly id: number; readonly kind: string },
  { from, to }: Period,
): Promise<number> {
  const adopted = await adopt(trx, { newsletterId, kind, from, to })
  return adopted.length
}

const adopt = statement((db, given: Given<Period & { newsletterId: number; kind: string }>) => {
  const openAnnual = db
    .selectFrom('newsletters')
    .select('id')
    .where('kind', '=', 'annual')
    .where('status', '=', 'open')
  return (
    db
      .updateTable('updates as u')
      .from('updateVersions as v')
      // What an annual issue takes may still be held over for the next issue of its months.
      .set(({ ref }) => ({
        newsletterId: given.newsletterId,
        heldOver: sql<boolean>`${ref('u.heldOver')} and ${given.kind}::text = 'annual'`,
      }))
      .whereRef('v.updateId', '=', 'u.id')
      .whereRef('v.version', '=', 'u.version')
      .where('u.status', 'in', ['proposed', 'accepted', 'returned'])
      // What an annual issue took in the meantime belongs to the issue of its months.
      .where((eb) =>
        eb.or([
          eb('u.newsletterId', 'is', null),
          eb.and([
            eb(sql<string>`${given.kind}::text`, '=', 'bi-monthly'),
            eb('u.newsletterId', 'in', openAnnual),
          ]),
        ]),
      )
      .where((eb) => eb.or([eb('u.heldOver', '=', true), fallsInto(eb, given)]))
      .returning('u.id')
  )
})
