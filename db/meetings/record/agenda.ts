import { sql } from 'kysely'

import type { AgendaItems } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** An item of an agenda, and who put it on; `begunAt` and `endedAt` say when it was taken up in the room. */
export type AgendaItem = Readonly<
  Pick<AgendaItems, 'id' | 'title' | 'presenter' | 'minutes' | 'begunAt' | 'endedAt' | 'addedBy'>
>

/** What is on the agenda of a meeting, in its order. */
export async function agendaOf(db: Db, meetingId: number): Promise<readonly AgendaItem[]> {
  return ofMeeting(db, { meetingId })
}

const ofMeeting = statement((db, given: Params<{ meetingId: number }>) =>
  db
    .selectFrom('agendaItems')
    .select(['id', 'title', 'presenter', 'minutes', 'begunAt', 'endedAt', 'addedBy'])
    .where('meetingId', '=', given.meetingId)
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('id'),
)

/** The agenda as it stood before anything was taken off since a moment: with those items in their places. */
export async function agendaBefore(
  db: Db,
  meetingId: number,
  since: Date,
): Promise<readonly Readonly<Pick<AgendaItems, 'id' | 'title' | 'removedAt'>>[]> {
  return before(db, { meetingId, since })
}

const before = statement((db, given: Params<{ meetingId: number; since: Date }>) =>
  db
    .selectFrom('agendaItems')
    .select(['id', 'title', 'removedAt'])
    .where('meetingId', '=', given.meetingId)
    .where(({ or, eb }) => or([eb('removedAt', 'is', null), eb('removedAt', '>=', given.since)]))
    .orderBy('position')
    .orderBy('id'),
)

export type NewItem = Pick<AgendaItem, 'title' | 'presenter' | 'minutes'>

/** Puts items at the end of the agenda, in their order. Returns their numbers. */
export async function addItems(
  trx: Trx,
  meetingId: number,
  items: readonly NewItem[],
  addedBy: number,
  now: Date,
): Promise<readonly number[]> {
  const ids: number[] = []
  for (const item of items) {
    const [row] = await add(trx, { ...item, meetingId, addedBy, now })
    if (row) ids.push(row.id)
  }
  return ids
}

const add = statement((db, given: Params<NewItem & { meetingId: number; addedBy: number; now: Date }>) =>
  db
    .insertInto('agendaItems')
    .values(({ selectFrom }) => ({
      meetingId: given.meetingId,
      position: selectFrom('agendaItems')
        .where('meetingId', '=', given.meetingId)
        .select(({ fn }) => sql<number>`coalesce(${fn.max('position')}, 0) + 1`.as('next')),
      title: given.title,
      presenter: given.presenter,
      minutes: given.minutes,
      addedBy: given.addedBy,
      addedAt: given.now,
    }))
    .returning('id'),
)

/** Changes what an item says of itself. */
export async function changeItem(trx: Trx, id: number, item: NewItem): Promise<void> {
  await change(trx, { ...item, id })
}

const change = statement((db, given: Params<NewItem & { id: number }>) =>
  db
    .updateTable('agendaItems')
    .set({ title: given.title, presenter: given.presenter, minutes: given.minutes })
    .where('id', '=', given.id),
)

/** Takes an item off, or with null puts it back where it stood; undefined where it is so already. */
export async function setRemoved(
  trx: Trx,
  item: { readonly meetingId: number; readonly id: number },
  removedAt: Date | null,
): Promise<Pick<AgendaItem, 'id' | 'title' | 'addedBy'> | undefined> {
  const [row] = await remove(trx, { ...item, removedAt })
  return row
}

const remove = statement((db, given: Params<{ meetingId: number; id: number; removedAt: Date | null }>) =>
  db
    .updateTable('agendaItems')
    .set({ removedAt: given.removedAt })
    .where('id', '=', given.id)
    .where('meetingId', '=', given.meetingId)
    .where(
      (eb) => sql<boolean>`(${eb.ref('removedAt')} is null) <> (${given.removedAt}::timestamptz is null)`,
    )
    .returning(['id', 'title', 'addedBy']),
)

/** Puts the items of an agenda into an order. */
export async function orderItems(trx: Trx, meetingId: number, ids: readonly number[]): Promise<void> {
  await order(trx, { meetingId, ids })
}

const order = statement((db, given: Params<{ meetingId: number; ids: readonly number[] }>) =>
  db
    .updateTable('agendaItems')
    .set(({ ref }) => ({ position: sql<number>`array_position(${given.ids}::int[], ${ref('id')})` }))
    .where('meetingId', '=', given.meetingId)
    .where('id', '=', sql<number>`any (${given.ids}::int[])`),
)

/** Takes an item up, or ends it. */
export async function timeItem(
  trx: Trx,
  id: number,
  times: Readonly<Pick<AgendaItems, 'begunAt' | 'endedAt'>>,
): Promise<void> {
  await setTimes(trx, { id, ...times })
}

const setTimes = statement((db, given: Params<{ id: number; begunAt: Date | null; endedAt: Date | null }>) =>
  db
    .updateTable('agendaItems')
    .set({ begunAt: given.begunAt, endedAt: given.endedAt })
    .where('id', '=', given.id),
)

/** Lays aside what is under discussion in a meeting that is put off: it is taken up anew at the other time. */
export async function layAside(trx: Trx, meetingId: number): Promise<void> {
  await aside(trx, { meetingId })
}

const aside = statement((db, given: Params<{ meetingId: number }>) =>
  db
    .updateTable('agendaItems')
    .set({ begunAt: null })
    .where('meetingId', '=', given.meetingId)
    .where('endedAt', 'is', null),
)

/** The agendas of several meetings, by their numbers; a meeting without one is left out. */
export async function agendasOf(
  db: Db,
  meetingIds: readonly number[],
): Promise<ReadonlyMap<number, readonly AgendaItem[]>> {
  return Map.groupBy(await ofMeetings(db, { meetingIds }), ({ meetingId }) => meetingId)
}

const ofMeetings = statement((db, given: Params<{ meetingIds: readonly number[] }>) =>
  db
    .selectFrom('agendaItems')
    .select(['id', 'meetingId', 'title', 'presenter', 'minutes', 'begunAt', 'endedAt', 'addedBy'])
    .where('meetingId', '=', sql<number>`any (${given.meetingIds}::int[])`)
    .where('removedAt', 'is', null)
    .orderBy('meetingId')
    .orderBy('position')
    .orderBy('id'),
)
