import { type Expression, sql } from 'kysely'

import type { Role } from '../../src/core/feature/caller.ts'

/** The roles that lead a group. */
export const leadingRoles: readonly Role[] = ['chair', 'co-chair', 'vice-chair']

/** The place of a role in lists, from chair to observer. */
export function inOrderOfRank(role: Expression<Role>) {
  return sql<number>`array_position(array['chair', 'co-chair', 'vice-chair', 'member', 'observer'], ${role})`
}
