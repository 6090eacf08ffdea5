import type { BusyAddresses, BusyTimes } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** How reading a person's calendar stands; the address itself is for the reader alone. */
export type BusyCalendar = Readonly<
  Pick<BusyAddresses, 'host' | 'setAt' | 'readAt' | 'fault' | 'failingSince'>
> & {
  /** How many times ahead they are busy. */
  readonly times: number
}

/** Undefined for somebody who gave no address. */
export async function busyCalendarOf(db: Db, personId: number, now: Date): Promise<BusyCalendar | undefined> {
  const [row] = await ofPerson(db, { personId, now })
  return row
}

const ofPerson = statement((db, given: Params<{ personId: number; now: Date }>) =>
  db
    .selectFrom('busyAddresses as a')
    .select(['a.host', 'a.setAt', 'a.readAt', 'a.fault', 'a.failingSince'])
    .select(({ selectFrom }) =>
      selectFrom('busyTimes as b')
        .whereRef('b.personId', '=', 'a.personId')
        .where('b.endsAt', '>', given.now)
        .select(({ fn }) => fn.countAll<number>().as('times'))
        .$asScalar()
        .$notNull()
        .as('times'),
    )
    .where('a.personId', '=', given.personId),
)

/** Where the address of a person's calendar lies, for its seal. */
export function busyPlace(personId: number): string {
  return `busy-address/${personId}`
}

type Address = Readonly<Pick<BusyAddresses, 'personId' | 'address' | 'host'>>

/** Stores an address in place of an earlier one, whose times are forgotten. */
export async function setBusyAddress(trx: Trx, address: Address, now: Date): Promise<void> {
  await forgetBusyAddress(trx, address.personId)
  await set(trx, { ...address, now })
}

const set = statement((db, given: Params<Address & { now: Date }>) =>
  db.insertInto('busyAddresses').values({
    personId: given.personId,
    address: given.address,
    host: given.host,
    setAt: given.now,
    nextAt: given.now,
  }),
)

/** Forgets the address and the times read there; false where there is none. */
export async function forgetBusyAddress(trx: Trx, personId: BusyTimes['personId']): Promise<boolean> {
  const gone = await forget(trx, { personId })
  return gone.length > 0
}

const forget = statement((db, given: Params<{ personId: number }>) =>
  db.deleteFrom('busyAddresses').where('personId', '=', given.personId).returning('personId'),
)
