import { sql } from 'kysely'

import type { Notices, Snoozes } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import { snoozedUntil } from './snoozedUntil.ts'

interface NewSnooze {
  readonly noticeId: number
  readonly personId: number
  readonly until: Date
  /** It comes just before the meeting, whenever that begins by then. */
  readonly beforeMeeting: boolean
}

/** Says a notice to a person once more, later; a snooze of the same notice that still waits is moved. */
export async function snoozeNotice(trx: Trx, snooze: NewSnooze, now: Date): Promise<number> {
  const [row] = await put(trx, { ...snooze, now })
  if (!row) throw new Error('the snooze was not stored')
  return row.id
}

const put = statement((db, given: Params<NewSnooze & { now: Date }>) =>
  db
    .insertInto('snoozes')
    .values({
      noticeId: given.noticeId,
      personId: given.personId,
      until: given.until,
      beforeMeeting: given.beforeMeeting,
      status: 'waiting',
      createdAt: given.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['personId', 'noticeId'])
        .where('status', '=', 'waiting')
        .doUpdateSet({ until: given.until, beforeMeeting: given.beforeMeeting }),
    )
    .returning('id'),
)

/** Ends a person's own snooze; undefined where none of that number waits. */
export async function cancelSnooze(
  trx: Trx,
  id: number,
  personId: number,
): Promise<(Pick<Snoozes, 'until' | 'beforeMeeting'> & { readonly subject: string }) | undefined> {
  const [row] = await cancel(trx, { id, personId })
  return row
}

const cancel = statement((db, given: Params<{ id: number; personId: number }>) =>
  db
    .updateTable('snoozes as s')
    .from('notices as n')
    .set({ status: 'cancelled' })
    .whereRef('n.id', '=', 's.noticeId')
    .where('s.id', '=', given.id)
    .where('s.personId', '=', given.personId)
    .where('s.status', '=', 'waiting')
    .returning(['n.subject', 's.beforeMeeting'])
    .returning(({ ref }) => snoozedUntil(ref).as('until')),
)

/** A snooze whose time has come or is ahead, with what is needed to say whether it is still true. */
export interface WaitingSnooze extends Readonly<Pick<Snoozes, 'id' | 'personId' | 'until'>> {
  readonly noticeId: number
  /** Of the notice, in the ledger. */
  readonly key: string
  /** The rule that the notice comes from. */
  readonly rule: string | null
  readonly subject: string
  readonly body: Notices['body']
  /** IANA zone of the person. */
  readonly zone: string
  readonly name: string
  /** The meeting of whose time it reminds, as it stands now. */
  readonly meeting: {
    readonly title: string
    readonly startsAt: string
    readonly scheduled: boolean
    /** The person has declined it. */
    readonly declined: boolean
  } | null
  /** The reminder of somebody that it is about; a cancelled one is not said again. */
  readonly reminder: { readonly text: string; readonly cancelled: boolean } | null
}

/** Takes what was snoozed until now; one replica gets each. */
export async function takeSnoozes(trx: Trx, now: Date, limit: number): Promise<readonly WaitingSnooze[]> {
  const taken = await take(trx, { now, limit })
  return taken.length === 0 ? [] : waiting(trx, { ids: taken.map(({ id }) => id) })
}

const take = statement((db, given: Params<{ now: Date; limit: number }>) =>
  db
    .updateTable('snoozes as s')
    .from((from) =>
      from
        .selectFrom('snoozes as s')
        .innerJoin('notices as n', 'n.id', 's.noticeId')
        .select('s.id')
        .where('s.status', '=', 'waiting')
        .where((eb) => eb.or([eb('s.beforeMeeting', '=', true), eb('s.until', '<=', given.now)]))
        .where(({ eb, ref }) => eb(snoozedUntil(ref), '<=', given.now))
        .orderBy('s.until')
        .limit(given.limit)
        .forUpdate('s')
        .skipLocked()
        .as('due'),
    )
    .set({ status: 'sent' })
    .whereRef('s.id', '=', 'due.id')
    .returning('s.id'),
)

/** A snooze by its number. */
export async function snoozeById(db: Db, id: number): Promise<WaitingSnooze | undefined> {
  const [found] = await waiting(db, { ids: [id] })
  return found
}

/** What waits for its snooze to end, soonest first: for one person, or for anybody. */
export async function snoozesAhead(
  db: Db,
  personId: number | null,
  limit: number,
): Promise<readonly WaitingSnooze[]> {
  const rows = await ahead(db, { personId, limit })
  return rows.length === 0 ? [] : waiting(db, { ids: rows.map(({ id }) => id) })
}

const ahead = statement((db, given: Params<{ personId: number | null; limit: number }>) =>
  db
    .selectFrom('snoozes as s')
    .innerJoin('notices as n', 'n.id', 's.noticeId')
    .select('s.id')
    .where('s.status', '=', 'waiting')
    .where((eb) =>
      eb.or([
        sql<boolean>`${given.personId}::int is null`,
        eb('s.personId', '=', sql<number>`${given.personId}::int`),
      ]),
    )
    .orderBy(({ ref }) => snoozedUntil(ref))
    .limit(given.limit),
)

const waiting = statement((db, given: Params<{ ids: number[] }>) =>
  db
    .selectFrom('snoozes as s')
    .innerJoin('notices as n', 'n.id', 's.noticeId')
    .innerJoin('people as p', 'p.id', 's.personId')
    .select(['s.id', 's.personId', 's.noticeId', 'n.subject', 'n.body', 'p.zone', 'p.name'])
    .select(['n.key', 'n.rule'])
    .select(({ ref }) => snoozedUntil(ref).as('until'))
    .select(({ ref, selectFrom }) => {
      const number = sql<number>`nullif(split_part(${ref('n.subject')}, ':', 2), '')::int`
      return [
        selectFrom('meetings as m')
          .where(({ eb }) =>
            eb('m.id', '=', sql<number>`case when ${ref('n.rule')} = 'meeting' then ${number} end`),
          )
          .select(({ ref: of, eb, exists, selectFrom: from }) => {
            const declined = exists(
              from('invitations as i')
                .select('i.meetingId')
                .whereRef('i.meetingId', '=', 'm.id')
                .whereRef('i.personId', '=', 's.personId')
                .where('i.response', '=', 'no'),
            )
            return sql<
              WaitingSnooze['meeting']
            >`json_build_object('title', ${of('m.title')}, 'startsAt', ${of('m.startsAt')},
              'scheduled', ${eb('m.status', '=', 'scheduled')}, 'declined', ${declined})`.as('meeting')
          })
          .as('meeting'),
        selectFrom('reminders as r')
          .where(({ eb }) =>
            eb('r.id', '=', sql<number>`case when ${ref('n.subject')} like 'reminder:%' then ${number} end`),
          )
          .select(({ ref: of, eb }) =>
            sql<
              WaitingSnooze['reminder']
            >`json_build_object('text', ${of('r.text')}, 'cancelled', ${eb('r.status', '=', 'cancelled')})`.as(
              'reminder',
            ),
          )
          .as('reminder'),
      ]
    })
    .where('s.id', '=', sql<number>`any(${given.ids}::int[])`)
    .orderBy('until'),
)
