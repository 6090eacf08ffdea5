import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Db, Trx } from '../../store/db.ts'
import { jsonList } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'

/** What the secretariat arranged in an issue: its words, what comes first, and what an annual issue leaves out. */
export interface Arrangement {
  /** By subsection; the words under the empty key open the issue. */
  readonly notes: Readonly<Record<string, string>>
  /** The ids of the items that come first, by subsection. */
  readonly orders: Readonly<Record<string, readonly string[]>>
  readonly omitted: readonly string[]
}

export async function arrangementOf(db: Db, newsletterId: number): Promise<Arrangement> {
  const [row] = await arranged(db, { newsletterId })
  return {
    notes: Object.fromEntries((row?.notes ?? []).map(({ section, text }) => [section, text])),
    orders: Object.fromEntries((row?.orders ?? []).map(({ section, items }) => [section, items])),
    omitted: row?.omitted ?? [],
  }
}

const arranged = statement((db, given: Params<{ newsletterId: number }>) =>
  db.selectNoFrom((eb) => [
    jsonList(
      eb
        .selectFrom('newsletterNotes as n')
        .where('n.newsletterId', '=', given.newsletterId)
        .select(({ fn, ref }) =>
          fn.jsonAgg(jsonBuildObject({ section: ref('n.section'), text: ref('n.text') })).as('list'),
        ),
    ).as('notes'),
    jsonList(
      eb
        .selectFrom('newsletterOrders as o')
        .where('o.newsletterId', '=', given.newsletterId)
        .select(({ fn, ref }) =>
          fn.jsonAgg(jsonBuildObject({ section: ref('o.section'), items: ref('o.items') })).as('list'),
        ),
    ).as('orders'),
    jsonList(
      eb
        .selectFrom('newsletterOmissions as x')
        .where('x.newsletterId', '=', given.newsletterId)
        .select(({ fn, ref }) => fn.jsonAgg(ref('x.item')).as('list')),
    ).as('omitted'),
  ]),
)

export interface ArrangementTarget {
  readonly newsletterId: number
  /** A subsection; empty for the issue as a whole. */
  readonly section: string
  readonly by: number
}

/** Writes a note, or takes it away where there is no text; gives what stood there. */
export async function setNote(
  db: Trx,
  { text, ...where }: ArrangementTarget & { readonly text: string | null },
  now: Date,
): Promise<string | null> {
  const [before] = await noteOf(db, where)
  if (text === null) await dropNote(db, where)
  else await writeNote(db, { ...where, text, now })
  return before?.text ?? null
}

const noteOf = statement((db, given: Params<ArrangementTarget>) =>
  db
    .selectFrom('newsletterNotes')
    .select('text')
    .where('newsletterId', '=', given.newsletterId)
    .where('section', '=', given.section)
    .forUpdate(),
)

const dropNote = statement((db, given: Params<ArrangementTarget>) =>
  db
    .deleteFrom('newsletterNotes')
    .where('newsletterId', '=', given.newsletterId)
    .where('section', '=', given.section),
)

const writeNote = statement((db, given: Params<ArrangementTarget & { text: string; now: Date }>) =>
  db
    .insertInto('newsletterNotes')
    .values({
      newsletterId: given.newsletterId,
      section: given.section,
      text: given.text,
      writtenBy: given.by,
      writtenAt: given.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['newsletterId', 'section'])
        .doUpdateSet({ text: given.text, writtenBy: given.by, writtenAt: given.now }),
    ),
)

/** Sets which items come first; with none, all follow by their days. */
export async function setOrder(
  db: Trx,
  { items, ...where }: ArrangementTarget & { readonly items: readonly string[] },
  now: Date,
): Promise<void> {
  if (items.length === 0) await dropOrder(db, where)
  else await writeOrder(db, { ...where, items, now })
}

const dropOrder = statement((db, given: Params<ArrangementTarget>) =>
  db
    .deleteFrom('newsletterOrders')
    .where('newsletterId', '=', given.newsletterId)
    .where('section', '=', given.section),
)

const writeOrder = statement(
  (db, given: Params<ArrangementTarget & { items: readonly string[]; now: Date }>) => {
    const items = sql<string[]>`${given.items}::text[]`
    return db
      .insertInto('newsletterOrders')
      .values({
        newsletterId: given.newsletterId,
        section: given.section,
        items,
        orderedBy: given.by,
        orderedAt: given.now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['newsletterId', 'section'])
          .doUpdateSet({ items, orderedBy: given.by, orderedAt: given.now }),
      )
  },
)

interface Omitted {
  readonly newsletterId: number
  readonly items: readonly string[]
}

/** Leaves items out of an annual issue. */
export async function omitItems(
  db: Trx,
  omitted: Omitted & { readonly by: number },
  now: Date,
): Promise<void> {
  await omit(db, { ...omitted, now })
}

const omit = statement((db, given: Params<Omitted & { by: number; now: Date }>) =>
  db
    .insertInto('newsletterOmissions')
    .columns(['newsletterId', 'item', 'omittedBy', 'omittedAt'])
    .expression(() =>
      db.selectNoFrom([
        sql<number>`${given.newsletterId}::int`.as('newsletterId'),
        sql<string>`unnest(${given.items}::text[])`.as('item'),
        sql<number>`${given.by}::int`.as('omittedBy'),
        sql<Date>`${given.now}::timestamptz`.as('omittedAt'),
      ]),
    )
    .onConflict((conflict) => conflict.doNothing()),
)

/** Takes items into an annual issue again. */
export async function keepItems(db: Trx, kept: Omitted): Promise<void> {
  await keep(db, kept)
}

const keep = statement((db, given: Params<Omitted>) =>
  db
    .deleteFrom('newsletterOmissions')
    .where('newsletterId', '=', given.newsletterId)
    .where(({ ref }) => sql<boolean>`${ref('item')} = any (${given.items}::text[])`),
)
