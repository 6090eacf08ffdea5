import { PgBoss } from 'pg-boss'

import type { Store } from '../../../db/store/connect.ts'
import type { Log } from '../../process/log.ts'

/** The queues: notices to deliver, and letters to send. A job's data names the notices or holds the letter. */
export const queueNames = { deliver: 'deliver', mail: 'mail' } as const

/** The program of the queues on the store's own connections; nothing is asked of the store yet. */
export function createBoss(store: Store, log: Log): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: store.ask },
    backend: store.embedded ? 'pglite' : 'postgres',
    schedule: false,
    supervise: true,
    clockMonitorIntervalSeconds: 600,
  })
  boss.on('error', (error) => log.error({ err: error }, 'queue error'))
  return boss
}

/** Starts it, and makes the queues that a new store does not have yet. */
export async function startBoss(boss: PgBoss): Promise<void> {
  await boss.start()
  const known = new Set((await boss.getQueues()).map((queue) => queue.name))
  for (const name of Object.values(queueNames)) {
    if (!known.has(name)) {
      await boss.createQueue(name, {
        retryLimit: 8,
        retryDelay: 5,
        retryBackoff: true,
        expireInSeconds: 60,
        deleteAfterSeconds: 3600,
      })
    }
  }
}

/** Finishes what runs and leaves the store's connections open. */
export function stopBoss(boss: PgBoss): Promise<void> {
  return boss.stop({ graceful: true, timeout: 10_000, close: false })
}

/** Brings the tables of the queues up to this program's version, and works on none of the jobs. */
export async function installQueues(store: Store, log: Log): Promise<void> {
  const boss = createBoss(store, log)
  await startBoss(boss)
  await stopBoss(boss)
}
