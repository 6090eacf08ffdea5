import cron from 'node-cron'

import { type TickDependencies, tick } from './ticks.ts'

export interface Metronome {
  /** Starts no more ticks; resolves when the current one has ended. */
  stop(): Promise<void>
}

/** Ticks at once and then every half minute; a slow tick is never overtaken by the next. */
export function startMetronome(deps: TickDependencies): Metronome {
  let current: Promise<void> = Promise.resolve()
  function once(): Promise<void> {
    // The first tick is not the metronome's own, so it is awaited here.
    current = current
      .then(() => tick(deps))
      .then(
        () => undefined,
        (error: unknown) => deps.log.error({ err: error }, 'tick failed, the next one will catch up'),
      )
    return current
  }
  const task = cron.schedule('*/30 * * * * *', once, {
    noOverlap: true,
    // The library would say at the prompt that a machine was asleep; the next tick catches up.
    suppressMissedWarning: true,
  })
  // What came due while no process ran does not wait for the next half minute.
  void once()
  return {
    async stop() {
      await task.destroy()
      await current
    },
  }
}
