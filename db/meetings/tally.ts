import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Database, Invitations } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { type Compose, type Given, statement } from '../store/statement.ts'

export type Response = NonNullable<Invitations['response']>

export interface Answers {
  readonly yes: number
  readonly maybe: number
  readonly no: number
  readonly none: number
}

/** How those invited answered, observers apart. */
export interface Tally {
  readonly seats: Answers
  readonly observers: Answers
}

export async function tallyOf(db: Db, meetingId: number): Promise<Tally> {
  const [row] = await tallies(db, { meetingId })
  if (!row) throw new Error(`the answers to meeting ${meetingId} were not counted`)
  return row.tally
}

const tallies = statement((db, given: Given<{ meetingId: number }>) =>
  db.selectNoFrom(tally(db, given.meetingId).as('tally')),
)

/** The `Tally` of the meeting whose number the expression is. */
export function tally(
  db: Pick<Compose, 'selectFrom'>,
  meetingId: Expression<number | null>,
): RawBuilder<Tally> {
  const answers = (who: (eb: ExpressionBuilder<Tables, 'i'>) => Expression<SqlBool>) =>
    sql<Answers>`${db
      .selectFrom('invitations as i')
      .where('i.meetingId', '=', meetingId)
      .where(who)
      .select((eb) => counted(eb).as('answers'))}`
  return jsonBuildObject({
    seats: answers((eb) => eb('i.as', '<>', 'observer')),
    observers: answers((eb) => eb('i.as', '=', 'observer')),
  })
}

type Tables = Database & { i: Database['invitations'] }

function counted({ fn, ref }: ExpressionBuilder<Tables, 'i'>) {
  const answered = (response: Response) => fn.countAll<number>().filterWhere('i.response', '=', response)
  return jsonBuildObject({
    yes: answered('yes'),
    maybe: answered('maybe'),
    no: answered('no'),
    none: fn.countAll<number>().filterWhere(ref('i.response'), 'is', null),
  })
}
