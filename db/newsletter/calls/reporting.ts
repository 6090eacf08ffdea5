import type { Expression, ExpressionBuilder } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Database } from '../../schema.ts'

/** Whether the entity `e` is a member or an observer on a day, and so is asked what it has for an issue. */
export function reportsOn(
  eb: ExpressionBuilder<Database & { e: Database['entities'] }, 'e'>,
  on: Expression<Day>,
) {
  return eb.and([
    eb('e.kind', 'in', ['member', 'observer']),
    eb.or([eb('e.joined', 'is', null), eb('e.joined', '<=', on)]),
    eb.or([eb('e.retired', 'is', null), eb('e.retired', '>', on)]),
  ])
}
