import { parseArgs } from 'node:util'

import type { Environment, PlatformProgram, ProgramOutcome } from '../../../src/core/platform.ts'
import { createApi } from '../api/rest.ts'
import { isSnowflake } from '../api/snowflake.ts'
import { readDiscord } from '../environment.ts'
import type { DiscordSettings } from '../settings.ts'
import { commands } from './commands.ts'
import { clearCommands, register } from './register.ts'
import { whyNot } from './whyNot.ts'

const usage = `npm run -s register
npm run -s register -- --guild <server id>

  --guild     registers the commands in one server alone, where they appear at once
  --clear     removes them there

DISCORD_TOKEN and DISCORD_APPLICATION_ID must be set in the environment.`

/** Registers the commands, or removes them, and says what was done and where. */
export const registerByHand: PlatformProgram = {
  usage,
  async run(args, { catalog, environment }) {
    const { values } = parseArgs({
      args: [...args],
      options: { guild: { type: 'string' }, clear: { type: 'boolean', default: false } },
    })
    if (values.guild !== undefined && !isSnowflake(values.guild)) {
      const text = `“${values.guild}” is not the id of a server: an id has 17 to 20 digits. With Developer Mode on, “Copy Server ID” in the menu of the server gives it.\n`
      return { done: false, text }
    }
    const settings = settingsOf(environment)
    if (typeof settings === 'string') return { done: false, text: settings }
    const { applicationId, commandGuild } = settings
    const scope = { applicationId, guild: values.guild ?? commandGuild }
    const made = commands(catalog)
    const api = createApi(settings)
    try {
      const done = values.clear ? await clearCommands(api, scope) : await register(api, scope, made)
      return { done: true, text: outcomeText(done, made.length, scope.guild) }
    } catch (error) {
      const what = values.clear ? 'removed' : 'registered'
      return { done: false, text: `The commands are not ${what}. ${whyNot(error, scope.guild)}\n` }
    }
  },
}

/** Discord's settings, or everything that is wrong with them. */
function settingsOf(environment: Environment): DiscordSettings | string {
  const { settings, problems } = readDiscord(environment)
  if (problems.length > 0) {
    return `These settings are wrong:\n${problems.map((one) => `  ${one}`).join('\n')}\n`
  }
  return (
    settings ??
    'DISCORD_TOKEN and DISCORD_APPLICATION_ID are missing: set both as your app in the Developer Portal has them.\n'
  )
}

function outcomeText(
  done: Awaited<ReturnType<typeof register | typeof clearCommands>>,
  count: number,
  guild: string | undefined,
): ProgramOutcome['text'] {
  const where = guild === undefined ? 'for all servers and direct messages' : `in the server ${guild}`
  switch (done) {
    case 'cleared': {
      const again = guild === undefined ? '' : ` -- --guild ${guild}`
      return `No commands are registered ${where} any more; npm run -s register${again} brings them back.\n`
    }
    case 'registered':
      return `Registered ${count} commands ${where}.\n`
    case 'unchanged':
      return `All ${count} commands are registered ${where} already; nothing was changed.\n`
  }
}
