import { sql } from 'kysely'

import type { Db } from '../store/db.ts'
import { isMissing } from '../store/expressions.ts'
import { type Given, statement } from '../store/statement.ts'
import { issueColumns, type NewsletterIssue } from './newsletters.ts'

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

const numbered = statement((db, given: Given<IssueQuery>) =>
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
