import type { Clock } from '../../core/clock.ts'
import type { Json } from '../../core/json.ts'
import { object } from '../../core/json.ts'
import type { Keep } from '../../core/keep.ts'
import { createRemembered } from '../work/remembered.ts'

/**
 * Accounts as a platform describes them: looked up once a day each, and stored, so that a restart looks up none again.
 */
export interface Accounts<T> {
  /**
   * The description of an account, from the platform or stored; undefined where it has none. Raises what `ask` raises.
   */
  of(tenant: string, account: string, ask: () => Promise<T | undefined>): Promise<T | undefined>
  /** Takes over a description that the platform sent by itself, of accounts that have written to the bot before. */
  describedAs(tenant: string, account: string, said: T): Promise<void>
}

const freshMs = 86_400_000
/** How long a process trusts its own memory: another replica may know of a change. */
const memoryMs = 60_000
/** How long an old description is still used when the platform does not answer. */
const keptMs = 14 * 86_400_000
const mostRemembered = 20_000

/** `read` turns stored data into a description; undefined for data that is none. */
export function createAccounts<T extends object>({
  platform,
  kind,
  keep,
  clock,
  read,
}: {
  readonly platform: string
  readonly kind: string
  readonly keep: Keep
  readonly clock: Clock
  readonly read: (kept: Json) => T | undefined
}): Accounts<T> {
  const remembered = createRemembered<{ readonly at: number; readonly said: T }>({
    ...{ max: mostRemembered, ttlMs: keptMs, clock },
  })
  const keyOf = (tenant: string, key: string) => ({ platform, kind, tenant, key })

  function remember(tenant: string, account: string, said: T): T {
    remembered.put(`${tenant} ${account}`, { at: clock.now().getTime(), said })
    return said
  }

  async function learn(tenant: string, account: string, said: T): Promise<T> {
    const expiresAt = new Date(clock.now().getTime() + keptMs)
    await keep.put(keyOf(tenant, account), { ...said }, { expiresAt }).catch(() => undefined)
    return remember(tenant, account, said)
  }

  return {
    async of(tenant, account, ask) {
      const now = clock.now().getTime()
      const held = remembered.get(`${tenant} ${account}`)
      if (held && Math.abs(now - held.at) < memoryMs) return held.said
      // Without the store the platform is asked; whatever else needs the store reports its own errors.
      const kept = await keep.get(keyOf(tenant, account)).catch(() => undefined)
      const before = kept && read(object(kept.value))
      if (kept && before && Math.abs(now - kept.at.getTime()) < freshMs) {
        return remember(tenant, account, before)
      }
      // An old description is better than none, and is looked up again with the next command.
      const stale = before ?? held?.said
      const said = await ask().catch((error: unknown) => {
        if (stale) return undefined
        throw error
      })
      return said ? learn(tenant, account, said) : stale
    },
    async describedAs(tenant, account, said) {
      if (await keep.get(keyOf(tenant, account))) await learn(tenant, account, said)
    },
  }
}
