import { type Expression, sql } from 'kysely'

import type { Polls } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { holdsWords } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { listed, overlaps } from '../joint/groups.ts'

export interface OpenRecordQuery {
  /** Of which groups; null for those of all. */
  readonly groupIds: readonly number[] | null
  /** Any where there are none. */
  readonly words: string
  readonly limit: number
  /** Whether those that are over are meant as well. */
  readonly over: boolean
}

interface OpenRecord {
  readonly id: number
  readonly title: string
}

/** Polls that are not settled or all, by words of their title, the latest first. */
export async function pollsNamed(
  db: Db,
  sought: OpenRecordQuery,
): Promise<readonly (OpenRecord & Pick<Polls, 'status'>)[]> {
  return polls(db, sought)
}

const polls = statement((db, given: Params<OpenRecordQuery>) =>
  db
    .selectFrom('polls as p')
    .select(['p.id', 'p.title', 'p.status'])
    .where(({ eb }) => eb.or([eb('p.status', '<>', 'settled'), isOver(given)]))
    .where(({ ref }) => isTheirs(ref('p.groups'), given))
    .where(({ ref }) => says(ref('p.title'), given))
    .orderBy('p.id', 'desc')
    .limit(given.limit),
)

/** Texts under silence or all that were, by their words, the latest first. */
export async function silencesNamed(db: Db, sought: OpenRecordQuery): Promise<readonly OpenRecord[]> {
  return silences(db, sought)
}

const silences = statement((db, given: Params<OpenRecordQuery>) =>
  db
    .selectFrom('silenceProcedures as s')
    .select(['s.id', 's.body as title'])
    .where(({ eb }) => eb.or([eb('s.status', '=', 'open'), isOver(given)]))
    .where(({ ref }) => isTheirs(sql<number[]>`array[${ref('s.groupId')}]`, given))
    .where(({ ref }) => says(ref('s.body'), given))
    .orderBy('s.id', 'desc')
    .limit(given.limit),
)

/** Actions that are not done or all, by what is to be done, the latest first. */
export async function actionsNamed(db: Db, sought: OpenRecordQuery): Promise<readonly OpenRecord[]> {
  return actions(db, sought)
}

const actions = statement((db, given: Params<OpenRecordQuery>) =>
  db
    .selectFrom('actionItems as a')
    .innerJoin('meetings as m', 'm.id', 'a.meetingId')
    .select(['a.id', 'a.what as title'])
    .where(({ and, eb }) =>
      eb.or([eb('a.status', '=', 'open'), and([eb('a.status', '=', 'done'), isOver(given)])]),
    )
    .where(({ ref }) => isTheirs(ref('m.groups'), given))
    .where(({ ref }) => says(ref('a.what'), given))
    .orderBy('a.id', 'desc')
    .limit(given.limit),
)

function isTheirs(groups: Expression<number[]>, { groupIds }: Params<OpenRecordQuery>) {
  const theirs = sql<readonly number[]>`${groupIds}::int[]`
  return sql<boolean>`(${theirs} is null or ${overlaps(groups, listed(theirs))})`
}

function isOver({ over }: Params<OpenRecordQuery>) {
  return sql<boolean>`${over}::boolean`
}

function says(text: Expression<string>, { words }: Params<OpenRecordQuery>) {
  return holdsWords(text, sql<string>`${words}::text`)
}
