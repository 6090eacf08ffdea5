import { createInterface } from 'node:readline'

import { createDiscord } from '../../../../adapters/discord/index.ts'
import { createSlack } from '../../../../adapters/slack/index.ts'
import { createTeams } from '../../../../adapters/teams/index.ts'
import { openDatabase } from '../../../../db/store/connect.ts'
import { createBot } from '../../../../src/bot/bot.ts'
import { systemClock } from '../../../../src/core/clock.ts'
import { createLog } from '../../../../src/process/log.ts'
import type { Given } from './farSides.ts'

// A process that does nothing but deliver, on three platforms at once. It loads all that it needs and waits for a line
// to begin; where that is `finish`, it goes on until nothing waits any more, and ends in order.
const given: Given = JSON.parse(process.argv[2] ?? '')
const store = await openDatabase({ url: given.url })
const log = createLog('silent')
const bot = createBot({ features: [], store, clock: systemClock, log })
const slack = await createSlack({ host: bot, settings: given.slack, log })
const teams = await createTeams({ host: bot, settings: given.teams, log })
const discord = await createDiscord({ host: bot, settings: given.discord, log })
for (const adapter of [slack, teams, discord]) bot.join(adapter)

async function finish(): Promise<void> {
  for (;;) {
    await bot.settle({ ticks: true })
    const { rows } = await store.pool.query('select 1 from waiting limit 1')
    if (rows.length === 0) break
  }
  await bot.stop()
  await store.close()
  process.exit(0)
}

process.stdout.write('ready\n')
for await (const line of createInterface({ input: process.stdin })) {
  // Slack alone has to be asked whom it serves; the doors stay closed.
  await slack.start()
  await bot.start()
  await bot.settle({ ticks: true })
  if (line === 'finish') await finish()
}
