import { AsyncLocalStorage } from 'node:async_hooks'

import type { Log } from '../../../src/core/log.ts'

const within = new AsyncLocalStorage<Log>()
let listening = false

/**
 * Runs SDK code that reports refused tokens on the console: those lines go into the log instead, shortened, since
 * anybody who sends a request can cause them.
 */
export function withConsoleLogged<T>(log: Log, work: () => Promise<T>): Promise<T> {
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
      if (log) log.info({ sdk: String(said[0]).slice(0, 120) }, 'message from the SDK')
      else plainly(...said)
    }
  }
}
