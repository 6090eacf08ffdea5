import { closedGroups } from '../../../db/directory/groups.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { GroupRef } from '../../../src/core/option.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import type { Context } from '../../define.ts'

/** Raises `UserError` where one of these groups is closed on that day: it meets no more, and nobody joins it or is asked for it. */
export async function refuseClosed(
  { db, today }: Pick<Context, 'db' | 'today'>,
  groups: readonly Pick<GroupRef, 'id'>[],
  on: Day,
): Promise<void> {
  const ids = groups.map(({ id }) => id)
  const [first] = await closedGroups(db, ids, on)
  if (!first?.retired) return
  const { acronym, retired } = first
  throw new UserError(
    `${acronym} is closed ${retired <= today ? 'since' : 'from'} ${formatDay(retired)}${retired <= today ? '' : ' on'}; it no longer meets.`,
    { option: 'wg' },
  )
}
