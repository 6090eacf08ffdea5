import { features } from '../../../commands/index.ts'
import { loadSample } from '../../../db/samples/compact.ts'
import { createBot } from '../../../src/bot/bot.ts'
import { settableClock } from '../../../src/core/clock.ts'
import { createLog } from '../../../src/process/log.ts'
import type { Mailer } from '../../../src/process/mail.ts'
import { createSeal } from '../../../src/process/seal.ts'
import { steadyDatabase } from '../../support/database.ts'
import type { Household } from '../../support/replica.ts'

/** One bot for several platforms, with the sample in which these have joined the secretariat. */
export async function openHousehold(
  secretariat: readonly string[],
  mailer?: Mailer,
): Promise<Omit<Household, 'emails'>> {
  const database = await steadyDatabase()
  await loadSample(database.store)
  await database.store.pool.query('update people set is_secretariat = true where email = any($1)', [
    secretariat,
  ])
  const clock = settableClock(new Date('2026-11-21T12:00:00Z'))
  const bot = createBot({
    features,
    store: database.store,
    clock,
    log: createLog('silent'),
    ...(mailer && { mailer }),
    seal: createSeal(['a-key-for-tests']),
    askAbove: Number.POSITIVE_INFINITY,
    publicUrl: 'https://bot.example',
  })
  await bot.start()
  return { bot, database, clock }
}
