import { sql, type Transaction } from 'kysely'

import type { Day } from '../../src/core/time/day.ts'
import type { Period } from '../../src/core/time/period.ts'
import type { Database } from '../schema.ts'
import type { Db } from '../store/db.ts'

export type UpdateStatus = 'proposed' | 'accepted' | 'returned' | 'withdrawn'

/** What an update says, as read from its text and its options. */
export interface UpdateContent {
  /** The text without the date printed at its edge. */
  readonly text: string
  /** The text as it was typed. */
  readonly originalText: string
  /** Key of the newsletter subsection. */
  readonly section: string
  readonly printedDate: string | null
  readonly dateForm: string
  readonly startOn: Day | null
  readonly endOn: Day | null
  readonly precision: 'day' | 'month' | null
  readonly dates: readonly {
    readonly printed: string
    readonly start: Day
    readonly end: Day
    readonly precision: string
  }[]
  /** Acronyms, in the order of the text. */
  readonly entities: readonly string[]
  /** Acronym of the working group that it is about. */
  readonly wg: string | null
  readonly place: string | null
  readonly links: readonly { readonly text: string; readonly url: string | null }[]
}

export interface Update extends UpdateContent {
  readonly id: number
  readonly version: number
  readonly status: UpdateStatus
  readonly authorId: number
  readonly author: string
  readonly entityId: number | null
  readonly entity: string | null
  readonly newsletterId: number | null
  readonly postedAt: Date
  /** What the secretariat wrote when it returned it. */
  readonly comment: string | null
}

const columns = sql`u.id, u.version, u.status, u.author_id, p.name as author, u.entity_id, e.acronym as entity, u.newsletter_id,
  u.posted_at, u.comment, v.text, v.original_text, v.section, v.printed_date, v.date_form, v.start_on, v.end_on, v.precision,
  v.dates, v.entities, v.wg, v.place, v.links`

const source = sql`updates u join update_versions v on v.update_id = u.id and v.version = u.version
  join people p on p.id = u.author_id left join entities e on e.id = u.entity_id`

export interface NewUpdate {
  readonly authorId: number
  readonly entityId: number | null
  readonly newsletterId: number | null
  readonly content: UpdateContent
}

/** Stores an update with its first version; returns its number. */
export async function postUpdate(trx: Transaction<Database>, update: NewUpdate, now: Date): Promise<number> {
  const result = await sql<{ id: number }>`
    with posted as (
      insert into updates (author_id, entity_id, newsletter_id, status, version, posted_at)
      values (${update.authorId}, ${update.entityId}, ${update.newsletterId}, 'proposed', 1, ${now}) returning id
    ), versioned as (
      insert into update_versions (update_id, version, text, original_text, section, printed_date, date_form, start_on, end_on,
        precision, dates, entities, wg, place, links, edited_by, edited_at)
      select id, 1, ${contentValues(update.content)}, ${update.authorId}, ${now} from posted returning update_id
    )
    select update_id as id from versioned`.execute(trx)
  const [row] = result.rows
  if (!row) throw new Error('the update was not stored')
  return row.id
}

/** Adds a version and makes it the one that counts; an edited update waits for the secretariat again. */
export async function editUpdate(
  trx: Transaction<Database>,
  {
    id,
    version,
    editorId,
    newsletterId,
    content,
  }: {
    readonly id: number
    readonly version: number
    readonly editorId: number
    readonly newsletterId: number | null
    readonly content: UpdateContent
  },
  now: Date,
): Promise<void> {
  await sql`
    with versioned as (
      insert into update_versions (update_id, version, text, original_text, section, printed_date, date_form, start_on, end_on,
        precision, dates, entities, wg, place, links, edited_by, edited_at)
      values (${id}, ${version}, ${contentValues(content)}, ${editorId}, ${now}) returning update_id
    )
    update updates set version = ${version}, status = 'proposed', comment = null, newsletter_id = ${newsletterId} where id = ${id}`.execute(
    trx,
  )
}

function contentValues(content: UpdateContent) {
  return sql`${content.text}, ${content.originalText}, ${content.section}, ${content.printedDate}, ${content.dateForm},
    ${content.startOn}::date, ${content.endOn}::date, ${content.precision}, ${JSON.stringify(content.dates)}::jsonb,
    ${[...content.entities]}::text[], ${content.wg}, ${content.place}, ${JSON.stringify(content.links)}::jsonb`
}

