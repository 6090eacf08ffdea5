import { identify } from '../../../db/directory/identify.ts'
import type { Db } from '../../../db/store/db.ts'
import { type Account, formatAccount } from '../../core/address.ts'
import type { Clock } from '../../core/clock.ts'
import type { Caller } from '../../core/feature/caller.ts'
import { dayOf } from '../../core/time/day.ts'

/** Who accounts are, with their rights: from the store, or from a cache of some seconds. */
export interface Callers {
  /** Null for an unknown account. Good enough for looking; a change asks the store in its own transaction. */
  find(db: Db, account: Account, vouchedEmail: string | null): Promise<Caller | null>
  /** Empties the cache: a link, a role or a person has changed, here or elsewhere. */
  forget(): void
  /** Whether changes made elsewhere are heard; nothing is cached while they are not. */
  hearing(now: boolean): void
}

interface HeldCaller {
  readonly caller: Caller
  readonly vouchedEmail: string | null
  readonly at: number
}

const mostHeld = 10_000

export function createCallers({
  clock,
  cacheMs,
}: {
  readonly clock: Clock
  readonly cacheMs: number
}): Callers {
  const held = new Map<string, HeldCaller>()
  let heard = false
  let changes = 0

  function forget(): void {
    changes += 1
    held.clear()
  }

  return {
    async find(db, account, vouchedEmail) {
      const now = clock.now()
      const key = formatAccount(account)
      const known = held.get(key)
      const age = known && now.getTime() - known.at
      if (known?.vouchedEmail === vouchedEmail && age !== undefined && age >= 0 && age < cacheMs) {
        return known.caller
      }
      const asked = changes
      const caller = await identify(db, { ...account, vouchedEmail }, now)
      // What changed meanwhile may not be in the answer, and roles begin and end with the day.
      if (caller && heard && asked === changes && isOneDay(now, cacheMs, caller.zone)) {
        // As many as this within seconds are not people but a flood.
        if (held.size >= mostHeld) held.clear()
        held.set(key, { caller, vouchedEmail, at: now.getTime() })
      }
      return caller
    },
    forget,
    hearing(now) {
      heard = now
      forget()
    },
  }
}

function isOneDay(now: Date, spanMs: number, zone: string): boolean {
  return dayOf(now, zone) === dayOf(new Date(now.getTime() + spanMs), zone)
}
