import type { Store } from '../../db/store/connect.ts'
import { idlePause } from '../core/clock.ts'
import { codeOf } from '../core/errors.ts'
import { lazily } from '../core/time/lazily.ts'
import type { Log } from '../process/log.ts'
import type { Handlers, Queues } from './queue/queues.ts'

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

/** Whoever has waited for the bot is answered before the program of the queues is loaded. */
const firstAnswersMs = 200
const againMs = 1_000

/** The queues, whose program is loaded when they are first needed: whoever only looks need not wait for it. */
export function createJobs(store: Store, handlers: Handlers, log: Log): Jobs {
  let queues: Queues | undefined
  let starting: Promise<void> | undefined
  let begun = false
  let failed = false
  let stopped = false
  const load = lazily(async () => {
    const { createQueues } = await import('./queue/queues.ts')
    queues = createQueues(store, handlers, log)
    return queues
  })

  async function startAfter(when: Promise<unknown> | undefined): Promise<void> {
    if (when) {
      await when
      await idlePause(firstAnswersMs)
    }
    if (stopped) return
    begun = true
    const loaded = await load()
    await loaded.start()
  }

  /** A try that failed is followed by another one, which callers share. */
  function again(): Promise<void> | undefined {
    if (!failed || stopped) return starting
    failed = false
    return attempt(undefined)
  }

  function attempt(when: Promise<unknown> | undefined): Promise<void> {
    starting = startAfter(when).catch((error: unknown) => {
      failed = true
      throw error
    })
    return starting
  }

  async function keepTrying(when: Promise<unknown>): Promise<void> {
    for (let tried = attempt(when); ; tried = again() ?? tried) {
      try {
        return await tried
      } catch (error) {
        if (stopped || refusedByPostgres(error)) throw error
        log.warn({ err: error }, 'failed to start the queues, trying again')
      }
      await idlePause(againMs)
    }
  }

  return {
    start(when) {
      stopped = false
      return when ? keepTrying(when) : attempt(undefined)
    },
    started: async () => again(),
    async stop() {
      stopped = true
      if (begun) await starting?.catch(() => undefined)
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

/** Another process is setting the queues up at the same moment: a key, a schema or a table is there already. */
const setUpByAnother: ReadonlySet<string> = new Set(['23505', '42P06', '42P07'])

/** Whether Postgres was reached and refused for a reason that does not pass by waiting. */
function refusedByPostgres(error: unknown): boolean {
  const code = codeOf(error) ?? ''
  return !setUpByAnother.has(code) && /^(?!08|53|57|[A-Z]+$)[0-9A-Z]{5}$/.test(code)
}
