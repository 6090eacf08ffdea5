import { findItems, listItems } from '../library/find.ts'
import type { Db } from '../store/db.ts'

/** Who looks for a record: what they may not see is not offered to them. */
export interface Asker {
  readonly personId: number
  readonly entityId: number | null
  readonly isSecretariat: boolean
}

export interface NamedRecord {
  readonly id: number
  readonly title: string
}

interface Wanted {
  readonly words: string
  readonly limit: number
}

/** The records of a kind, by the letters before its numbers, that words mean; the latest where none are given. */
export async function recordsNamed(
  db: Db,
  prefix: string,
  asker: Asker,
  wanted: Wanted,
): Promise<readonly NamedRecord[]> {
  const find = Object.hasOwn(finders, prefix) ? finders[prefix] : undefined
  return find ? find(db, wanted, asker) : []
}

/** Whether records of a kind are found by words. */
export function isNamed(prefix: string): boolean {
  return Object.hasOwn(finders, prefix)
}

const everything = { groupId: null, entityId: null, kind: null, on: null }

const finders: Readonly<
  Record<string, (db: Db, wanted: Wanted, asker: Asker) => Promise<readonly NamedRecord[]>>
> = {
  LIB: (db, { words, limit }) =>
    words === ''
      ? listItems(db, { ...everything, limit, offset: 0 })
      : findItems(db, words, { ...everything, limit }),
}
