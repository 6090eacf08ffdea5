import { setTimeout as sleep } from 'node:timers/promises'

import { UserError } from './errors.ts'

/** The only source of now. A test and the terminal set it; everything else reads it. */
export interface Clock {
  now(): Date
}

/** A clock that stands where it was set; with no moment set it is the machine's. */
export interface SettableClock extends Clock {
  set(at: Date): void
}

export const systemClock: Clock = { now: () => new Date() }

/** The machine’s clock, which nobody can set. */
export const presentClock: SettableClock = {
  ...systemClock,
  set() {
    throw new UserError('The clock cannot be turned while a chat platform is served.')
  },
}

/** Follows the machine until it is set, then stands still. */
export function settableClock(at?: Date): SettableClock {
  let standing = at
  return {
    now: () => new Date(standing ?? Date.now()),
    set: (moment) => {
      standing = moment
    },
  }
}

/** Resolves after `ms` milliseconds, or as soon as the signal is aborted. It keeps no process alive. */
export function idlePause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    timer.unref()
    signal?.addEventListener('abort', done)
  })
}

/** Rings once when nothing was heard for a while. It keeps no process alive. */
export interface Alarm {
  /** Begins to count, where it does not count yet. */
  set(): void
  /** Begins anew, where it counts. */
  putOff(): void
  stop(): void
}

/** An alarm that rings `ms` milliseconds after it was set or put off. */
export function alarm(ms: number, ring: () => void): Alarm {
  let timer: NodeJS.Timeout | undefined
  return {
    set() {
      timer ??= setTimeout(ring, ms).unref()
    },
    putOff: () => void timer?.refresh(),
    stop() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}

/** Runs the work once everything that came in with this turn of the event loop has been looked at. */
export function afterThisTurn(work: () => void): void {
  setImmediate(work)
}

/** Resolves after `ms` milliseconds, or as soon as `ending` is aborted; the process lives on until then. */
export async function pause(ms: number, ending?: AbortSignal): Promise<void> {
  await sleep(ms, undefined, ending ? { signal: ending } : {}).catch(() => undefined)
}

/** A monotonic clock in milliseconds, which changes of the time of day do not move. */
export function runningMs(): number {
  return performance.now()
}
