import { sql } from 'kysely'

import type { Notices, People, Snoozes } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import { snoozeOf } from '../keyPart.ts'
import { snoozedUntil } from './snoozedUntil.ts'

/** A snooze that waits, of a notice to the person who snoozed it. */
export type Snoozed = Readonly<Pick<Snoozes, 'id' | 'noticeId' | 'until'> & Pick<People, 'zone'>>

/** Of notices, those that their readers have snoozed. */
export async function snoozedAmong(db: Db, notices: readonly number[]): Promise<readonly Snoozed[]> {
  return notices.length === 0 ? [] : among(db, { notices: [...notices] })
}

const among = statement((db, given: Params<{ notices: number[] }>) =>
  db
    .selectFrom('notices as n')
    // What was said again is snoozed with the first itself.
    .leftJoin('snoozes as o', (join) =>
      join.on(({ eb, ref }) => eb('o.id', '=', snoozeOf(ref('n.rule'), ref('n.key')))),
    )
    .innerJoin('snoozes as s', (join) =>
      join
        .on((eb) => eb('s.noticeId', '=', eb.fn.coalesce('o.noticeId', 'n.id')))
        .onRef('s.personId', '=', 'n.personId')
        .on('s.status', '=', 'waiting'),
    )
    .innerJoin('people as p', 'p.id', 's.personId')
    .select(['s.id', 'n.id as noticeId', 'p.zone'])
    .select(({ ref }) => snoozedUntil(ref).as('until'))
    .where('n.id', '=', sql<number>`any(${given.notices}::bigint[])`),
)

/** The notice that a snooze says again, and to whom. */
export type SnoozedNotice = Readonly<
  Pick<Snoozes, 'id' | 'personId'> & Pick<Notices, 'key' | 'rule' | 'subject'>
>

/** The notices of these snoozes. */
export async function noticesOfSnoozes(db: Db, ids: readonly number[]): Promise<readonly SnoozedNotice[]> {
  return ids.length === 0 ? [] : noticesOf(db, { ids: [...ids] })
}

const noticesOf = statement((db, given: Params<{ ids: number[] }>) =>
  db
    .selectFrom('snoozes as s')
    .innerJoin('notices as n', 'n.id', 's.noticeId')
    .select(['s.id', 's.personId', 'n.key', 'n.rule', 'n.subject'])
    .where('s.id', '=', sql<number>`any(${given.ids}::int[])`),
)
