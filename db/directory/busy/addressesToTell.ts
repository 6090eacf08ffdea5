import type { BusyAddresses } from '../../schema.ts'
import type { Db } from '../../store/db.ts'

/** After this many failures in a row, about six hours, people hear of an address that could be read before. */
const failuresToTell = 6

/** An address that was read for the first time, or cannot be read. */
export type ReadAddress = Readonly<
  Pick<BusyAddresses, 'personId' | 'host' | 'setAt' | 'readAt' | 'fault' | 'failingSince'>
>

/** Addresses to tell their people of. A new address that cannot be read is told of at once. */
export async function addressesToTell(db: Db): Promise<readonly ReadAddress[]> {
  return db
    .selectFrom('busyAddresses')
    .select(['personId', 'host', 'setAt', 'readAt', 'fault', 'failingSince'])
    .where(({ or, and, eb }) =>
      or([
        and([eb('readAt', 'is not', null), eb('failures', '=', 0)]),
        and([eb('readAt', 'is', null), eb('failures', '>', 0)]),
        eb('failures', '>=', failuresToTell),
      ]),
    )
    .orderBy('personId')
    .execute()
}
