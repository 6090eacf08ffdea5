import { idlePause } from '../../core/clock.ts'
import { codeOf } from '../../core/errors.ts'
import type { Log } from '../../process/log.ts'

/** The start of the queues, which may fail for a while. Callers share each try. */
export interface Starting {
  /** Tries at once; or a moment after `when` resolves, and then again until it succeeds or Postgres refuses. */
  start(when?: Promise<unknown>): Promise<void>
  /** Resolves when the try under way is done, and raises its error; after one that failed, tries again. */
  tried(): Promise<void>
  /** Tries no more; resolves when a try that has begun is done. */
  stop(): Promise<void>
}

/** Whoever has waited for the bot is answered before the program of the queues is loaded. */
const firstAnswersMs = 200
const againMs = 1_000

export function createStarting(begin: () => Promise<void>, log: Log): Starting {
  let starting: Promise<void> | undefined
  let begun = false
  let failed = false
  let stopped = false

  async function startAfter(when: Promise<unknown> | undefined): Promise<void> {
    if (when) {
      await when
      await idlePause(firstAnswersMs)
    }
    if (stopped) return
    begun = true
    await begin()
  }

  function attempt(when: Promise<unknown> | undefined): Promise<void> {
    starting = startAfter(when).catch((error: unknown) => {
      failed = true
      throw error
    })
    return starting
  }

  /** A try that failed is followed by another one. */
  function again(): Promise<void> | undefined {
    if (!failed || stopped) return starting
    failed = false
    return attempt(undefined)
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
    tried: async () => again(),
    async stop() {
      stopped = true
      if (begun) await starting?.catch(() => undefined)
    },
  }
}

/** Another process is setting the queues up at the same moment: a key, a schema or a table is there already. */
const setUpByAnother: ReadonlySet<string> = new Set(['23505', '42P06', '42P07'])

/** Whether Postgres was reached and refused for a reason that does not pass by waiting. */
function refusedByPostgres(error: unknown): boolean {
  const code = codeOf(error) ?? ''
  return !setUpByAnother.has(code) && /^(?!08|53|57|[A-Z]+$)[0-9A-Z]{5}$/.test(code)
}
