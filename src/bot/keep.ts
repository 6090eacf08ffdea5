import { claimKept, dropKept, type KeptRow, listKept, readKept, writeKept } from '../../db/ledger/kept.ts'
import type { Db } from '../../db/store/db.ts'
import type { Clock } from '../core/clock.ts'
import type { Keep, KeepKey, KeepOptions } from '../core/keep.ts'
import { isSealed, type Seal } from '../process/seal.ts'

/** What adapters keep, in the store; secret values are sealed on the way in and opened on the way out. */
export function createKeep(db: Db, clock: Clock, seal: Seal): Keep {
  function close(key: KeepKey, value: unknown, options: KeepOptions | undefined): unknown {
    return options?.secret ? { sealed: seal.close(JSON.stringify(value), placeOf(key)) } : value
  }

  function open<R extends KeptRow>(row: R): R {
    const { value } = row
    if (typeof value !== 'object' || value === null || !('sealed' in value)) return row
    // Something of another shape only has a member of that name.
    const { sealed } = value
    if (typeof sealed !== 'string' || !isSealed(sealed) || Object.keys(value).length > 1) return row
    return { ...row, value: JSON.parse(seal.open(sealed, placeOf(row))) }
  }

  return {
    async get(key) {
      const row = await readKept(db, key, clock.now())
      return row && open(row)
    },
    put: (key, value, options) =>
      writeKept(db, key, close(key, value, options), options?.expiresAt, clock.now()),
    claim: (key, value, options) =>
      claimKept(db, key, close(key, value, options), options?.expiresAt, clock.now()),
    drop: (key) => dropKept(db, key),
    list: async (of) => (await listKept(db, of, clock.now())).map(open),
  }
}

function placeOf({ platform, kind, tenant, key }: KeepKey): string {
  return [platform, kind, tenant, key].map(encodeURIComponent).join('/')
}
