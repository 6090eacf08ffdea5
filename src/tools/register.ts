import { parseArgs } from 'node:util'

import { adapters } from '../../adapters/index.ts'
import { features } from '../../commands/index.ts'
import { StartError } from '../core/errors.ts'
import { readConfig } from '../settings/settings.ts'

const usage = `npm run -s register
npm run -s register -- --guild <server id>

  --guild     registers the commands in one server alone, where they are there at once
  --clear     takes them away there

Wanted are DISCORD_TOKEN and DISCORD_APPLICATION_ID in the environment.`

interface Wish {
  readonly guild: string | undefined
  readonly clear: boolean
}

/** Or what is wrong with the arguments. */
function readWish(args: readonly string[]): Wish | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { guild: { type: 'string' }, clear: { type: 'boolean', default: false } },
    })
    const { guild, clear } = values
    if (guild === undefined || /^\d{17,20}$/.test(guild)) return { guild, clear }
    return `“${guild}” is no id of a server: an id has 17 to 20 digits. Copy Server ID in the menu of the server gives it, once Developer Mode is on.`
  } catch {
    return usage
  }
}

/** Discord’s settings alone: what is wrong with another platform’s is no matter here. Raises `StartError`. */
function readSettings(env: Readonly<Record<string, string | undefined>>) {
  const own = Object.entries(env).filter(([name]) => name.startsWith('DISCORD_'))
  const { discord } = readConfig(Object.fromEntries(own))
  if (discord) return discord
  throw new StartError(
    'DISCORD_TOKEN and DISCORD_APPLICATION_ID are missing: set both as your app in the Developer Portal has them.',
  )
}

/** Registers the commands, or takes them away, and says what was done and where. */
async function run({ guild: wanted, clear }: Wish): Promise<number> {
  const settings = readSettings(process.env)
  const { applicationId } = settings
  const guild = wanted ?? settings.commandGuild
  const where = guild === undefined ? 'for all servers and direct messages' : `in the server ${guild}`
  const { register, takeAway, whyNot } = await adapters.discordRegistration()
  const [{ createApi }, { commands }] = await Promise.all([adapters.discordApi(), adapters.discordCommands()])
  try {
    const scope = { applicationId, guild }
    const made = commands(features)
    const api = createApi(settings)
    const done = clear ? await takeAway(api, scope) : await register(api, scope, made)
    const count = `${made.length} commands`
    process.stdout.write(
      {
        cleared: `No commands are registered ${where} any more; npm run -s register${guild === undefined ? '' : ` -- --guild ${guild}`} brings them back.\n`,
        registered: `Registered ${count} ${where}.\n`,
        unchanged: `All ${count} are registered ${where} already; nothing was changed.\n`,
      }[done],
    )
    return 0
  } catch (error) {
    process.stderr.write(
      `The commands are not ${clear ? 'taken away' : 'registered'}. ${whyNot(error, guild)}\n`,
    )
    return 1
  }
}

const wish = readWish(process.argv.slice(2))
if (typeof wish === 'string') process.stderr.write(`${wish}\n`)
process.exitCode =
  typeof wish === 'string'
    ? 1
    : await run(wish).catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
        return 1
      })
