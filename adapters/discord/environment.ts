import { z } from 'zod'
import { commaList } from '../../src/chat/settings/lists.ts'
import { readVariables } from '../../src/chat/settings/readVariables.ts'
import { safeUrl } from '../../src/chat/settings/safeUrl.ts'
import type { Environment, ReadSettings } from '../../src/core/platform.ts'
import { isSnowflake } from './api/snowflake.ts'
import { type DiscordSettings, publicApiUrl } from './settings.ts'

const publicKey = /^[0-9a-f]{64}$/i

/** Discord’s part of the environment. */
export const discordEnvironment = {
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_APPLICATION_ID: z
    .string()
    .refine(
      isSnowflake,
      'give the Application ID from “General Information” of your app in the Developer Portal, 17 to 20 digits',
    )
    .optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(
      publicKey,
      'give the Public Key from “General Information” of your app in the Developer Portal, 64 hexadecimal digits',
    )
    .optional(),
  DISCORD_API_URL: safeUrl(publicApiUrl),
  DISCORD_GUILDS: z.string().optional(),
  DISCORD_COMMAND_GUILD: z
    .string()
    .refine(
      isSnowflake,
      'give the id of one server, 17 to 20 digits: with Developer Mode on, “Copy Server ID” in the menu of the server',
    )
    .optional(),
}

/** Variables that say who the app is: where one of them is set, Discord is to be served. */
const identity = ['DISCORD_TOKEN', 'DISCORD_APPLICATION_ID', 'DISCORD_PUBLIC_KEY'] as const

/** Discord’s settings, or everything that is wrong with them. */
export function readDiscord(environment: Environment): ReadSettings<DiscordSettings> {
  const read = readVariables(discordEnvironment, environment)
  if (read.kind === 'wrong') return { settings: undefined, problems: read.problems, hints: [] }
  const given = read.values
  if (identity.every((name) => given[name] === undefined)) {
    return { settings: undefined, problems: [], hints: [] }
  }
  const { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: applicationId } = given
  const guilds = commaList(given.DISCORD_GUILDS)
  const commandGuild = given.DISCORD_COMMAND_GUILD
  const problems = [
    tokenProblem(token),
    applicationId === undefined
      ? 'DISCORD_APPLICATION_ID is missing: copy the Application ID from “General Information” of your app in the Developer Portal.'
      : undefined,
    guilds.some((id) => !isSnowflake(id))
      ? 'DISCORD_GUILDS: give ids of servers, separated by commas, 17 to 20 digits each: with Developer Mode on, “Copy Server ID” in the menu of the server.'
      : undefined,
    commandGuild !== undefined && guilds.length > 0 && !guilds.includes(commandGuild)
      ? 'DISCORD_COMMAND_GUILD names a server in which the bot may not be used: add its id to DISCORD_GUILDS, or remove one of the two.'
      : undefined,
  ].filter((problem) => problem !== undefined)
  if (token === undefined || applicationId === undefined) return { settings: undefined, problems, hints: [] }
  return {
    problems,
    hints:
      idIn(token) === undefined || idIn(token) === applicationId
        ? []
        : [
            'DISCORD_TOKEN and DISCORD_APPLICATION_ID seem to belong to two apps. If the bot does not start or its commands do not appear, copy both again from one app in the Developer Portal.',
          ],
    settings: {
      token,
      applicationId,
      publicKey: given.DISCORD_PUBLIC_KEY?.toLowerCase(),
      apiUrl: (given.DISCORD_API_URL ?? publicApiUrl).replace(/(?<!\/)\/+$/, '').replace(/\/v\d+$/, ''),
      guilds,
      commandGuild,
    },
  }
}

const whence = 'under “Bot” of your app in the Developer Portal choose Reset Token and copy it'

function tokenProblem(token: string | undefined): string | undefined {
  if (token === undefined) return `DISCORD_TOKEN is missing: ${whence}.`
  if (/^bot\s/i.test(token)) {
    return 'DISCORD_TOKEN begins with “Bot ”: remove that word, so that only the token is left that “Bot” in the Developer Portal showed after Reset Token.'
  }
  if (publicKey.test(token)) {
    return `DISCORD_TOKEN is a public key, not the token of the bot: set it as DISCORD_PUBLIC_KEY. For the token, ${whence}.`
  }
  if (isSnowflake(token)) {
    return `DISCORD_TOKEN is an id, not the token of the bot: ${whence}.`
  }
  if (/^[\w-]{32}$/.test(token)) {
    return `DISCORD_TOKEN is a client secret, not the token of the bot: ${whence}.`
  }
  return /\s/.test(token) ? `DISCORD_TOKEN contains a space: ${whence} in one piece.` : undefined
}

/** Reads the id of the bot’s user, with which its token begins; for every app since 2016 it is the app’s id. */
function idIn(token: string): string | undefined {
  const id = Buffer.from(token.split('.')[0] ?? '', 'base64').toString('latin1')
  return isSnowflake(id) ? id : undefined
}
