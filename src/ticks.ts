import cron from 'node-cron'

import { queueNotices } from '../db/notices.ts'
import type { House } from './dispatch.ts'

const batch = 500

/**
 * What is due now, entered in the ledger and queued, in transactions of at most 500 notices. The ledger's
 * unique key makes each go out once, on any number of replicas. Returns how many were new.
 */
export async function tick(house: Pick<House, 'store' | 'clock' | 'features' | 'jobs'>): Promise<number> {
  const now = house.clock.now()
  let entered = 0
  for (const { due } of house.features) {
    if (!due) continue
    for (let full = true; full; ) {
      const count = await house.store.kysely.transaction().execute(async (trx) => {
        const notices = await due(trx, now, batch)
        const ids = await queueNotices(trx, notices, now)
        await house.jobs.deliver(trx, ids)
        entered += ids.length
        // A full batch of which another replica entered everything is no reason to ask again at once.
        return ids.length > 0 ? notices.length : 0
      })
      full = count === batch
    }
  }
  if (entered > 0) house.jobs.wake()
  return entered
}

export interface Metronome {
  stop(): Promise<void>
}

/** Ticks every half minute; a tick that takes longer is not overtaken by the next. */
export function startMetronome(house: House): Metronome {
  const task = cron.schedule(
    '*/30 * * * * *',
    async () => {
      try {
        await tick(house)
      } catch (error) {
        house.log.error({ err: error }, 'a tick failed; the next one makes up for it')
      }
    },
    { noOverlap: true },
  )
  return {
    async stop() {
      await task.destroy()
    },
  }
}
