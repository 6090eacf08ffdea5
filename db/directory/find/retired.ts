import type { Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { fold } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'

/** Somebody who is out of the directory, and whose record stays. */
export interface RetiredPerson {
  readonly id: number
  readonly name: string
  /** The first day on which they are no longer in it. */
  readonly retiredOn: Day
}

/** Those of exactly this name who have left the directory; whoever asked to be forgotten is not among them. */
export async function retiredNamed(db: Db, name: string): Promise<readonly RetiredPerson[]> {
  const rows = await named(db, { name })
  return rows.flatMap(({ retiredOn, ...one }) => (retiredOn === null ? [] : [{ ...one, retiredOn }]))
}

const named = statement((db, given: Params<{ name: string }>) =>
  db
    .selectFrom('people as p')
    .select(['p.id', 'p.name', 'p.retiredOn'])
    .where(({ ref, eb }) => eb(fold(ref('p.name')), '=', fold(given.name)))
    .where('p.retiredOn', 'is not', null)
    .where('p.mergedInto', 'is', null)
    .where('p.email', 'is not', null)
    .orderBy('p.retiredOn', 'desc')
    .orderBy('p.id')
    .limit(3),
)
