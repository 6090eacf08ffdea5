import { holdPace, lookAtPaces, sweepPaces, takePaceTurn, tellProcesses } from '../../db/ledger/paces.ts'
import type { Store } from '../../db/store/connect.ts'
import { runningMs } from '../core/clock.ts'
import type { Pacing } from '../core/feature/pacing.ts'
import type { Log } from '../process/log.ts'

/** Rate limits shared through the store while several processes work on it; one alone asks nobody. */
export interface SharedPacing extends Pacing {
  /** Finds out who else works on the store, and which pauses are in force. Never rejects. */
  look(): Promise<void>
  /**
   * Whether this process can be told of others that begin; from then on they know of this one. Never rejects.
   */
  hearing(now: boolean): Promise<void>
  /** Resolves once nothing is asked of the store any more; until then other processes share the limits with this one. */
  stop(): Promise<void>
}

export function createPacing(store: Store, log: Log): SharedPacing {
  const db = store.kysely
  const held = new Map<string, number>()
  let alone = store.embedded
  let heard = false
  let stopped = false
  let busy: Promise<void> = Promise.resolve()

  /** One thing after the other, and none once it is stopped. */
  function next(work: () => Promise<void>): Promise<void> {
    busy = busy.then(() => (stopped ? undefined : work()))
    return busy
  }

  const look = () => next(lookOnce)

  async function lookOnce(): Promise<void> {
    if (store.embedded) return
    try {
      const { processes, held: pauses } = await lookAtPaces(db)
      alone = heard && processes <= 1
      held.clear()
      for (const { key, leftMs } of pauses) held.set(key, runningMs() + leftMs)
      if (!alone) await sweepPaces(db)
    } catch (error) {
      alone = false
      log.warn(
        { err: error },
        'failed to look for other processes; rate limits are shared until the next look',
      )
    }
  }

  async function tellOnce(): Promise<void> {
    await tellProcesses(db).catch((error: unknown) =>
      log.warn(
        { err: error },
        'failed to tell other processes of this one; they see it within half a minute',
      ),
    )
  }

  return {
    look,
    async hearing(now) {
      heard = now
      if (!now) alone = store.embedded
      if (!now || store.embedded) return
      await look()
      await next(tellOnce)
    },
    async stop() {
      stopped = true
      await busy
    },
    take(limit, rules) {
      if (alone) return Math.max(0, (held.get(limit) ?? 0) - runningMs())
      return takePaceTurn(db, limit, rules).catch((error: unknown) => {
        log.warn({ err: error }, 'failed to share a rate limit, keeping to this process’s own')
        return 0
      })
    },
    hold(limit, ms) {
      if (store.embedded) return
      held.set(limit, runningMs() + ms)
      void holdPace(db, limit, Math.ceil(ms)).catch((error: unknown) =>
        log.warn({ err: error }, 'failed to tell other processes of a pause'),
      )
    },
  }
}
