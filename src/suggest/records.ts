import { recordsNamed } from '../../db/records/named.ts'
import type { Db } from '../../db/store/db.ts'
import type { Choice } from '../core/errors.ts'
import type { Caller } from '../core/feature/caller.ts'

/** How many of the latest records are searched for the beginning of a number. */
const searched = 100

interface RecordQuery {
  readonly db: Db
  readonly caller: Caller
  readonly typed: string
  readonly prefix: string | undefined
  readonly limit: number
}

/** Records of a kind that the caller may see, by the beginning of their number or by words of their title. */
export async function recordChoices({
  db,
  caller,
  typed,
  prefix = '',
  limit,
}: RecordQuery): Promise<readonly Choice[]> {
  const number = typed.toUpperCase()
  const isNumber = /^\d{1,9}$/.test(number.startsWith(prefix) ? number.slice(prefix.length) || '0' : number)
  const beginning = number.startsWith(prefix) ? number : `${prefix}${number}`
  const found =
    typed === '' || isNumber || prefix.startsWith(number)
      ? await recordsNamed(db, prefix, caller, { words: '', limit: searched })
      : await recordsNamed(db, prefix, caller, { words: typed, limit })
  return found
    .map(({ id, title }) => ({ label: `${prefix}${id} ${title}`, value: `${prefix}${id}` }))
    .filter(({ value }) => !isNumber || typed === '' || value.startsWith(beginning))
    .slice(0, limit)
}
