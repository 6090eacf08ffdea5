import type { Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** Which meetings a rule looks at again; null for all that are ahead. */
export type Recheck = readonly number[] | null

/**
 * Takes what a rule is to look at again, by the marks that changes of what it follows have left; undefined where
 * nothing has changed. Where it looks at everything, it does so once more after `next`.
 */
export async function takeRecheck(
  trx: Trx,
  rule: string,
  now: Date,
  next: Date,
): Promise<Recheck | undefined> {
  const taken = await take(trx, { rule, now })
  if (taken.length === 0) return undefined
  const meetings = taken.flatMap(({ meetingId }) => meetingId ?? [])
  if (meetings.length === taken.length) return [...new Set(meetings)]
  await lookAgain(trx, { rule, next })
  return null
}

const take = statement((db, given: Params<{ rule: string; now: Date }>) =>
  db
    .deleteFrom('rechecks')
    .using((from) =>
      from
        .selectFrom('rechecks')
        .select('id')
        .where('rule', '=', given.rule)
        .where('at', '<=', given.now)
        .forUpdate()
        // Another replica is working on it.
        .skipLocked()
        .as('marked'),
    )
    .whereRef('rechecks.id', '=', 'marked.id')
    .returning('rechecks.meetingId'),
)

const lookAgain = statement((db, given: Params<{ rule: string; next: Date }>) =>
  db.insertInto('rechecks').values({ rule: given.rule, at: given.next }),
)
