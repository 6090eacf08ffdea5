import { type Expression, type RawBuilder, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Invitations } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { type Params, type QueryBuilder, statement } from '../store/statement.ts'

export type Response = NonNullable<Invitations['response']>

export interface Answers {
  readonly yes: number
  readonly maybe: number
  readonly no: number
  readonly none: number
}

/** How many entities answered what, those that observe apart. */
export interface AnswerTally {
  readonly seats: Answers
  readonly observers: Answers
}

export async function tallyOf(db: Db, meetingId: number): Promise<AnswerTally> {
  const [row] = await tallies(db, { meetingId })
  if (!row) throw new Error(`the answers to meeting ${meetingId} were not counted`)
  return row.tally
}

const tallies = statement((db, given: Params<{ meetingId: number }>) =>
  db.selectNoFrom(tally(db, given.meetingId).as('tally')),
)

/** The `AnswerTally` of the meeting whose number the expression is. */
export function tally(
  db: Pick<QueryBuilder, 'selectFrom'>,
  meetingId: Expression<number | null>,
): RawBuilder<AnswerTally> {
  const counts = db.selectFrom(entityAnswers(db, meetingId).as('a')).select(({ fn }) => {
    const count = (observer: boolean, answer: Response | 'none') =>
      fn.countAll<number>().filterWhere('a.observer', 'is', observer).filterWhere('a.answer', '=', answer)
    const answers = (observer: boolean) =>
      jsonBuildObject({
        yes: count(observer, 'yes'),
        maybe: count(observer, 'maybe'),
        no: count(observer, 'no'),
        none: count(observer, 'none'),
      })
    return jsonBuildObject({ seats: answers(false), observers: answers(true) }).as('tally')
  })
  return sql<AnswerTally>`${counts}`
}

/** How many entities say yes to the meeting whose number the expression is; whoever has none counts as one. */
export function comingCount(
  db: Pick<QueryBuilder, 'selectFrom'>,
  meetingId: Expression<number>,
): RawBuilder<number> {
  const coming = db
    .selectFrom('invitations as i')
    .innerJoin('people as p', 'p.id', 'i.personId')
    .where('i.meetingId', '=', meetingId)
    .where('i.response', '=', 'yes')
    .select(({ ref }) =>
      sql<number>`count(distinct ${standsFor(ref('p.entityId'), ref('p.id'))})::int`.as('yes'),
    )
  return sql<number>`${coming}`
}

/** What each entity says, as `represented` tells it: the best answer of its people, and no once nobody else may come. */
function entityAnswers(db: Pick<QueryBuilder, 'selectFrom'>, meetingId: Expression<number | null>) {
  return db
    .selectFrom('invitations as i')
    .innerJoin('people as p', 'p.id', 'i.personId')
    .where('i.meetingId', '=', meetingId)
    .groupBy(({ ref }) => standsFor(ref('p.entityId'), ref('p.id')))
    .select(({ ref }) => {
      const response = ref('i.response')
      return [
        sql<boolean>`bool_and(${ref('i.as')} = 'observer')`.as('observer'),
        sql<Response | 'none'>`case when bool_or(${response} = 'yes') then 'yes'
          when bool_or(${response} = 'maybe') then 'maybe'
          when bool_or(${response} is null) then 'none' else 'no' end`.as('answer'),
      ]
    })
}

/** One key for all people of an entity, and one of their own for whoever has none. */
function standsFor(entityId: Expression<number | null>, personId: Expression<number>): RawBuilder<number> {
  return sql<number>`coalesce(${entityId}, -${personId})`
}
