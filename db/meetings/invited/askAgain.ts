import { sql } from 'kysely'

import type { Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import type { Response } from '../tally.ts'

/**
 * Asks everybody anew: an answer was to an hour, and stays on record as one to the former. Whoever had answered to
 * just the new hour before, as when a move is taken back, has answered it. Returns how many answers were to the former
 * hour, and how many count again.
 */
export async function askAgain(
  trx: Trx,
  hours: { readonly meetingId: number; readonly from: Date; readonly to: Date },
): Promise<{ readonly former: number; readonly restored: number }> {
  const answers = await renew(trx, hours)
  return {
    former: answers.filter(({ wasAnswered }) => wasAnswered).length,
    restored: answers.filter(({ response }) => response !== null).length,
  }
}

const renew = statement((db, given: Params<{ meetingId: number; from: Date; to: Date }>) =>
  db
    .updateTable('invitations')
    .set(({ ref, selectFrom }) => {
      const meeting = selectFrom('meetings')
        .select('putOffFrom')
        .where('id', '=', given.meetingId)
        .$asScalar()
      const [response, former, formerStart] = [ref('response'), ref('former'), ref('formerStartsAt')]
      const known = sql<boolean>`${formerStart} = ${given.to}::timestamptz`
      return {
        response: sql<Response | null>`case when ${known} then ${former} end`,
        presentAt: sql<Date | null>`case when ${meeting} = ${given.to}::timestamptz
          then ${ref('formerPresentAt')} end`,
        formerPresentAt: sql<Date | null>`coalesce(${ref('presentAt')}, ${ref('formerPresentAt')})`,
        former: sql<Response | null>`case when ${response} is not null then ${response}
          when ${known} then null else ${former} end`,
        formerStartsAt: sql<Date | null>`case when ${response} is not null then ${given.from}::timestamptz
          else ${formerStart} end`,
      }
    })
    .where('meetingId', '=', given.meetingId)
    .returning('response')
    .returning(({ ref }) =>
      sql<boolean>`${ref('former')} is not null and ${ref('formerStartsAt')} = ${given.from}::timestamptz`.as(
        'wasAnswered',
      ),
    ),
)
