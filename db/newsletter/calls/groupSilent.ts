import { type Expression, sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import { isAmong } from '../../meetings/joint/groups.ts'
import { day } from '../../store/expressions.ts'
import type { QueryBuilder } from '../../store/statement.ts'

interface Looked {
  readonly issue: Expression<number>
  /** The first and the last day of the issue. */
  readonly from: Expression<Day>
  readonly to: Expression<Day>
  readonly group: Expression<number>
  readonly acronym: Expression<string>
}

/** Whether an issue has neither an update about a group nor a meeting that the group held. */
export function isGroupSilent(db: QueryBuilder, { issue, from, to, group, acronym }: Looked) {
  const about = db
    .selectFrom('updates as u')
    .innerJoin('updateVersions as v', (join) =>
      join.onRef('v.updateId', '=', 'u.id').onRef('v.version', '=', 'u.version'),
    )
    .select('u.id')
    .where('u.newsletterId', '=', issue)
    .where('v.wg', '=', acronym)
    .where('u.status', 'in', ['proposed', 'accepted', 'returned'])
  const held = db
    .selectFrom('meetings as m')
    .select('m.id')
    .where('m.status', '=', 'held')
    .where(({ ref }) => isAmong(ref('m.groups'), group))
    .where(({ between, ref }) =>
      between(sql<Day>`(${ref('m.startsAt')} at time zone ${ref('m.zone')})::date`, day(from), day(to)),
    )
  return sql<boolean>`(not exists (${about}) and not exists (${held}))`
}
