import { test } from 'vitest'

import { DeliveryError } from '../../../src/core/errors.ts'
import type { TurnTime } from '../../../src/core/feature/pacing.ts'
import { type Bench, isLacking, type Maybe, type ShortTimings, type Subject } from './subject.ts'

/** A test with a bench of its own. */
export function check<B extends Bench>(
  subject: Subject<B>,
  sentence: string,
  run: (bench: B) => Promise<void>,
  timings: ShortTimings = {},
  time?: TurnTime,
): void {
  test(sentence, async () => {
    const bench = await subject.open(timings, time)
    try {
      await run(bench)
    } finally {
      await bench.end()
    }
  })
}

/** Declares what needs something that a platform may lack; else says why it does not apply. */
export function where<T>(given: Maybe<T>, sentence: string, declare: (has: T) => void): void {
  if (isLacking(given)) test(sentence, ({ skip }) => skip(given.notSupported))
  else declare(given)
}

/** Waits until something holds, and says what did not. */
export async function until(what: string, holds: () => boolean, patienceMs = 30_000): Promise<void> {
  const end = Date.now() + patienceMs
  while (!holds()) {
    if (Date.now() > end) throw new Error(`it did not come about that ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Lets some time pass, where something is not to happen meanwhile. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

let count = 0

/** An id that no other event of this process has. */
export function freshId(): string {
  count += 1
  return `${Date.now()}${String(count).padStart(4, '0')}`
}

/** Tries a delivery until it is no more told that its turn comes later, as the queue does; waits by the time that turns go by. */
export async function inTurn(
  deliver: () => Promise<void>,
  time: Pick<TurnTime, 'pause'> = { pause },
): Promise<void> {
  for (;;) {
    try {
      return await deliver()
    } catch (error) {
      if (!(error instanceof DeliveryError) || error.fault.kind !== 'paced') throw error
      await time.pause(error.fault.afterSeconds * 1000)
    }
  }
}
