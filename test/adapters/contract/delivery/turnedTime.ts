import type { TurnTime } from '../../../../src/core/feature/pacing.ts'

/** A time that stands still until a test turns it. */
export interface TurnedTime extends TurnTime {
  /** How long each of those who wait has left to wait. */
  waits(): readonly number[]
  turn(ms: number): void
}

export function turnedTime(): TurnedTime {
  let now = 0
  let waiting: readonly { readonly until: number; readonly done: () => void }[] = []
  return {
    ms: () => now,
    pause: (ms) =>
      new Promise((done) => {
        waiting = [...waiting, { until: now + ms, done }]
      }),
    waits: () => waiting.map(({ until }) => until - now),
    turn(ms) {
      now += ms
      const over = waiting.filter(({ until }) => until <= now)
      waiting = waiting.filter(({ until }) => until > now)
      for (const { done } of over) done()
    },
  }
}

/** A time that goes on as soon as somebody waits: turns come in their order, and take no time of the machine. */
export function hastyTime(): TurnTime {
  let now = 0
  return {
    ms: () => now,
    async pause(ms) {
      now += ms
    },
  }
}
