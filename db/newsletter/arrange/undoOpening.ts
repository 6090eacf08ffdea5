import { sql } from 'kysely'

import type { Trx } from '../../store/db.ts'

/** What is written of an issue once somebody has worked on it or sent something for it. */
const traces = [
  'updates',
  'newsletterEditions',
  'newsletterNotes',
  'newsletterNudges',
  'newsletterOmissions',
  'newsletterOrders',
  'newsletterPasses',
  'newsletterPreviews',
] as const

/**
 * Takes an issue away as if it had never been opened, held by the caller; false, and nothing is done, where something
 * was posted, written or sent for it.
 */
export async function undoOpening(trx: Trx, newsletterId: number): Promise<boolean> {
  for (const table of traces) {
    const [found] = await trx
      .selectFrom(table)
      .select(sql<number>`1`.as('one'))
      .where('newsletterId', '=', newsletterId)
      .limit(1)
      .execute()
    if (found) return false
  }
  const told = await trx
    .selectFrom('notices')
    .select('id')
    .where('subject', '=', `newsletter:${newsletterId}`)
    .limit(1)
    .execute()
  if (told.length > 0) return false
  await trx.deleteFrom('newsletterUncalled').where('newsletterId', '=', newsletterId).execute()
  await trx.deleteFrom('newsletterCalls').where('newsletterId', '=', newsletterId).execute()
  await trx.deleteFrom('newsletters').where('id', '=', newsletterId).execute()
  return true
}
