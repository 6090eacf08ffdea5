import type { Store } from '../../db/store/connect.ts'
import { lazily } from '../core/time/lazily.ts'
import type { Log } from '../process/log.ts'
import type { Handlers, Queues } from './queue/queues.ts'
import { createStarting } from './queue/starting.ts'

/** Notices and letters that wait in the store, and the workers that deliver them. */
export interface Jobs extends Queues {
  /**
   * Begins to work at once, or a moment after `when` resolves: there is somebody to serve then, so a store that is
   * away is waited for.
   */
  start(when?: Promise<unknown>): Promise<void>
  /**
   * Resolves when the try to start that is under way is done, and raises its error. Whoever means to queue something
   * waits for it before the transaction: within one, the queue cannot be set up.
   */
  started(): Promise<void>
}

/** The queues, whose program is loaded when they are first needed: whoever only looks need not wait for it. */
export function createJobs(store: Store, handlers: Handlers, log: Log): Jobs {
  let queues: Queues | undefined
  const load = lazily(async () => {
    const { createQueues } = await import('./queue/queues.ts')
    queues = createQueues(store, handlers, log)
    return queues
  })
  const starting = createStarting(async () => (await load()).start(), log)
  return {
    start: starting.start,
    started: starting.tried,
    rest: () => queues?.rest(),
    async stop() {
      await starting.stop()
      await queues?.stop()
    },
    async deliver(trx, notices) {
      if (notices.length > 0) await (await load()).deliver(trx, notices)
    },
    async mail(trx, letters) {
      if (letters.length > 0) await (await load()).mail(trx, letters)
    },
    drain: async () => (await load()).drain(),
    wake: () => queues?.wake(),
    ready: async () => (await load()).ready(),
  }
}
