import { parseArgs } from 'node:util'

import { adapters } from '../adapters/index.ts'
import { features } from '../commands/index.ts'

const usage = `npm run -s manifest -- slack --url <https://…> [--many] [--prefix <wg->]
npm run -s manifest -- slack --socket [--prefix <wg->]

  --url       where Slack reaches the bot
  --socket    Socket Mode: Slack need not reach the bot at all
  --many      other workspaces may install the app too
  --prefix    stands before every slash command; set COMMAND_PREFIX to the same`

/** Prints what a platform is registered with, for one’s own address; what it cannot print is said with 1. */
async function print(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      socket: { type: 'boolean', default: false },
      many: { type: 'boolean', default: false },
      prefix: { type: 'string', default: '' },
    },
  })
  const url = values.url?.replace(/\/+$/, '')
  const wrong =
    positionals[0] !== 'slack' ||
    (url === undefined) !== values.socket ||
    (url !== undefined && !/^https:\/\/[^\s/]+$/.test(url)) ||
    !/^[a-z0-9_-]{0,16}$/.test(values.prefix)
  if (wrong) {
    process.stderr.write(`${usage}\n`)
    return 1
  }
  const { manifest } = await adapters.slackManifest()
  const made = manifest(features, { url, prefix: values.prefix, many: values.many })
  process.stdout.write(`${JSON.stringify(made, undefined, 2)}\n`)
  return 0
}

process.exitCode = await print(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}\n`)
  return 1
})
