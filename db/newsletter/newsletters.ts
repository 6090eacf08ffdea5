import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Period } from '../../src/core/time/period.ts'
import type { Newsletters, Updates, UpdateVersions } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { day, jsonList } from '../store/expressions.ts'
import { lockTables } from '../store/locks.ts'
import { type Given, statement } from '../store/statement.ts'

export type NewsletterIssue = Readonly<
  Pick<Newsletters, 'id' | 'number' | 'kind' | 'periodFrom' | 'periodTo' | 'closesAt' | 'status'>
>

export const issueColumns = ['id', 'number', 'kind', 'periodFrom', 'periodTo', 'closesAt', 'status'] as const

export interface NewIssue {
  readonly kind: NewsletterIssue['kind']
  readonly period: Period
  readonly closesAt: Date
  readonly openedBy: number
}

/** Opens an issue under the next free number; undefined when its kind has one that overlaps the period. */
export async function openNewsletter(
  trx: Trx,
  { kind, period, closesAt, openedBy }: NewIssue,
  now: Date,
): Promise<NewsletterIssue | undefined> {
  // The lock keeps two openings at once from taking the same number or the same period.
  await lockTables(trx, ['newsletters'], 'share row exclusive')
  const [opened] = await open(trx, { kind, ...period, closesAt, openedBy, now })
  return opened
}

const open = statement((db, given: Given<Omit<NewIssue, 'period'> & Period & { now: Date }>) =>
  db
    .insertInto('newsletters')
    .columns([
      ...(['number', 'kind', 'periodFrom', 'periodTo', 'closesAt', 'status'] as const),
      ...(['openedBy', 'openedAt'] as const),
    ])
    .expression(() =>
      db
        .selectNoFrom([
          sql<number>`coalesce(${db.selectFrom('newsletters').select(({ fn }) => fn.max('number').as('last'))}, 0) + 1`.as(
            'number',
          ),
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

/** Issues whose period overlaps the one asked for, or all of them; open ones first, then the latest period. */
export async function listNewsletters(
  db: Db,
  period: Period | null,
  limit: number,
): Promise<readonly NewsletterIssue[]> {
  return list(db, { from: period?.from ?? null, to: period?.to ?? null, limit })
}

const list = statement((db, given: Given<{ from: string | null; to: string | null; limit: number }>) =>
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
    .orderBy('periodTo', 'desc')
    .orderBy('id', 'desc')
    .limit(given.limit),
)

/** The open issues, the one that closes first before the others. */
export async function openNewsletters(db: Db): Promise<readonly NewsletterIssue[]> {
  return opened(db, {})
}

const opened = statement((db) =>
  db
    .selectFrom('newsletters')
    .select(issueColumns)
    .where('status', '=', 'open')
    .orderBy('closesAt')
    .orderBy('id')
    .limit(10),
)

export interface SentUpdate {
  readonly id: number
  readonly status: Exclude<Updates['status'], 'withdrawn'>
  readonly section: UpdateVersions['section']
  /** The beginning of the text. */
  readonly text: string
}

interface Author {
  readonly personId: number
  readonly entityId: number | null
}

/**
 * The open issue that closes next, else the one that was to close last, with the latest updates for it that a person
 * wrote or that were posted for the person's entity; undefined while none is open.
 */
export async function openNewsletterWith(
  db: Db,
  author: Author,
  now: Date,
  limit: number,
): Promise<(NewsletterIssue & { readonly sent: readonly SentUpdate[] }) | undefined> {
  const [issue] = await openWith(db, { ...author, now, limit })
  return issue
}

const openWith = statement((db, given: Given<Author & { now: Date; limit: number }>) =>
  db
    .selectFrom('newsletters as n')
    .select(issueColumns)
    .select((eb) => {
      const latest = eb
        .selectFrom('updates as u')
        .innerJoin('updateVersions as v', (join) =>
          join.onRef('v.updateId', '=', 'u.id').onRef('v.version', '=', 'u.version'),
        )
        .select(['u.id', 'u.status', 'u.postedAt', 'v.section'])
        .select(({ ref }) => sql<string>`left(${ref('v.text')}, 1000)`.as('text'))
        .whereRef('u.newsletterId', '=', 'n.id')
        .where('u.status', '<>', 'withdrawn')
        .where((of) =>
          of.or([
            of('u.authorId', '=', given.personId),
            of('u.entityId', '=', sql<number>`${given.entityId}::int`),
          ]),
        )
        .orderBy('u.postedAt', 'desc')
        .orderBy('u.id', 'desc')
        .limit(given.limit)
      return jsonList(
        db.selectFrom(latest.as('s')).select(({ fn, ref }) =>
          fn
            .jsonAgg(
              jsonBuildObject({
                id: ref('s.id'),
                status: sql<SentUpdate['status']>`${ref('s.status')}`,
                section: ref('s.section'),
                text: ref('s.text'),
              }),
            )
            .orderBy('s.postedAt', 'desc')
            .orderBy('s.id', 'desc')
            .as('list'),
        ),
      ).as('sent')
    })
    .where('n.status', '=', 'open')
    .orderBy((eb) => eb('n.closesAt', '<', given.now))
    .orderBy(({ ref }) => sql`abs(extract(epoch from ${ref('n.closesAt')} - ${given.now}::timestamptz))`)
    .orderBy('n.id')
    .limit(1),
)

export function periodOf(issue: NewsletterIssue): Period {
  return { from: issue.periodFrom, to: issue.periodTo }
}
