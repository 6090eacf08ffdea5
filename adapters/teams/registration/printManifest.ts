import { parseArgs } from 'node:util'
import type { PlatformProgram } from '../../../src/core/platform.ts'
import { isHttpsOrigin, withoutSlash } from '../../../src/core/text/addresses/webAddress.ts'
import { guid } from '../api/readApp.ts'
import { teamsManifest, teamsPackage } from './package.ts'

const usage = `npm run -s manifest -- teams --url <https://…> --id <app id> [--slash] [--out <file.zip>]

  --url       where people and Teams reach the bot
  --id        the Application (client) ID of the app registration
  --slash     commands behind a slash too, which Teams knows in its developer preview only
  --out       writes the app package that Teams takes, instead of printing its manifest`

/** Prints the app's manifest, or writes the package that is uploaded to Teams. */
export const printManifest: PlatformProgram = {
  usage,
  async run(args, { catalog }) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        url: { type: 'string' },
        id: { type: 'string' },
        slash: { type: 'boolean', default: false },
        out: { type: 'string' },
      },
    })
    const { slash, out: path } = values
    const url = withoutSlash(values.url ?? '')
    const appId = values.id?.toLowerCase()
    if (!isHttpsOrigin(url) || appId === undefined || !guid.test(appId)) return undefined
    const application = { url, appId, slash }
    if (path === undefined) return { done: true, text: teamsManifest(catalog, application) }
    const content = teamsPackage(catalog, application)
    return { done: true, text: `Wrote ${path}: upload it to Teams.\n`, file: { path, content } }
  },
}
