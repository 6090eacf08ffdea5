import { updatesNumbered } from '../../../../db/newsletter/updatesMeant.ts'
import { isNamed, recordsNamed } from '../../../../db/records/named.ts'
import type { Db } from '../../../../db/store/db.ts'
import type { Caller } from '../../../core/feature/caller.ts'
import type { Option } from '../../../core/option.ts'

/** How many of the latest records a number is looked for among. */
const searched = 200

/**
 * Whether the number that a guess puts into an option, or each of several, is one that the caller may deal with: an update of theirs, or a
 * record that is still open. Also true where the text is not the number of a record.
 */
export async function isRecordThere(
  db: Db,
  option: Option | undefined,
  typed: string | undefined,
  caller: Caller,
): Promise<boolean> {
  const [first, ...others] = option?.several ? (typed ?? '').split(', ') : []
  if (first !== undefined && others.length > 0) {
    const there = [first, ...others].map((one) => isRecordThere(db, option, one, caller))
    return (await Promise.all(there)).every((one) => one)
  }
  const { prefix } = option ?? {}
  const id = Number(typed?.slice(prefix?.length))
  if (prefix === undefined || typed === undefined || !typed.startsWith(prefix) || !Number.isSafeInteger(id))
    return true
  if (prefix === 'U') {
    const personId = caller.isSecretariat ? null : caller.personId
    return (await updatesNumbered(db, { personId, ids: [id] })).length > 0
  }
  if (!isNamed(prefix)) return true
  return (await recordsNamed(db, prefix, caller, { words: '', limit: searched })).some((one) => one.id === id)
}
