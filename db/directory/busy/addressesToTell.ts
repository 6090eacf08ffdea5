import type { BusyAddresses } from '../../schema.ts'
import type { Db } from '../../store/db.ts'

/** Failures in a row until its person hears of one that was read before: about six hours. */
const failuresToTell = 6

/** An address that was read for the first time, or cannot be read. */
export type ReadAddress = Readonly<
  Pick<BusyAddresses, 'personId' | 'host' | 'setAt' | 'readAt' | 'fault' | 'failingSince'>
>

/** Addresses of which their people may have to be told. Whoever just gave one hears at once that it cannot be read. */
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
