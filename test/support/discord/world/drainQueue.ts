import { setTimeout as sleep } from 'node:timers/promises'

import type { DiscordWorld } from './world.ts'

/**
 * Works until nothing is queued any more: what one channel takes in turn waits by the machine’s clock, and comes
 * again by the test’s, which moves by so many seconds with each try. What is held for longer is left.
 */
export async function drainQueue(here: DiscordWorld, { seconds = 3, ms = 20_000 } = {}): Promise<void> {
  for (const began = performance.now(); performance.now() - began < ms; ) {
    await here.settle()
    const { rows } = await here.database.store.pool.query(
      `select count(*)::int as n from notices
       where id in (select notice_id from waiting where queued_at < $1 or claim is not null)`,
      [new Date(here.clock.now().getTime() + 10 * 60_000)],
    )
    if (rows[0].n === 0) return
    here.clock.set(new Date(here.clock.now().getTime() + seconds * 1_000))
    await sleep(200)
  }
  throw new Error('there is still something queued')
}
