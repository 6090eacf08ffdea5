import { AsyncLocalStorage } from 'node:async_hooks'

import type { Log } from '../../../src/core/log.ts'

const within = new AsyncLocalStorage<Log>()
let listening = false

/**
 * Runs work of the SDK, which speaks of refused tokens on the console: that goes into the log, shortened, since
 * everybody who knocks may make it speak.
 */
export function heard<T>(log: Log, work: () => Promise<T>): Promise<T> {
  listen()
  return within.run(log, work)
}

function listen(): void {
  if (listening) return
  listening = true
  for (const way of ['error', 'warn'] as const) {
    const plainly = console[way].bind(console)
    console[way] = (...said: unknown[]) => {
      const log = within.getStore()
      if (log) log.info({ sdk: String(said[0]).slice(0, 120) }, 'the SDK had something to say')
      else plainly(...said)
    }
  }
}
