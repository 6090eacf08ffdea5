import { pause } from '../../core/clock.ts'
import type { Log } from '../../process/log.ts'
import { oneAtATime } from './oneAtATime.ts'
import { createWaker } from './waker.ts'

/** A queue, and whether it is worth a look. */
export interface WorkedQueue {
  /** Works off all that is due, or until told to stop. */
  drain(stopping: () => boolean): Promise<void>
  /** Reports that something may have been queued, by this process or by another. */
  expectMore(): void
  /** Whether anything was reported since the last look. */
  expects(): boolean
}

/** Works one queue off, woken when something is due at once, and looking every so often for what others queued. */
export interface WorkLoop {
  start(): void
  /** Resolves when what was in hand has ended, or is left to the next start since it takes too long. */
  stop(): Promise<void>
  wake(): void
  /** Works off what is due now, in turn with the loop. */
  drain(): Promise<void>
  /** Whether anything is in hand or worth a look. */
  busy(): boolean
}

const pollMs = 2_000

/** Longer than a platform is waited for, and shorter than whoever stops a program waits for it to end. */
const mostStopMs = 12_000

export function createWorkLoop(queue: WorkedQueue, log: Log, stopMs = mostStopMs): WorkLoop {
  const waker = createWaker()
  let stopping = false
  let loop: Promise<void> | undefined

  const runs = oneAtATime(async () => {
    while (queue.expects() && !stopping) await queue.drain(() => stopping)
  })

  async function untilStopped(): Promise<void> {
    while (!stopping) {
      try {
        await runs.run()
      } catch (error) {
        log.error({ err: error }, 'delivery loop failed, continuing')
      }
      if (!(stopping || (await waker.woken(pollMs)))) queue.expectMore()
    }
  }

  return {
    start() {
      stopping = false
      loop = untilStopped()
    },
    async stop() {
      stopping = true
      waker.wake()
      const inTime = new AbortController()
      const ended = Promise.all([loop, runs.settled()]).finally(() => inTime.abort())
      await Promise.race([ended, pause(stopMs, inTime.signal)])
      if (inTime.signal.aborted) return
      log.warn('what was being sent did not end in time, and is left to the next start')
    },
    wake: waker.wake,
    drain() {
      queue.expectMore()
      return runs.run()
    },
    busy: () => runs.underway() || queue.expects(),
  }
}
