import { nameOfPerson } from '../../../db/directory/people.ts'
import { holdersUntil } from '../../../db/directory/transfers/held.ts'
import { workInHandOf } from '../../../db/directory/transfers/workInHand.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Day } from '../../../src/core/time/day.ts'
import { workWords } from './loadWords.ts'

/** Nobody has this number. */
const nobody = 0

/** The open work that the chair of a group until a day holds for it, in words; undefined where there is none. */
export async function formerChair(
  db: Db,
  { groupId, from, to }: { readonly groupId: number; readonly from: Day; readonly to: number | undefined },
  now: Date,
): Promise<{ readonly name: string; readonly inHand: string } | undefined> {
  const [former] = await holdersUntil(db, { groupId, role: 'chair' }, from)
  const personId = former?.personId ?? null
  if (personId === null || personId === to) return undefined
  const words = workWords(await workInHandOf(db, { from: personId, to: to ?? nobody }, now, false, groupId))
  return words.length === 0 ? undefined : { name: await nameOfPerson(db, personId), inHand: words.join(', ') }
}
