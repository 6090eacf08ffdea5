import { z } from 'zod'
import { commaList } from '../../src/chat/settings/lists.ts'
import { publicApiUrl, type SlackSettings } from './settings.ts'

/** Slack's part of the environment. */
export const slackEnvironment = {
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith('xoxb-', 'wanted is the bot token, which begins with xoxb-')
    .optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', 'wanted is an app-level token, which begins with xapp-')
    .optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_APP_ID: z.string().startsWith('A', 'wanted is the app’s id, which begins with A').optional(),
  SLACK_TEAMS: z.string().optional(),
  SLACK_TRUST: z.string().optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'wanted is a web address such as https://slack.com/api/' })
    .optional(),
}

type Given = z.infer<z.ZodObject<typeof slackEnvironment>> & {
  readonly COMMAND_PREFIX?: string | undefined
  readonly PUBLIC_URL?: string | undefined
  readonly HOST: string
  readonly PORT: number
}

/** Slack's settings, undefined where none is set; or all that is wrong with them, each with what to do. */
export function readSlack(given: Given): {
  readonly settings: SlackSettings | undefined
  readonly problems: readonly string[]
} {
  const { SLACK_API_URL: _, SLACK_TEAMS: __, SLACK_TRUST: ___, ...own } = given
  const asked = Object.entries(own).some(([name, value]) => name.startsWith('SLACK_') && value !== undefined)
  if (!asked) return { settings: undefined, problems: [] }
  const signingSecrets = commaList(given.SLACK_SIGNING_SECRET)
  const trust = commaList(given.SLACK_TRUST).map(readTrust)
  const oauth = readOAuth(given)
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
    given.SLACK_CLIENT_ID !== undefined && given.PUBLIC_URL === undefined && given.SLACK_API_URL === undefined
      ? 'PUBLIC_URL is missing: set it to the https address at which people reach this server; Slack sends whoever installs the app back there.'
      : undefined,
    commaList(given.SLACK_TEAMS).some((team) => !/^[TE][A-Z0-9]+$/.test(team))
      ? 'SLACK_TEAMS is not understood; wanted are ids of workspaces or organizations, such as T0123,E0456.'
      : undefined,
    trust.includes(undefined)
      ? 'SLACK_TRUST is not understood; wanted are workspaces with the domains that each vouches for, such as T0123:un.org,T0456:interpol.int+interpol.net, or T0123:* for all.'
      : undefined,
  ].filter((problem) => problem !== undefined)
  return {
    problems,
    settings: {
      botToken: given.SLACK_BOT_TOKEN,
      signingSecrets,
      appToken: given.SLACK_APP_TOKEN,
      appId: given.SLACK_APP_ID ?? /^xapp-\d+-(A[A-Z0-9]+)-/.exec(given.SLACK_APP_TOKEN ?? '')?.[1],
      oauth,
      teams: commaList(given.SLACK_TEAMS),
      trust: trust.filter((one) => one !== undefined),
      apiUrl: given.SLACK_API_URL ?? publicApiUrl,
      prefix: given.COMMAND_PREFIX ?? '',
    },
  }
}

function readOAuth(given: Given): SlackSettings['oauth'] {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = given
  if (clientId === undefined || clientSecret === undefined) return undefined
  const publicUrl = (given.PUBLIC_URL ?? `http://${given.HOST}:${given.PORT}`).replace(/\/$/, '')
  return { clientId, clientSecret, publicUrl }
}

function readTrust(text: string): { readonly team: string; readonly domains: readonly string[] } | undefined {
  const [, team, domains] = /^([TE][A-Z0-9]+):(\*|[a-zA-Z0-9.+-]+)$/.exec(text) ?? []
  return team && domains ? { team, domains: domains.toLowerCase().split('+') } : undefined
}
