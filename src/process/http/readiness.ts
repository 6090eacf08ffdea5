import type { Store } from '../../../db/store/connect.ts'
import { ping } from '../../../db/store/ping.ts'
import type { Clock } from '../../core/clock.ts'

const keptMs = 1_000
const patienceMs = 2_000

export interface Readiness {
  readonly database: boolean
  readonly queue: boolean
  /** The age in seconds of the oldest notice that is due and not delivered; omitted where it is unknown. */
  readonly oldestUndelivered?: number
}

/** Whether the database and the queue answer; checked at most once a second, however often it is read. */
export function createReadiness(
  health: { readonly store: Store; queueReady(): Promise<boolean>; oldestUndelivered?(): Promise<number> },
  clock: Clock,
): () => Promise<Readiness> {
  let asked: { readonly at: number; readonly answer: Promise<Readiness> } | undefined
  async function ask(): Promise<Readiness> {
    const [database, queue] = await Promise.all([
      answers(ping(health.store.kysely)),
      answers(health.queueReady()),
    ])
    const oldest = database ? await within(health.oldestUndelivered?.() ?? none) : undefined
    return { database, queue, ...(oldest === undefined ? {} : { oldestUndelivered: oldest }) }
  }
  return () => {
    const now = clock.now().getTime()
    if (!asked || Math.abs(now - asked.at) >= keptMs) asked = { at: now, answer: ask() }
    return asked.answer
  }
}

const none: Promise<undefined> = Promise.resolve(undefined)

/** The answer, or undefined where it fails or comes too late. */
async function within<T>(asked: Promise<T>): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMs).unref())
  return Promise.race([asked.catch(() => undefined), late])
}

/** Whether something answers in time. */
async function answers(asked: Promise<unknown>): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, patienceMs, false).unref())
  return Promise.race([asked.then((value) => value !== false).catch(() => false), late])
}
