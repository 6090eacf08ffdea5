import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { MeetingSeries } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import { day } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { type StoredSeries, seriesColumns } from './series.ts'

/**
 * A series with those that go on for it from where its rest was moved, all by one rule, the first made first. They are
 * locked until the transaction ends, so that no meetings of them are made meanwhile.
 */
export async function lockFamily(trx: Trx, seriesId: number): Promise<readonly StoredSeries[]> {
  return family(trx, { seriesId })
}

const family = statement((db, given: Params<{ seriesId: number }>) =>
  db
    .selectFrom('meetingSeries')
    .select(seriesColumns)
    .where(
      ({ fn, ref }) => fn.coalesce(ref('rootId'), ref('id')),
      '=',
      db
        .selectFrom('meetingSeries as s')
        .select(({ fn, ref }) => fn.coalesce(ref('s.rootId'), ref('s.id')).as('root'))
        .where('s.id', '=', given.seriesId),
    )
    .orderBy('id')
    .forUpdate(),
)

/** Ends those of several series that would still go on, from a day of their rule on. */
export async function endSeries(trx: Trx, ids: readonly number[], from: Day): Promise<void> {
  await end(trx, { ids, from })
}

const end = statement((db, given: Params<{ ids: readonly number[]; from: Day }>) =>
  db
    .updateTable('meetingSeries')
    .set({ endedFrom: day(given.from) })
    .where('id', '=', sql<number>`any (${given.ids}::int[])`)
    .where('endedFrom', 'is', null),
)

/** Which of several series has the last meeting of them all. */
export async function lastWithMeetings(trx: Trx, ids: readonly number[]): Promise<number | undefined> {
  const [row] = await last(trx, { ids })
  return row?.seriesId ?? undefined
}

const last = statement((db, given: Params<{ ids: readonly number[] }>) =>
  db
    .selectFrom('meetings')
    .select('seriesId')
    .where('seriesId', '=', sql<number>`any (${given.ids}::int[])`)
    .orderBy('seriesDay', 'desc')
    .limit(1),
)

/** Lets a series go on that had ended. */
export async function resumeSeries(trx: Trx, id: number): Promise<void> {
  await resume(trx, { id })
}

const resume = statement((db, given: Params<{ id: number }>) =>
  db.updateTable('meetingSeries').set({ endedFrom: null }).where('id', '=', given.id),
)

export type AlikeInSeries = Readonly<Pick<MeetingSeries, 'title' | 'kind' | 'minutes' | 'place' | 'link'>>

/** Sets what the meetings of a series that are still to be made have alike. */
export async function changeSeries(trx: Trx, id: number, alike: AlikeInSeries): Promise<void> {
  await change(trx, { ...alike, id })
}

const change = statement((db, given: Params<AlikeInSeries & { id: number }>) =>
  db
    .updateTable('meetingSeries')
    .set({
      title: given.title,
      kind: given.kind,
      minutes: given.minutes,
      place: given.place,
      link: given.link,
    })
    .where('id', '=', given.id),
)
