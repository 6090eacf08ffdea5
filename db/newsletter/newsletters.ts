import { sql } from 'kysely'

import type { Period } from '../../src/core/time/period.ts'
import type { Newsletters } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { day } from '../store/expressions.ts'
import { lockTables } from '../store/locks.ts'
import { type Params, type QueryBuilder, statement } from '../store/statement.ts'

export type NewsletterIssue = Readonly<
  Pick<Newsletters, 'id' | 'number' | 'kind' | 'periodFrom' | 'periodTo' | 'closesAt' | 'status'>
>

/** What is read of every issue. */
export const issueColumns = ['id', 'number', 'kind', 'periodFrom', 'periodTo', 'closesAt', 'status'] as const

export interface NewIssue {
  readonly kind: NewsletterIssue['kind']
  readonly period: Period
  readonly closesAt: Date
  readonly openedBy: number
  /** Null for the next one: one more than the last bi-monthly issue, the year for an annual one. */
  readonly number: number | null
}

/** Opens an issue under the next free number; undefined when its kind has one that overlaps the period. */
export async function openNewsletter(
  trx: Trx,
  { kind, period, closesAt, openedBy, number }: NewIssue,
  now: Date,
): Promise<NewsletterIssue | undefined> {
  // The lock keeps two openings at once from taking the same number or the same period.
  await lockTables(trx, ['newsletters'], 'share row exclusive')
  const [opened] = await open(trx, { kind, ...period, closesAt, openedBy, number, now })
  return opened
}

const open = statement((db, given: Params<Omit<NewIssue, 'period'> & Period & { now: Date }>) =>
  db
    .insertInto('newsletters')
    .columns([
      ...(['number', 'kind', 'periodFrom', 'periodTo', 'closesAt', 'status'] as const),
      ...(['openedBy', 'openedAt'] as const),
    ])
    .expression(() =>
      db
        .selectNoFrom([
          sql<number>`coalesce(${given.number}::int, ${nextNumber(db, given)})`.as('number'),
          sql<NewsletterIssue['kind']>`${given.kind}::text`.as('kind'),
          day(given.from).as('periodFrom'),
          day(given.to).as('periodTo'),
          sql<Date>`${given.closesAt}::timestamptz`.as('closesAt'),
          sql<NewsletterIssue['status']>`'open'`.as('status'),
          sql<number>`${given.openedBy}::int`.as('openedBy'),
          sql<Date>`${given.now}::timestamptz`.as('openedAt'),
        ])
        .where(({ exists, not, selectFrom }) =>
          not(
            exists(
              selectFrom('newsletters')
                .select('id')
                .where('kind', '=', given.kind)
                .where('periodFrom', '<=', day(given.to))
                .where('periodTo', '>=', day(given.from)),
            ),
          ),
        ),
    )
    .returning(issueColumns),
)

/** An annual issue is numbered by its year, so that the others count without a gap. */
function nextNumber(db: QueryBuilder, { kind, to }: Params<{ kind: string; to: string }>) {
  const last = db
    .selectFrom('newsletters')
    .where('kind', '=', 'bi-monthly')
    .select(({ fn }) => fn.max('number').as('last'))
  return sql<number>`case when ${kind}::text = 'annual' then extract(year from ${day(to)})::int else coalesce(${last}, 0) + 1 end`
}

/** Issues whose period overlaps the one asked for, or all of them; open ones first, bi-monthly ones before annual ones, the latest first. */
export async function listNewsletters(
  db: Db,
  period: Period | null,
  limit: number,
): Promise<readonly NewsletterIssue[]> {
  return list(db, { from: period?.from ?? null, to: period?.to ?? null, limit })
}

const list = statement((db, given: Params<{ from: string | null; to: string | null; limit: number }>) =>
  db
    .selectFrom('newsletters')
    .select(issueColumns)
    .where(({ and, eb, or }) =>
      or([
        sql<boolean>`${given.from}::date is null`,
        and([eb('periodFrom', '<=', day(given.to)), eb('periodTo', '>=', day(given.from))]),
      ]),
    )
    .orderBy((eb) => eb('status', '=', 'open'), 'desc')
    .orderBy((eb) => eb('kind', '=', 'bi-monthly'), 'desc')
    .orderBy('periodTo', 'desc')
    .orderBy('id', 'desc')
    .limit(given.limit),
)

export async function newsletterById(db: Db, id: number): Promise<NewsletterIssue | undefined> {
  const [issue] = await byId(db, { id })
  return issue
}

const byId = statement((db, given: Params<{ id: number }>) =>
  db.selectFrom('newsletters').select(issueColumns).where('id', '=', given.id),
)

/** The open issues, bi-monthly ones before annual ones, then the one that closes first. */
export async function openNewsletters(db: Db): Promise<readonly NewsletterIssue[]> {
  return opened(db, {})
}

const opened = statement((db) =>
  db
    .selectFrom('newsletters')
    .select(issueColumns)
    .where('status', '=', 'open')
    .orderBy((eb) => eb('kind', '=', 'bi-monthly'), 'desc')
    .orderBy('closesAt')
    .orderBy('id')
    .limit(10),
)

/** The months of an issue, as days. */
export function periodOf(issue: NewsletterIssue): Period {
  return { from: issue.periodFrom, to: issue.periodTo }
}
