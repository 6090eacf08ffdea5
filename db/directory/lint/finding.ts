import { type Expression, sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'

export interface Finding {
  /** What it is about, as it is called. */
  readonly label: string
  /** What names it in a command. */
  readonly handle: string
  /** The role that ended, the zone, the other one of two: what belongs to it. */
  readonly detail: string
  /** What names the other one of two, or the role, the entity and the person that end; empty for all else. */
  readonly other: string
}

export interface LintQuery {
  readonly on: Day
  readonly now: Date
  readonly limit: number
}

/** The columns of a finding. */
export function findingColumns(
  label: Expression<string | null>,
  handle: Expression<string | null>,
  detail: Expression<string | null> = nothing,
  other: Expression<string | null> = nothing,
) {
  return [
    sql<string>`coalesce(${label}, '')`.as('label'),
    sql<string>`coalesce(${handle}, '')`.as('handle'),
    sql<string>`coalesce(${detail}, '')`.as('detail'),
    sql<string>`coalesce(${other}, '')`.as('other'),
  ] as const
}

const nothing = sql<string>`''::text`
