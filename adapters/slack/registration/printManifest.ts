import { parseArgs } from 'node:util'
import type { PlatformProgram } from '../../../src/core/platform.ts'
import { isHttpsOrigin, withoutSlash } from '../../../src/core/text/addresses/webAddress.ts'
import { manifest } from './manifest.ts'

const usage = `npm run -s manifest -- slack --url <https://…> [--many] [--edits] [--prefix <wg->]
npm run -s manifest -- slack --socket [--edits] [--prefix <wg->]

  --url       where people and Slack reach the bot
  --socket    Socket Mode: Slack need not reach the bot at all
  --many      other workspaces may install the app too
  --edits     updates follow edits in channels too: Slack then sends the bot all messages there
  --prefix    stands before every slash command; set COMMAND_PREFIX to the same`

/** Prints the manifest that Slack asks for, with one's own address. */
export const printManifest: PlatformProgram = {
  usage,
  async run(args, { catalog }) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        url: { type: 'string' },
        socket: { type: 'boolean', default: false },
        many: { type: 'boolean', default: false },
        edits: { type: 'boolean', default: false },
        prefix: { type: 'string', default: '' },
      },
    })
    const { socket, many, edits, prefix } = values
    const url = values.url === undefined ? undefined : withoutSlash(values.url)
    if ((url === undefined) !== socket || (url !== undefined && !isHttpsOrigin(url))) return undefined
    if (!/^[a-z0-9_-]{0,16}$/.test(prefix)) return undefined
    const made = manifest(catalog, { url, prefix, many, edits })
    return { done: true, text: `${JSON.stringify(made, undefined, 2)}\n` }
  },
}
