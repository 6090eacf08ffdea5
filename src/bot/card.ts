import type { Db } from '../../db/store/db.ts'
import type { Account } from '../core/address.ts'
import type { Message } from '../core/message.ts'
import type { Feature } from '../dispatch/services.ts'

/**
 * The shared card of a record, `meeting:12`, as it stands now, or the copy of one viewer; undefined where there is no
 * such record.
 */
export async function cardOf(
  features: readonly Feature[],
  db: Db,
  card: string,
  now: Date,
  viewer?: Account,
): Promise<Message | undefined> {
  const [, kind = '', id = ''] = /^([a-z-]+):(\d{1,9})$/.exec(card) ?? []
  const make = features.map(({ cards }) => cards?.[kind]).find((found) => found !== undefined)
  return make?.(db, Number(id), now, viewer)
}
