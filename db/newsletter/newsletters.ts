import { sql, type Transaction } from 'kysely'

import type { Day } from '../../src/core/time/day.ts'
import type { Period } from '../../src/core/time/period.ts'
import type { Database } from '../schema.ts'
import type { Db } from '../store/db.ts'

export interface NewsletterIssue {
  readonly id: number
  readonly number: number
  readonly kind: 'bi-monthly' | 'annual'
  readonly periodFrom: Day
  readonly periodTo: Day
  readonly closesAt: Date
  readonly status: 'open' | 'closed' | 'published'
}

const columns = sql`id, number, kind, period_from, period_to, closes_at, status`

/** Opens an issue under the next free number; undefined when its kind has one that overlaps the period. */
export async function openNewsletter(
  trx: Transaction<Database>,
  issue: {
    readonly kind: NewsletterIssue['kind']
    readonly period: Period
    readonly closesAt: Date
    readonly openedBy: number
  },
  now: Date,
): Promise<NewsletterIssue | undefined> {
  // The lock keeps two openings at once from taking the same number or the same period.
  await sql`lock table newsletters in share row exclusive mode`.execute(trx)
  const result = await sql<NewsletterIssue>`
    insert into newsletters (number, kind, period_from, period_to, closes_at, status, opened_by, opened_at)
    select coalesce((select max(number) from newsletters), 0) + 1, ${issue.kind}, ${issue.period.from}::date, ${issue.period.to}::date,
      ${issue.closesAt}, 'open', ${issue.openedBy}, ${now}
    where not exists (
      select 1 from newsletters where kind = ${issue.kind}
        and period_from <= ${issue.period.to}::date and period_to >= ${issue.period.from}::date)
    returning ${columns}`.execute(trx)
  return result.rows[0]
}

/** Issues whose period overlaps the one asked for, or all of them; the latest period first. */
export async function listNewsletters(
  db: Db,
  period: Period | null,
  limit: number,
): Promise<readonly NewsletterIssue[]> {
  const result = await sql<NewsletterIssue>`
    select ${columns} from newsletters
    where ${period === null} or (period_from <= ${period?.to ?? null}::date and period_to >= ${period?.from ?? null}::date)
    order by status = 'open' desc, period_to desc, id desc limit ${limit}`.execute(db)
  return result.rows
}

/** The open issues, the one that closes first before the others. */
export async function openNewsletters(db: Db): Promise<readonly NewsletterIssue[]> {
  const result = await sql<NewsletterIssue>`
    select ${columns} from newsletters where status = 'open' order by closes_at, id limit 10`.execute(db)
  return result.rows
}

export interface SentUpdate {
  readonly id: number
  readonly status: 'proposed' | 'accepted' | 'returned'
  readonly section: string
  readonly text: string
}

/**
 * The open issue that closes next, else the one that is latest over its day, with the latest updates for it that
 * a person wrote or that were posted for the person's entity; undefined while none is open.
 */
export async function openNewsletterWith(
  db: Db,
  { personId, entityId }: { readonly personId: number; readonly entityId: number | null },
  now: Date,
  limit: number,
): Promise<(NewsletterIssue & { readonly sent: readonly SentUpdate[] }) | undefined> {
  const result = await sql<NewsletterIssue & { sent: readonly SentUpdate[] }>`
    select ${columns}, coalesce((select json_agg(s) from (
      select u.id, u.status, v.section, left(v.text, 1000) as text
      from updates u join update_versions v on v.update_id = u.id and v.version = u.version
      where u.newsletter_id = n.id and u.status <> 'withdrawn' and (u.author_id = ${personId} or u.entity_id = ${entityId}::int)
      order by u.posted_at desc, u.id desc limit ${limit}) s), '[]') as sent
    from newsletters n where status = 'open'
    order by closes_at < ${now}, abs(extract(epoch from closes_at - ${now}::timestamptz)), id limit 1`.execute(
    db,
  )
  return result.rows[0]
}

export function periodOf(issue: NewsletterIssue): Period {
  return { from: issue.periodFrom, to: issue.periodTo }
}

export interface Contribution {
  readonly entity: string
  readonly proposed: number
  readonly accepted: number
  readonly returned: number
}

/** How many updates each entity sent to an issue, withdrawn ones left out, and which members sent none. */
export async function contributions(db: Db, newsletterId: number): Promise<readonly Contribution[]> {
  const result = await sql<Contribution>`
    select e.acronym as entity,
      count(u.id) filter (where u.status = 'proposed')::int as proposed,
      count(u.id) filter (where u.status = 'accepted')::int as accepted,
      count(u.id) filter (where u.status = 'returned')::int as returned
    from entities e left join updates u on u.entity_id = e.id and u.newsletter_id = ${newsletterId}
    where e.kind in ('member', 'observer') and e.retired is null
    group by e.id, e.acronym order by lower(e.acronym)`.execute(db)
  return result.rows
}
