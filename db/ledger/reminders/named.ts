import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { holdsWords } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'

interface Sought {
  readonly personId: number
  /** The groups whose reminders are meant as well. */
  readonly groupIds: readonly number[]
  /** Any where there are none. */
  readonly words: string
  readonly limit: number
  /** Whether those that are over or cancelled are meant as well. */
  readonly over: boolean
}

/** Somebody’s own reminders and those of groups, by words of what they remind of, the latest first. */
export async function remindersNamed(
  db: Db,
  sought: Sought,
): Promise<readonly { readonly id: number; readonly title: string }[]> {
  return named(db, { ...sought, groupIds: [...sought.groupIds] })
}

const named = statement((db, given: Params<Omit<Sought, 'groupIds'> & { groupIds: number[] }>) =>
  db
    .selectFrom('reminders as r')
    .select(['r.id', 'r.text as title'])
    .where((eb) => eb.or([eb('r.status', '=', 'waiting'), sql<boolean>`${given.over}::boolean`]))
    .where((eb) =>
      eb.or([
        eb.and([eb('r.personId', '=', given.personId), eb('r.groupId', 'is', null)]),
        eb('r.groupId', '=', sql<number>`any(${given.groupIds}::int[])`),
      ]),
    )
    .where(({ ref }) => holdsWords(ref('r.text'), sql<string>`${given.words}::text`))
    .orderBy('r.id', 'desc')
    .limit(given.limit),
)
