import { type Day, formatDay } from '../../../../src/core/time/day.ts'
import type { Mapping } from '../../../../src/directory/import/columns.ts'
import { columnOf, type Problem } from '../../../../src/directory/import/records.ts'
import type { Planned } from './plan.ts'

/** Entities that join on a day to come: more often a slip of the year than meant. */
export function daysAhead(planned: readonly Planned[], mapping: Mapping, today: Day): readonly Problem[] {
  return planned.flatMap(({ row, patch: { joined } }) =>
    joined == null || joined <= today
      ? []
      : [
          {
            row,
            column: columnOf(mapping, 'joined'),
            text: `${formatDay(joined)} is ahead: until then the entity is in no list and no figure.`,
          },
        ],
  )
}
