import { sql } from 'kysely'

import type { Period } from '../../src/core/time/period.ts'
import type { Db } from '../store/db.ts'
import { isMissing } from '../store/expressions.ts'
import { type Params, statement } from '../store/statement.ts'
import { issueColumns, type NewsletterIssue, periodOf } from './newsletters.ts'

interface IssueQuery {
  /** Null where the latest of a kind is wanted. */
  readonly number: number | null
  readonly annual: boolean
}

/** The issue of a number, else the latest of a kind. */
export async function issueNumbered(db: Db, wanted: IssueQuery): Promise<NewsletterIssue | undefined> {
  const [issue] = await numbered(db, wanted)
  return issue
}

const numbered = statement((db, given: Params<IssueQuery>) =>
  db
    .selectFrom('newsletters')
    .select(issueColumns)
    .where(({ and, eb, or, ref }) =>
      or([
        eb('number', '=', sql<number>`${given.number}::int`),
        and([
          isMissing(given.number, 'int'),
          sql<boolean>`(${ref('kind')} = 'annual') = ${given.annual}::boolean`,
        ]),
      ]),
    )
    .orderBy('periodTo', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
)

/** Those of some periods that an issue has, of published issues only where these are wanted. */
export async function periodsOfIssues(
  db: Db,
  periods: readonly Period[],
  isPublished: boolean,
): Promise<readonly Period[]> {
  const issues = await ofMonths(db, { begins: periods.map(({ from }) => from), isPublished })
  return issues.map(periodOf)
}

const ofMonths = statement((db, given: Params<{ begins: readonly string[]; isPublished: boolean }>) =>
  db
    .selectFrom('newsletters')
    .select(issueColumns)
    .where(({ ref }) => sql<boolean>`${ref('periodFrom')} = any (${given.begins}::date[])`)
    .where(({ ref }) => sql<boolean>`(not ${given.isPublished}::boolean or ${ref('status')} = 'published')`),
)
