import { sql } from 'kysely'

import { UserError } from '../../../src/core/errors.ts'
import { addDays, type Day, formatDay } from '../../../src/core/time/day.ts'
import { day, firstDay } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'

interface NextChair {
  readonly entity: string
  readonly group: string
  readonly from: Day
}

/** The chair of a group who is on record to begin on a day or after it. */
export const nextChair = statement((db, given: Params<{ groupId: number; from: Day }>) =>
  db
    .selectFrom('roles as r')
    .innerJoin('entities as e', 'e.id', 'r.entityId')
    .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
    .select(['e.acronym as entity', 'g.acronym as group'])
    .select(({ ref }) => sql<Day>`${firstDay(ref('r.during'))}`.as('from'))
    .where('r.groupId', '=', given.groupId)
    .where('r.role', '=', 'chair')
    .where(({ ref }) => sql<boolean>`${firstDay(ref('r.during'))} >= ${day(given.from)}`)
    .orderBy(({ ref }) => firstDay(ref('r.during')))
    .limit(1),
)

/** Says that a chair who is on record stands in the way of a term, and how it is taken out of it. */
export function inTheWay({ entity, group, from: begins }: NextChair, from: Day): UserError {
  const release = `/wg release ${group} role:chair entity:${entity} on:${begins}`
  return begins === from
    ? new UserError(
        `${entity} is on record as chair of ${group} from ${formatDay(begins)}; ${release} takes that back. Nothing was changed.`,
      )
    : new UserError(
        `${entity} is chair of ${group} from ${formatDay(begins)}: the last day is ${formatDay(addDays(begins, -1))} at the latest, or ${release} first. Nothing was changed.`,
        { option: 'to' },
      )
}
