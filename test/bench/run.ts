import { startServer } from '../support/runner/server.ts'
import { benchDiscord } from './discord/run.ts'
import { benchLookups } from './lookup.ts'
import { benchSearch } from './search.ts'
import { benchSlack } from './slack/run.ts'
import { benchStarts } from './start.ts'
import { formatTable, type Line } from './table.ts'
import { benchTeams } from './teams/run.ts'

const parts: Readonly<Record<string, (url: string) => Promise<readonly Line[]>>> = {
  lookup: (url) => benchLookups(`${url}/template`),
  search: benchSearch,
  slack: benchSlack,
  teams: benchTeams,
  discord: benchDiscord,
  start: (url) => benchStarts(`${url}/template`),
}

/** Every part, or those named as arguments; a part that fails is said so and the others go on. */
async function main(wanted: readonly string[]): Promise<void> {
  const server = await startServer()
  const lines: Line[] = []
  try {
    for (const [name, bench] of Object.entries(parts)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue
      process.stderr.write(`${name} …\n`)
      try {
        lines.push(...(await bench(server.url)))
      } catch (error) {
        process.stderr.write(
          `${name} could not be measured: ${error instanceof Error ? error.stack : error}\n`,
        )
      }
    }
  } finally {
    await server.stop()
  }
  process.stdout.write(`${formatTable(lines)}\n`)
}

await main(process.argv.slice(2))
process.exit(0)
