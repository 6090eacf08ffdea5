import { z } from 'zod'
import { discordEnvironment, readDiscord } from '../../adapters/discord/environment.ts'
import type { DiscordSettings, SlackSettings, TeamsSettings } from '../../adapters/index.ts'
import { readSlack, slackEnvironment } from '../../adapters/slack/environment.ts'
import { readTeams, teamsEnvironment } from '../../adapters/teams/environment.ts'
import { commaList } from '../chat/settings/lists.ts'
import { StartError } from '../core/errors.ts'

const port = z.coerce.number().int().min(0).max(65_535)

const environment = z.object({
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'wanted is a Postgres address such as postgres://user@host/name',
    })
    .optional(),
  RAPPORTEUR_DATA: z.string().min(1).default('./data'),
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'wanted is a web address such as https://bot.example.org' })
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'wanted is a mail server such as smtps://user:password@host:465' })
    .optional(),
  MAIL_FROM: z.string().min(3).optional(),
  SECRETARIAT: z.string().optional(),
  ENCRYPTION_KEYS: z.string().optional(),
  ASK_ABOVE: z
    .union([z.literal('never'), z.coerce.number().int().min(0)], 'give a number of people, or never')
    .default(5),
  COMMAND_PREFIX: z
    .string()
    .regex(/^[a-z0-9_-]{1,16}$/, 'wanted are up to 16 small letters, digits, - and _, such as wg-')
    .optional(),
  ...slackEnvironment,
  ...teamsEnvironment,
  ...discordEnvironment,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
})

export interface Config {
  /** A Postgres server; undefined for the embedded store. */
  readonly databaseUrl: string | undefined
  /** Where the embedded store, files and the history lie. */
  readonly dataDir: string
  readonly port: number
  readonly host: string
  readonly publicUrl: string | undefined
  /** Outgoing mail, where there is any. */
  readonly mail: { readonly url: string; readonly from: string } | undefined
  /** E-mail addresses of people who are put into the directory as the secretariat, where they are not there yet. */
  readonly secretariat: readonly string[]
  /** A command that would write to more people than this shows first whom. */
  readonly askAbove: number
  /** What secrets in the store are sealed with; the first seals, all open. */
  readonly encryptionKeys: readonly string[]
  /** Undefined where nothing of Slack is set. */
  readonly slack: SlackSettings | undefined
  /** Undefined where nothing of Teams is set. */
  readonly teams: TeamsSettings | undefined
  /** Undefined where nothing of Discord is set. */
  readonly discord: DiscordSettings | undefined
  /** Whether a chat platform is set up. */
  readonly serves: boolean
  /** Whether nobody but whoever tries the bot on this machine can speak to it. */
  readonly trial: boolean
  readonly logLevel: string
  /** What is to be said of the settings at start, though they may be right. */
  readonly hints: readonly string[]
}

const openToAll =
  'WARNING: TEAMS_LOCAL is set, so anybody on this machine can speak to the bot as anybody, the secretariat included. It is for trying alone; take it out before real people and their records are in the store.'

/** Settings from the environment. Raises `StartError` with one list of all that is wrong; values are not repeated. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = environment.safeParse(given)
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new StartError(`These settings are wrong:\n${wrong.join('\n')}`)
  }
  const { SMTP_URL: url, MAIL_FROM: from } = read.data
  if (url !== undefined && from === undefined) {
    throw new StartError(
      'SMTP_URL is set without MAIL_FROM; set MAIL_FROM to the address that letters come from.',
    )
  }
  const { settings: slack, problems: wrongOfSlack } = readSlack(read.data)
  const { settings: teams, problems: wrongOfTeams } = readTeams(read.data)
  const { settings: discord, problems: wrongOfDiscord, hints } = readDiscord(read.data)
  const beside = [slack && 'Slack', discord && 'Discord'].filter((name) => name !== undefined)
  const together =
    beside.length > 0 && teams?.app.kind === 'local'
      ? [
          `TEAMS_LOCAL lets everybody on this machine in, so it stands alone: take it out, or what is set of ${beside.join(' and ')}.`,
        ]
      : []
  const problems = [...wrongOfSlack, ...wrongOfTeams, ...wrongOfDiscord, ...together]
  if (problems.length > 0) {
    throw new StartError(`These settings are wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
  }
  const secretariat = commaList(read.data.SECRETARIAT).map((email) => email.toLowerCase())
  const odd = secretariat.find((email) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
  if (odd !== undefined) {
    throw new StartError(
      'SECRETARIAT is no list of e-mail addresses; wanted is one such as a@example.org,b@example.org.',
    )
  }
  return {
    databaseUrl: read.data.DATABASE_URL,
    dataDir: read.data.RAPPORTEUR_DATA,
    port: read.data.PORT,
    host: read.data.HOST,
    publicUrl: read.data.PUBLIC_URL,
    mail: url !== undefined && from !== undefined ? { url, from } : undefined,
    secretariat,
    askAbove: read.data.ASK_ABOVE === 'never' ? Number.POSITIVE_INFINITY : read.data.ASK_ABOVE,
    // Where no key is set, the client secret is one: it is there, it is secret, and it is not in the store.
    encryptionKeys: [...commaList(read.data.ENCRYPTION_KEYS), ...commaList(read.data.SLACK_CLIENT_SECRET)],
    slack,
    teams,
    discord,
    serves: slack !== undefined || teams !== undefined || discord !== undefined,
    trial:
      slack === undefined && discord === undefined && (teams === undefined || teams.app.kind === 'local'),
    logLevel: read.data.LOG_LEVEL,
    hints: [...(teams?.app.kind === 'local' ? [openToAll] : []), ...hints],
  }
}
