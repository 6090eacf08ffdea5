import { sql } from 'kysely'

import type { Day } from '../../src/core/time/day.ts'
import type { Period } from '../../src/core/time/period.ts'
import type { Trx } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'
import { beganBy, fallsInto } from './listUpdates.ts'

/**
 * Gives a newly opened issue the updates that wait for it: those that were kept for the next one, and those that belong
 * to none and began before its months end, for an issue of earlier months may never come. An annual issue takes what falls
 * into its year. Returns them.
 */
export async function adoptUpdates(
  trx: Trx,
  { id: newsletterId, kind }: { readonly id: number; readonly kind: string },
  { from, to }: Period,
): Promise<readonly AdoptedUpdate[]> {
  return adopt(trx, { newsletterId, kind, from, to })
}

export interface AdoptedUpdate {
  readonly id: number
  readonly endOn: Day | null
}

/** Gives a reopened issue what was posted while it took nothing and falls into its months; returns their numbers. */
export async function adoptSinceClosed(
  trx: Trx,
  newsletterId: number,
  { from, to }: Period,
): Promise<readonly number[]> {
  const adopted = await adoptMissed(trx, { newsletterId, from, to })
  return adopted.map(({ id }) => id)
}

/** Takes out of an issue what its reopening took in and is in it still. */
export async function releaseAdopted(trx: Trx, newsletterId: number, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await release(trx, { newsletterId, ids: [...ids] })
}

const release = statement((db, given: Params<{ newsletterId: number; ids: number[] }>) =>
  db
    .updateTable('updates')
    .set({ newsletterId: null })
    .where('newsletterId', '=', given.newsletterId)
    .where('id', '=', sql<number>`any(${given.ids}::int[])`)
    .where('status', 'in', ['proposed', 'accepted', 'returned']),
)

const adoptMissed = statement((db, given: Params<Period & { newsletterId: number }>) =>
  db
    .updateTable('updates as u')
    .from('updateVersions as v')
    .set({ newsletterId: given.newsletterId })
    .whereRef('v.updateId', '=', 'u.id')
    .whereRef('v.version', '=', 'u.version')
    .where('u.status', 'in', ['proposed', 'accepted', 'returned'])
    .where('u.newsletterId', 'is', null)
    .where('u.heldOver', '=', false)
    .where((eb) => fallsInto(eb, given))
    .returning('u.id'),
)

const adopt = statement((db, given: Params<Period & { newsletterId: number; kind: string }>) => {
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
      .where((eb) =>
        eb.or([
          eb('u.heldOver', '=', true),
          fallsInto(eb, given),
          eb.and([
            eb(sql<string>`${given.kind}::text`, '=', 'bi-monthly'),
            eb('u.newsletterId', 'is', null),
            beganBy(eb, given),
          ]),
        ]),
      )
      .returning(['u.id', 'v.endOn'])
  )
})
