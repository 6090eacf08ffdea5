import { type Expression, sql } from 'kysely'

import type { QueryBuilder } from '../../store/statement.ts'

/** The lists of groups and the single group below are numbers of `workingGroups`. */
type Groups = Expression<number[]>

/** Whether a group is one of those that meet. */
export function isAmong(groups: Groups, groupId: Expression<number | null>) {
  return sql<boolean>`${groups} @> array[${groupId}::int]`
}

/** The same the other way about, for a join on the group's own index. */
export function isOneOf(groupId: Expression<number | null>, groups: Expression<number[] | null>) {
  // The cast makes a list of what a subquery finds.
  return sql<boolean>`${groupId} = any (${groups}::int[])`
}

/** Whether two lists have a group in common. */
export function overlaps(one: Groups, other: Groups) {
  return sql<boolean>`${one} && ${other}`
}

/** The numbers that a statement is given, as a list of the store's own. */
export function listed(groupIds: Expression<readonly number[]>) {
  return sql<number[]>`${groupIds}::int[]`
}

/** The acronyms of the groups that meet, the first first. */
export function groupList(db: Pick<QueryBuilder, 'selectFrom'>, groups: Groups) {
  const all = db
    .selectFrom('workingGroups as w')
    .where(({ ref }) => isOneOf(ref('w.id'), groups))
    .select(({ ref }) =>
      sql<string[]>`array_agg(${ref('w.acronym')} order by array_position(${groups}, ${ref('w.id')}))`.as(
        'list',
      ),
    )
  return sql<string[]>`coalesce((${all}), '{}')`
}

/** `ETCIP`, `ETCIP and PCVE`, `ETCIP, PCVE and BMLE`; null for a meeting of no group. `first` is the acronym of the first. */
export function groupNames(
  db: Pick<QueryBuilder, 'selectFrom'>,
  groups: Groups,
  first: Expression<string | null>,
) {
  const all = db
    .selectFrom('workingGroups as w')
    .where(({ ref }) => isOneOf(ref('w.id'), groups))
    .select(({ ref }) =>
      sql<string>`regexp_replace(
        string_agg(${ref('w.acronym')}, ', ' order by array_position(${groups}, ${ref('w.id')})),
        ', ([^,]*)$', ' and \\1')`.as('names'),
    )
  return sql<string | null>`case when cardinality(${groups}) > 1 then (${all}) else ${first} end`
}
