import { createRemembered } from '../../../src/chat/work/remembered.ts'
import type { Clock } from '../../../src/core/clock.ts'
import type { Keep } from '../../../src/core/keep.ts'

/** A team, or a chat outside any team. */
export interface RosterScope {
  readonly tenant: string
  readonly conversation: string
  readonly team: string | undefined
}

/** Records whose members have been read completely, stored across restarts and shared between processes. */
export interface RosterMarks {
  /**
   * Whether to read it now: it was never read completely, and nobody is reading it. `surely` asks the store even if
   * this process did so a moment ago.
   */
  due(of: RosterScope, surely?: boolean): Promise<boolean>
  /** It has been read completely. */
  read(of: RosterScope): Promise<void>
  /** Somebody is missing, or the bot was removed. */
  forget(of: RosterScope): Promise<void>
}

/** How long one process may read before another may start; also how rarely one process asks the store. */
const leaseMs = 10 * 60_000
const maxRemembered = 20_000

export function createRosterMarks(keep: Keep, clock: Clock): RosterMarks {
  const looked = createRemembered<true>({ max: maxRemembered, ttlMs: leaseMs, clock })
  const keyOf = (kind: string, { tenant, team, conversation }: RosterScope) => ({
    platform: 'teams',
    kind,
    tenant,
    key: team ?? conversation,
  })
  const nameOf = ({ tenant, team, conversation }: RosterScope) => `${tenant} ${team ?? conversation}`

  return {
    async due(of, surely = false) {
      const now = clock.now().getTime()
      if (!surely && looked.get(nameOf(of))) return false
      looked.put(nameOf(of), true)
      if (await keep.get(keyOf('roster', of))) return false
      return keep.claim(keyOf('reading', of), {}, { expiresAt: new Date(now + leaseMs) })
    },
    read: (of) => keep.put(keyOf('roster', of), {}),
    async forget(of) {
      looked.forget(nameOf(of))
      await keep.drop(keyOf('roster', of))
      await keep.drop(keyOf('reading', of))
    },
  }
}
