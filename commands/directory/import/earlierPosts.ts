import { type PostWanted, postsReached } from '../../../db/directory/import/posts.ts'
import type { Db } from '../../../db/store/db.ts'
import { addDays, type Day, formatDay } from '../../../src/core/time/day.ts'
import type { Mapping } from '../../../src/directory/import/columns.ts'
import { columnOf } from '../../../src/directory/import/records.ts'
import type { Plan } from './plan.ts'

/** Refuses the changes of people whose new first day reaches into an earlier post with the same entity. */
export async function refuseEarlierPosts(db: Db, mapping: Mapping, plan: Plan, today: Day): Promise<Plan> {
  if (plan.kind !== 'person') return plan
  const reached = await postsReached(db, plan.changed.flatMap(wantedOf(today)))
  if (reached.size === 0) return plan
  const problems = plan.changed.flatMap(({ row, id, patch }) => {
    const until = reached.get(id)
    if (until === undefined) return []
    const last = until === null ? 'with no last day' : `until ${formatDay(addDays(until, -1))}`
    return [
      {
        row,
        column: columnOf(mapping, patch.since === undefined ? 'entity' : 'since'),
        text: `They stood for that entity before, ${last}. Give a later first day.`,
      },
    ]
  })
  return {
    ...plan,
    changed: plan.changed.filter(({ id }) => !reached.has(id)),
    problems: [...plan.problems, ...problems],
  }
}

function wantedOf(today: Day) {
  return ({ id, patch, current }: Plan['changed'][number]): readonly PostWanted[] => {
    if (patch.since === undefined && patch.entityId === undefined) return []
    const { entityId, since = null } = { ...current, ...patch }
    if (!entityId) return []
    const moves = current.entityId === entityId
    const was = current.since ?? null
    // Whoever changes their entity without a day does so today.
    return [{ personId: id, entityId, from: !moves && since === was ? today : since, was, moves }]
  }
}
