import { type PostWanted, postsReached } from '../../../db/directory/import/posts.ts'
import type { Db } from '../../../db/store/db.ts'
import { addDays, type Day, formatDay } from '../../../src/core/time/day.ts'
import type { Mapping } from '../../../src/directory/import/columns.ts'
import { columnOf } from '../../../src/directory/import/records.ts'
import type { Plan } from './plan/plan.ts'

/**
 * Refuses the changes of people whose new first day reaches into an earlier post with the same entity, or who stand for
 * another entity from a day ahead on: what is on record of them holds today.
 */
export async function refuseEarlierPosts(db: Db, mapping: Mapping, plan: Plan, today: Day): Promise<Plan> {
  if (plan.kind !== 'person') return plan
  const reached = await postsReached(db, plan.changed.flatMap(wantedOf(today)))
  const problems = plan.changed.flatMap(({ row, id, patch, before }) => {
    const until = reached.get(id)
    const { since } = patch
    if (until !== undefined) {
      const last = until === null ? 'with no last day' : `until ${formatDay(addDays(until, -1))}`
      const text = `They stood for that entity before, ${last}. Give a later first day.`
      return [{ row, id, column: columnOf(mapping, since === undefined ? 'entity' : 'since'), text }]
    }
    if (!since || since <= today || before.entityId === undefined || before.entityId === null) return []
    const text = `A change of entity can be recorded once it holds; ${formatDay(since)} is still ahead.`
    return [{ row, id, column: columnOf(mapping, 'since'), text }]
  })
  if (problems.length === 0) return plan
  const refused = new Set(problems.map(({ id }) => id))
  return {
    ...plan,
    changed: plan.changed.filter(({ id }) => !refused.has(id)),
    problems: [...plan.problems, ...problems.map(({ row, column, text }) => ({ row, column, text }))],
  }
}

function wantedOf(today: Day) {
  return ({ id, patch, current }: Plan['changed'][number]): readonly PostWanted[] => {
    if (patch.since === undefined && patch.entityId === undefined) return []
    const { entityId, since = null } = { ...current, ...patch }
    if (!entityId) return []
    const moves = current.entityId === entityId
    const was = current.since ?? null
    // A change of entity without a day takes effect today.
    return [{ personId: id, entityId, from: !moves && since === was ? today : since, was, moves }]
  }
}
