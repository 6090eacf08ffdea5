import { thingsOf } from '../../../db/directory/moves/things.ts'
import type { Db } from '../../../db/store/db.ts'
import { thingWords } from './loadWords.ts'

/** All that is in hand is counted, also what another is invited to. */
const nobody = 0

/** What is left in the hand of somebody who leaves, in words; their reminders only for whom they may concern. */
export async function leftInHand(
  db: Db,
  personId: number,
  now: Date,
  withReminders: boolean,
): Promise<readonly string[]> {
  const things = await thingsOf(db, { from: personId, to: nobody }, now, false)
  return thingWords(withReminders ? things : { ...things, reminders: [] })
}
