import { workInHandOf } from '../../../db/directory/transfers/workInHand.ts'
import type { Db } from '../../../db/store/db.ts'
import { workWords } from './loadWords.ts'

/** All that is in hand is counted, also what another is invited to. */
const nobody = 0

/** What is left in the hand of somebody who leaves, in words; their reminders only for whom they may concern. */
export async function leftInHand(
  db: Db,
  personId: number,
  now: Date,
  withReminders: boolean,
): Promise<readonly string[]> {
  const things = await workInHandOf(db, { from: personId, to: nobody }, now, false)
  return workWords(withReminders ? things : { ...things, reminders: [] })
}
