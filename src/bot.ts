import { features } from '../commands/index.ts'
import type { Store } from '../db/connect.ts'
import type { Adapter, Host } from './core/adapter.ts'
import type { Clock } from './core/clock.ts'
import { deliver } from './deliver.ts'
import { dispatch, type House } from './dispatch.ts'
import { createJobs } from './jobs.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mail.ts'
import { tick } from './ticks.ts'

export interface Bot extends Host {
  readonly house: House
  /** The adapters that deliver; each is named once. */
  join(adapter: Adapter): void
  start(): Promise<void>
  stop(): Promise<void>
  /** Enters what is due now and works off all deliveries; resolves when none is left. */
  settle(options: { readonly ticks: boolean }): Promise<void>
}

/** The house without its doors: features, dispatcher, jobs and ticks over one store and one clock. */
export function createBot({
  store,
  clock,
  log,
  mailer,
}: {
  store: Store
  clock: Clock
  log: Log
  mailer?: Mailer
}): Bot {
  const adapters: Adapter[] = []
  const jobs = createJobs(
    store,
    {
      deliver: (job) => deliver({ store, clock, log, adapters: () => adapters }, job),
      mail: async (letter) => mailer?.(letter),
    },
    log,
  )
  const house: House = { store, clock, features, jobs, log, hasMail: mailer !== undefined }
  return {
    house,
    catalog: features,
    dispatch: (invocation) => dispatch(house, invocation),
    join(adapter) {
      adapters.push(adapter)
    },
    start: () => jobs.start(),
    stop: () => jobs.stop(),
    async settle({ ticks }) {
      if (ticks) await tick(house)
      // What was answered stands, whatever becomes of the deliveries; they stay queued and go on with the next.
      await jobs.drain().catch((error: unknown) => log.warn({ err: error }, 'deliveries were interrupted'))
    },
  }
}
