import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { adapters } from '../../adapters/index.ts'
import { teamsManifest, teamsPackage } from '../../adapters/teams/registration/package.ts'
import { features } from '../../commands/index.ts'

const usage = `npm run -s manifest -- slack --url <https://…> [--many] [--prefix <wg->]
npm run -s manifest -- slack --socket [--prefix <wg->]
npm run -s manifest -- teams --url <https://…> --id <app id> [--slash] [--out <file.zip>]

  --url       where people and the platform reach the bot

  --socket    Socket Mode: Slack need not reach the bot at all
  --many      other workspaces may install the app too
  --prefix    stands before every slash command; set COMMAND_PREFIX to the same

  --id        the Application (client) ID of the app registration
  --slash     commands behind a slash too, which Teams knows in its developer preview only
  --out       writes the app package that Teams takes, rather than printing its manifest`

async function slack(args: readonly string[]): Promise<string | undefined> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      url: { type: 'string' },
      socket: { type: 'boolean', default: false },
      many: { type: 'boolean', default: false },
      prefix: { type: 'string', default: '' },
    },
  })
  const url = values.url?.replace(/\/+$/, '')
  const wrong =
    (url === undefined) !== values.socket ||
    (url !== undefined && !isAddress(url)) ||
    !/^[a-z0-9_-]{0,16}$/.test(values.prefix)
  if (wrong) return undefined
  const { manifest } = await adapters.slackManifest()
  const made = manifest(features, { url, prefix: values.prefix, many: values.many })
  return `${JSON.stringify(made, undefined, 2)}\n`
}

async function teams(args: readonly string[]): Promise<string | undefined> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      url: { type: 'string' },
      id: { type: 'string' },
      slash: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
  })
  const url = values.url?.replace(/\/+$/, '')
  const appId = values.id?.toLowerCase()
  if (url === undefined || !isAddress(url)) return undefined
  if (appId === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(appId)) return undefined
  const application = { url, appId, slash: values.slash }
  if (values.out === undefined) return teamsManifest(features, application)
  writeFileSync(values.out, teamsPackage(features, application))
  return `Wrote ${values.out}: upload it to Teams.\n`
}

function isAddress(url: string): boolean {
  return URL.canParse(url) && /^https:\/\/[^\s/]+$/.test(url)
}

/** What is printed for each platform, from what stands after its name; undefined where that cannot be meant. */
const platforms: ReadonlyMap<string, (args: readonly string[]) => Promise<string | undefined>> = new Map([
  ['slack', slack],
  ['teams', teams],
])

/** Prints what a platform is registered with, for one’s own address; what it cannot print is said with 1. */
async function print([platform = '', ...args]: readonly string[]): Promise<number> {
  const made = await platforms.get(platform)?.(args)
  if (made === undefined) {
    process.stderr.write(`${usage}\n`)
    return 1
  }
  process.stdout.write(made)
  return 0
}

process.exitCode = await print(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}\n`)
  return 1
})
