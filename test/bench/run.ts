import { joinProgram } from '../../src/tools/joinProgram.ts'
import { root } from '../support/processes.ts'
import { startServer } from '../support/runner/server.ts'
import { benchDelivery } from './delivery/run.ts'
import { benchTick } from './delivery/tick.ts'
import { benchImport } from './directory/import.ts'
import { benchMembership } from './directory/membership.ts'
import { benchLargeSearch, benchSearch } from './directory/search.ts'
import { benchTypeahead } from './directory/typeahead.ts'
import { benchDiscord } from './discord/run.ts'
import { benchKills } from './faults/kills.ts'
import { benchDiscordStorm, benchSlackStorm } from './faults/storms.ts'
import { benchLookups } from './lookup.ts'
import { benchMeetings } from './meetings/run.ts'
import { benchNewsletter } from './newsletter/run.ts'
import { benchSlack } from './slack/run.ts'
import { benchStarts } from './start.ts'
import { formatTable, type Line } from './table.ts'
import { benchTeams } from './teams/run.ts'

const parts: Readonly<Record<string, (url: string) => Promise<readonly Line[]>>> = {
  lookup: (url) => benchLookups(`${url}/template`),
  search: benchSearch,
  'large-search': benchLargeSearch,
  membership: benchMembership,
  typeahead: benchTypeahead,
  import: benchImport,
  newsletter: benchNewsletter,
  meetings: benchMeetings,
  slack: benchSlack,
  teams: benchTeams,
  discord: benchDiscord,
  deliver: benchDelivery,
  tick: benchTick,
  kills: (url) => benchKills(`${url}/template`),
  'slack-storm': benchSlackStorm,
  'discord-storm': benchDiscordStorm,
  start: (url) => benchStarts(`${url}/template`),
}

/** Every part, or those named as arguments, each with its table; one that fails is named and the others go on. */
async function main(wanted: readonly string[]): Promise<void> {
  await joinProgram(root)
  const server = await startServer()
  try {
    for (const [name, bench] of Object.entries(parts)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue
      process.stderr.write(`${name} …\n`)
      try {
        process.stdout.write(`${formatTable(await bench(server.url))}\n`)
      } catch (error) {
        process.stderr.write(
          `${name} could not be measured: ${error instanceof Error ? error.stack : error}\n`,
        )
      }
    }
  } finally {
    await server.stop()
  }
}

await main(process.argv.slice(2))
process.exit(0)
