import type { Clock } from '../../core/clock.ts'
import { pause, runningMs } from '../../core/clock.ts'
import { createRemembered } from '../work/remembered.ts'

/**
 * Events of which nothing could be recorded because the store is away. The platform is asked to bring such an event
 * again. Where it is still not recorded after a while, its author is told to try again, and the event does nothing from
 * then on, since its author may do the same by hand.
 */
export interface UnrecordedEvents {
  /** Starts on an event, perhaps not for the first time; false for one that is given up and must do nothing. */
  begin(deliveryId: string): boolean
  /** Waits for the platform to repeat the event; `tell` tells its author if that does not succeed in time. */
  wait(deliveryId: string, tell: () => Promise<void>): void
  /** Stops waiting: a later repetition goes to another process. */
  stop(): void
}

interface Event {
  /** When it first arrived, on a monotonic clock in milliseconds. */
  readonly since: number
  readonly givenUp: boolean
  /** Aborted when the event arrives again. */
  readonly waiting: AbortController
}

/** Platforms repeat an event for some minutes. */
const keptMs = 3_600_000
const mostKept = 5_000

export function createUnrecorded({
  giveUpMs,
  clock,
  later,
}: {
  /** How long to wait for an event to be recorded, from when it first arrived. */
  readonly giveUpMs: number
  readonly clock: Clock
  readonly later: (work: Promise<unknown>) => void
}): UnrecordedEvents {
  const events = createRemembered<Event>({ max: mostKept, ttlMs: keptMs, clock })
  const ending = new AbortController()

  async function giveUp(deliveryId: string, event: Event, tell: () => Promise<void>): Promise<void> {
    const { since, waiting } = event
    await pause(Math.max(0, since + giveUpMs - runningMs()), AbortSignal.any([waiting.signal, ending.signal]))
    if (waiting.signal.aborted || ending.signal.aborted) return
    events.put(deliveryId, { ...event, givenUp: true })
    await tell()
  }

  return {
    begin(deliveryId) {
      const known = events.get(deliveryId)
      known?.waiting.abort()
      return known?.givenUp !== true
    },
    wait(deliveryId, tell) {
      const since = events.get(deliveryId)?.since ?? runningMs()
      const event = { since, givenUp: false, waiting: new AbortController() }
      events.put(deliveryId, event)
      later(giveUp(deliveryId, event, tell))
    },
    stop: () => ending.abort(),
  }
}
