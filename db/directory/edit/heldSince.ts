import { sql } from 'kysely'

import { UserError } from '../../../src/core/errors.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import type { Trx } from '../../store/db.ts'
import { inForce } from './inForce.ts'

/**
 * From which day the values of a person's columns hold that stand there now; `always` for those that were never
 * changed. Raises `UserError` where they hold from different days: each is a correction of its own.
 */
export async function heldSince(
  trx: Trx,
  personId: number,
  columns: readonly string[],
): Promise<Day | 'always'> {
  const days: (Day | 'always')[] = []
  for (const column of columns) {
    const changes = await trx
      .selectFrom('directoryChanges')
      .select(['id', 'reverts'])
      .select(({ ref }) => sql<Day>`${ref('holdsFrom')}::text`.as('day'))
      .where('kind', '=', 'person')
      .where('recordId', '=', personId)
      .where('before', 'is not', null)
      .where(({ ref }) => sql<boolean>`${ref('after')} ? ${column}`)
      .orderBy('id')
      .execute()
    const last = inForce(changes).at(-1)
    days.push(last === undefined || last.day === '-infinity' ? 'always' : last.day)
  }
  const [first = 'always'] = days
  const other = days.find((day) => day !== first)
  if (other === undefined) return first
  const words = (day: Day | 'always') => (day === 'always' ? 'from the beginning' : `since ${formatDay(day)}`)
  throw new UserError(
    `What stands there was not set on one day: some of it ${words(first)}, some ${words(other)}. Correct one at a time. Nothing was changed.`,
  )
}
