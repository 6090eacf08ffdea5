import { z } from 'zod'
import { commaList } from '../../src/chat/settings/lists.ts'
import { readVariables } from '../../src/chat/settings/readVariables.ts'
import { readTrust } from '../../src/chat/settings/trust.ts'
import type { Environment, ReadSettings, ServerAddress } from '../../src/core/platform.ts'
import { publicApiUrl, type SlackSettings } from './settings.ts'

/** Slack's part of the environment. */
export const slackEnvironment = {
  COMMAND_PREFIX: z
    .string()
    .regex(/^[a-z0-9_-]{1,16}$/, 'give up to 16 small letters, digits, - and _, such as wg-')
    .optional(),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'give the bot token, which begins with xoxb-').optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', 'give an app-level token, which begins with xapp-')
    .optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_APP_ID: z.string().startsWith('A', 'give the id of the app, which begins with A').optional(),
  SLACK_TEAMS: z.string().optional(),
  SLACK_TRUST: z.string().optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: `give a web address such as ${publicApiUrl}` })
    .optional(),
}

type Given = z.infer<z.ZodObject<typeof slackEnvironment>>

/** Variables that change nothing as long as the app itself is not set. */
const secondary = ['COMMAND_PREFIX', 'SLACK_API_URL', 'SLACK_TEAMS', 'SLACK_TRUST']

/** Slack's settings, or everything that is wrong with them. */
export function readSlack(environment: Environment, address: ServerAddress): ReadSettings<SlackSettings> {
  const read = readVariables(slackEnvironment, environment)
  if (read.kind === 'wrong') return { settings: undefined, problems: read.problems, hints: [] }
  const given = read.values
  const asked = Object.keys(given).some((name) => !secondary.includes(name))
  if (!asked) return { settings: undefined, problems: [], hints: [] }
  const signingSecrets = commaList(given.SLACK_SIGNING_SECRET)
  const trust = readTrust(given.SLACK_TRUST, (id) => /^[TE][A-Z0-9]+$/.test(id))
  const oauth = readOAuth(given, address)
  const problems = [
    given.SLACK_BOT_TOKEN === undefined && !oauth
      ? 'SLACK_BOT_TOKEN is missing: copy the Bot User OAuth Token from “OAuth & Permissions” of your Slack app; or set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET to install into many workspaces.'
      : undefined,
    (given.SLACK_CLIENT_ID === undefined) !== (given.SLACK_CLIENT_SECRET === undefined)
      ? 'SLACK_CLIENT_ID and SLACK_CLIENT_SECRET belong together: copy both from “Basic Information” of your Slack app.'
      : undefined,
    given.SLACK_APP_TOKEN === undefined && signingSecrets.length === 0
      ? 'SLACK_SIGNING_SECRET is missing: copy the Signing Secret from “Basic Information” of your Slack app; or set SLACK_APP_TOKEN to use Socket Mode.'
      : undefined,
    given.SLACK_CLIENT_ID !== undefined &&
    address.publicUrl === undefined &&
    given.SLACK_API_URL === undefined
      ? 'PUBLIC_URL is missing: set it to the https address at which people reach this server; Slack sends whoever installs the app back there.'
      : undefined,
    commaList(given.SLACK_TEAMS).some((team) => !/^[TE][A-Z0-9]+$/.test(team))
      ? 'SLACK_TEAMS: give ids of workspaces or organizations, such as T0123,E0456.'
      : undefined,
    trust.includes(undefined)
      ? 'SLACK_TRUST: give workspaces with the domains that each vouches for, such as T0123:un.org,T0456:interpol.int+interpol.net, or T0123:* for all domains.'
      : undefined,
  ].filter((problem) => problem !== undefined)
  return {
    problems,
    hints: [],
    // Without a key of its own the store is sealed with the client secret: it is secret, and not in the store.
    secrets: commaList(given.SLACK_CLIENT_SECRET),
    settings: {
      botToken: given.SLACK_BOT_TOKEN,
      signingSecrets,
      appToken: given.SLACK_APP_TOKEN,
      appId: given.SLACK_APP_ID ?? /^xapp-\d+-(A[A-Z0-9]+)-/.exec(given.SLACK_APP_TOKEN ?? '')?.[1],
      oauth,
      teams: commaList(given.SLACK_TEAMS),
      trust: trust.flatMap((one) => (one ? [{ team: one.id, domains: one.domains }] : [])),
      apiUrl: given.SLACK_API_URL ?? publicApiUrl,
      prefix: given.COMMAND_PREFIX ?? '',
    },
  }
}

function readOAuth(given: Given, { host, port, publicUrl }: ServerAddress): SlackSettings['oauth'] {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = given
  if (clientId === undefined || clientSecret === undefined) return undefined
  return { clientId, clientSecret, publicUrl: (publicUrl ?? `http://${host}:${port}`).replace(/\/$/, '') }
}