/** Decides an update's status; returns the running number of the decision. */
export async function setUpdateStatus(
  trx: Transaction<Database>,
  id: number,
  status: UpdateStatus,
  comment: string | null,
): Promise<number> {
  const result = await sql<{ decisions: number }>`
    update updates set status = ${status}, comment = ${comment}, decisions = decisions + 1 where id = ${id} returning decisions`.execute(
    trx,
  )
  return result.rows[0]?.decisions ?? 0
}

export async function updateById(db: Db, id: number): Promise<Update | undefined> {
  const result = await sql<Update>`select ${columns} from ${source} where u.id = ${id}`.execute(db)
  return result.rows[0]
}

/** Holds the update's row until the transaction ends, so that two changes at once follow each other. */
export async function lockUpdate(trx: Transaction<Database>, id: number): Promise<Update | undefined> {
  const result =
    await sql<Update>`select ${columns} from ${source} where u.id = ${id} for update of u`.execute(trx)
  return result.rows[0]
}

export interface UpdateVersion {
  readonly version: number
  readonly originalText: string
  readonly editor: string
  readonly editedAt: Date
}

export async function updateVersions(db: Db, id: number): Promise<readonly UpdateVersion[]> {
  const result = await sql<UpdateVersion>`
    select v.version, v.original_text, p.name as editor, v.edited_at
    from update_versions v join people p on p.id = v.edited_by where v.update_id = ${id} order by v.version`.execute(
    db,
  )
  return result.rows
}

export interface UpdateFilter {
  /** Only what this person wrote. */
  readonly authorId?: number
  /** Only what this person wrote or what was posted for this entity. */
  readonly visibleTo?: { readonly personId: number; readonly entityId: number | null }
  readonly newsletterId?: number
  readonly statuses?: readonly UpdateStatus[]
  readonly period?: Period
  readonly section?: string
  readonly limit: number
}

/** Updates, the latest first. */
export async function listUpdates(db: Db, filter: UpdateFilter): Promise<readonly Update[]> {
  const { authorId, visibleTo, newsletterId, statuses, period, section, limit } = filter
  const conditions = [
    authorId === undefined ? undefined : sql`u.author_id = ${authorId}`,
    visibleTo === undefined
      ? undefined
      : sql`(u.author_id = ${visibleTo.personId} or u.entity_id = ${visibleTo.entityId}::int)`,
    newsletterId === undefined ? undefined : sql`u.newsletter_id = ${newsletterId}`,
    statuses === undefined ? undefined : sql`u.status = any (${[...statuses]}::text[])`,
    section === undefined ? undefined : sql`v.section = ${section}`,
    period === undefined
      ? undefined
      : sql`coalesce(v.start_on, u.posted_at::date) <= ${period.to}::date and coalesce(v.end_on, u.posted_at::date) >= ${period.from}::date`,
  ].filter((condition) => condition !== undefined)
  const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
  const result =
    await sql<Update>`select ${columns} from ${source} ${where} order by u.posted_at desc, u.id desc limit ${limit}`.execute(
      db,
    )
  return result.rows
}

/** Gives an issue the updates that belong to none and fall into its period; returns how many. */
export async function adoptUpdates(
  trx: Transaction<Database>,
  newsletterId: number,
  period: Period,
): Promise<number> {
  const result = await sql<{ id: number }>`
    update updates u set newsletter_id = ${newsletterId}
    from update_versions v
    where v.update_id = u.id and v.version = u.version and u.newsletter_id is null and u.status <> 'withdrawn'
      and coalesce(v.start_on, u.posted_at::date) <= ${period.to}::date
      and coalesce(v.end_on, u.posted_at::date) >= ${period.from}::date
    returning u.id`.execute(trx)
  return result.rows.length
}

export interface WaitingUpdate {
  readonly id: number
  readonly author: string
  readonly entity: string | null
  readonly text: string
  /** How many wait in all. */
  readonly waiting: number
}

/** Updates that wait for the secretariat, the oldest first. */
export async function waitingUpdates(db: Db, limit: number): Promise<readonly WaitingUpdate[]> {
  const result = await sql<WaitingUpdate>`
    select u.id, p.name as author, e.acronym as entity, left(v.text, 1000) as text,
      (select count(*)::int from updates where status = 'proposed') as waiting
    from ${source} where u.status = 'proposed' order by u.posted_at, u.id limit ${limit}`.execute(db)
  return result.rows
}
