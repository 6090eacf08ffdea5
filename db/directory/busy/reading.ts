import { sql } from 'kysely'

import type { BusyAddresses, People } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'

/** When an address is due again after it was read, after a failure, and after a process claimed it. */
const againMinutes = { read: 240, failed: 60, claimed: 10 } as const
/** From so many failures on, about a day, the times are too old to count. */
const failuresToForget = 24

export interface DueAddress extends Readonly<Pick<BusyAddresses, 'personId' | 'address'>> {
  /** The person's. */
  readonly zone: People['zone']
}

/** Takes the addresses that are due to be read, so that no other process reads them too. */
export async function claimDueAddresses(db: Db, now: Date, most: number): Promise<readonly DueAddress[]> {
  return claim(db, { now, most })
}

const claim = statement((db, given: Params<{ now: Date; most: number }>) =>
  db
    .with('due', (query) =>
      query
        .selectFrom('busyAddresses as b')
        .innerJoin('people as p', 'p.id', 'b.personId')
        .select(['b.personId', 'p.zone'])
        .where('b.nextAt', '<=', given.now)
        .where('p.retiredOn', 'is', null)
        .orderBy('b.nextAt')
        .limit(given.most)
        .forUpdate('b')
        .skipLocked(),
    )
    .updateTable('busyAddresses as a')
    .from('due as d')
    .set({ nextAt: inMinutes(given.now, againMinutes.claimed) })
    .whereRef('a.personId', '=', 'd.personId')
    .returning(['a.personId', 'a.address', 'd.zone']),
)

export interface BusyTime {
  readonly from: Date
  readonly to: Date
}

/** Replaces the known times by those read. An address that was replaced meanwhile is left alone. */
export async function storeBusyTimes(
  db: Db,
  { personId, address }: DueAddress,
  times: readonly BusyTime[],
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const current = await noteRead(trx, { personId, address, now })
    if (current.length === 0) return
    await clear(trx, { personId })
    const rows = times.map(({ from, to }) => ({ startsAt: from.toISOString(), endsAt: to.toISOString() }))
    if (rows.length > 0) await add(trx, { personId, rows: asRecords(rows) })
  })
}

type One = Pick<DueAddress, 'personId' | 'address'> & { now: Date }

const noteRead = statement((db, given: Params<One>) =>
  db
    .updateTable('busyAddresses')
    .set({
      readAt: given.now,
      nextAt: inMinutes(given.now, againMinutes.read),
      fault: null,
      failingSince: null,
      failures: 0,
    })
    .where('personId', '=', given.personId)
    .where('address', '=', given.address)
    .returning('personId'),
)

const clear = statement((db, given: Params<{ personId: number }>) =>
  db.deleteFrom('busyTimes').where('personId', '=', given.personId),
)

const add = statement((db, given: Params<{ personId: number; rows: string }>) =>
  db
    .insertInto('busyTimes')
    .columns(['personId', 'startsAt', 'endsAt'])
    .expression((from) =>
      from
        .selectFrom(
          records<{ startsAt: Date; endsAt: Date }>(given.rows, {
            startsAt: 'timestamptz',
            endsAt: 'timestamptz',
          }),
        )
        .select([sql<number>`${given.personId}::int`.as('personId'), 'n.startsAt', 'n.endsAt']),
    ),
)

/** Notes why an address could not be read. After about a day of it, the times known are forgotten. */
export async function noteUnread(
  db: Db,
  { personId, address }: DueAddress,
  fault: string,
  now: Date,
): Promise<void> {
  await failed(db, { personId, address, fault, now })
  await forgetOld(db, { personId })
}

const failed = statement((db, given: Params<One & { fault: string }>) =>
  db
    .updateTable('busyAddresses')
    .set((eb) => ({
      nextAt: inMinutes(given.now, againMinutes.failed),
      fault: given.fault,
      failingSince: eb.fn.coalesce('failingSince', sql<Date>`${given.now}::timestamptz`),
      failures: eb('failures', '+', 1),
    }))
    .where('personId', '=', given.personId)
    .where('address', '=', given.address),
)

const forgetOld = statement((db, given: Params<{ personId: number }>) =>
  db
    .deleteFrom('busyTimes')
    .where('personId', '=', given.personId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('busyAddresses')
          .select('personId')
          .where('personId', '=', given.personId)
          .where('failures', '>=', failuresToForget),
      ),
    ),
)

function inMinutes(now: Params<{ now: Date }>['now'], minutes: number) {
  return sql<Date>`${now}::timestamptz + make_interval(mins => ${sql.lit(minutes)})`
}
