import { sql } from 'kysely'

import type { Db } from '../../store/db.ts'
import { utcDay } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { type CalledIssue, calledIssueColumns } from './calledIssue.ts'
import { isLeftOut, isSilent } from './callees.ts'
import { reportsOn } from './reporting.ts'

/** An issue whose closing day passed in the last days, with the entities of which nothing came. */
export interface ClosedIssue extends CalledIssue {
  readonly silent: readonly string[]
  /** Calls and reminders that were entered for it. */
  readonly sent: number
}

/** Issues that were called for and closed within a week before `now`. */
export async function closings(db: Db, now: Date): Promise<readonly ClosedIssue[]> {
  return passed(db, { now })
}

const passed = statement((db, given: Params<{ now: Date }>) =>
  db
    .selectFrom('newsletters as n')
    .innerJoin('newsletterCalls as c', (join) =>
      join.onRef('c.newsletterId', '=', 'n.id').on('c.enabled', 'is', true),
    )
    .innerJoin('people as o', 'o.id', 'n.openedBy')
    .select(calledIssueColumns)
    .select(({ ref, selectFrom }) => [
      sql<readonly string[]>`coalesce(${selectFrom('entities as e')
        .select(({ ref: of }) =>
          sql<string[]>`array_agg(${of('e.acronym')} order by ${of('e.acronym')})`.as('names'),
        )
        .where((eb) => reportsOn(eb, utcDay(ref('n.closesAt'))))
        .where(({ ref: of }) => isSilent(db, of('n.id'), of('e.id')))
        .where(({ not, ref: of }) => not(isLeftOut(db, of('n.id'), of('e.id'))))}, '{}')`.as('silent'),
      sql<number>`${selectFrom('notices as s')
        .where('s.rule', 'in', ['newsletter-call', 'newsletter-reminder', 'newsletter-last-call'])
        .where('s.subject', '=', sql<string>`concat('newsletter:', ${ref('n.id')})`)
        // What was kept back, or failed, is none.
        .where('s.state', '<>', 'dead')
        .select(({ fn }) => fn.countAll<number>().as('count'))}`.as('sent'),
    ])
    .where('n.status', 'in', ['open', 'closed'])
    .where('n.closesAt', '<=', given.now)
    .where('n.closesAt', '>', sql<Date>`${given.now}::timestamptz - make_interval(days => 7)`)
    .orderBy('n.id'),
)
