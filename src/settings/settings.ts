import { z } from 'zod'
import { commaList } from '../chat/settings/lists.ts'
import { readVariables } from '../chat/settings/readVariables.ts'
import { StartError } from '../core/errors.ts'
import type { ConfiguredPlatform, Environment, Platform, ServerAddress } from '../core/platform.ts'
import { foldAddress, typedAddress } from '../core/text/addresses/mailAddress.ts'
import { list } from '../core/text/list.ts'
import { type CalendarSettings, calendarProblems, calendarSettings, calendarVariables } from './calendars.ts'

/** The shortest encryption key, in bytes. */
const shortestKey = 16

const defaults = { host: '127.0.0.1', port: 3000 } as const

const askAbove = 'give a number of people, or never'

const variables = {
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'give a Postgres address such as postgres://user@host/name',
    })
    .optional(),
  RAPPORTEUR_DATA: z.string().default('./data'),
  PORT: z.coerce
    .number('give the number of a port, 0 to 65535')
    .int('give the number of a port, 0 to 65535')
    .min(0, 'give the number of a port, 0 to 65535')
    .max(65_535, 'give the number of a port, 0 to 65535')
    .default(defaults.port),
  HOST: z.string().default(defaults.host),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'give a web address such as https://bot.example.org' })
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'give a mail server such as smtps://user:password@host:465' })
    .optional(),
  MAIL_FROM: z.string().min(3, 'give the address that letters come from').optional(),
  INBOX_SECRET: z.string().min(16, 'give at least 16 characters, e.g. of openssl rand -base64 32').optional(),
  INBOX_SERVER: z
    .string()
    .min(3, 'give the name that your mail server puts into Authentication-Results')
    .optional(),
  SECRETARIAT: z.string().optional(),
  ENCRYPTION_KEYS: z.string().optional(),
  ASK_ABOVE: z
    .union([z.literal('never'), z.coerce.number().int(askAbove).min(0, askAbove)], askAbove)
    .default(5),
  ...calendarVariables,
  CHECK_LINKS: z.enum(['yes', 'no'], { error: 'give yes or no' }).default('yes'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'give trace, debug, info, warn, error, fatal or silent',
    })
    .default('warn'),
}

type Variables = z.infer<z.ZodObject<typeof variables>>

export interface Config {
  /** A Postgres server; undefined for the embedded store. */
  readonly databaseUrl: string | undefined
  /** The directory of the embedded store, files and the prompt's history. */
  readonly dataDir: string
  readonly port: number
  readonly host: string
  readonly publicUrl: string | undefined
  /** Outgoing mail, where it is set up. */
  readonly mail: { readonly url: string; readonly from: string } | undefined
  /** The secret of the mail server that hands over replies, and the name with which it signs its findings. */
  readonly inbox: { readonly secret: string; readonly server: string } | undefined
  /** E-mail addresses of the secretariat; those not in the directory yet are added. */
  readonly secretariat: readonly string[]
  /** A command that would write to more people than this first shows who they are. */
  readonly askAbove: number
  /** Whether a server follows the links of accepted updates, to tell of those that lead nowhere. */
  readonly checkLinks: boolean
  /** The calendar services that can be asked when somebody is busy. */
  readonly calendars: CalendarSettings
  /** The keys for secrets in the store; the first seals, every one opens. */
  readonly encryptionKeys: readonly string[]
  /** The chat platforms that are set up. */
  readonly platforms: readonly ConfiguredPlatform[]
  /** Whether a chat platform is set up. */
  readonly serves: boolean
  /** Whether the bot can be reached only from this machine, by the person trying it out. */
  readonly trial: boolean
  readonly logLevel: string
  /** Remarks on the settings, logged at start even where they are valid. */
  readonly hints: readonly string[]
}

/**
 * Reads the core's and the platforms' settings from the environment. Raises `StartError` with one list of everything
 * that is wrong; no value is repeated.
 */
export function readConfig(environment: Environment, platforms: readonly Platform[]): Config {
  const own = readVariables(variables, environment)
  const read = platforms.map((platform) => platform.read(environment, reachOf(environment, own)))
  const configured = read.flatMap((one) => one.configured ?? [])
  const values = own.kind === 'right' ? own.values : undefined
  const problems = [
    ...(own.kind === 'wrong' ? own.problems : problemsOf(own.values)),
    ...read.flatMap((one) => one.problems),
    ...openBesideOthers(platforms, read),
  ]
  if (problems.length > 0 || !values) {
    throw new StartError(`These settings are wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
  }
  const { SMTP_URL: url, MAIL_FROM: from, INBOX_SECRET: secret, INBOX_SERVER: server } = values
  return {
    databaseUrl: values.DATABASE_URL,
    dataDir: values.RAPPORTEUR_DATA,
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL,
    mail: url !== undefined && from !== undefined ? { url, from } : undefined,
    inbox: secret !== undefined && server !== undefined ? { secret, server } : undefined,
    secretariat: addresses(values),
    askAbove: values.ASK_ABOVE === 'never' ? Number.POSITIVE_INFINITY : values.ASK_ABOVE,
    checkLinks: values.CHECK_LINKS === 'yes',
    calendars: calendarSettings(values),
    encryptionKeys: [...commaList(values.ENCRYPTION_KEYS), ...read.flatMap(({ secrets = [] }) => secrets)],
    platforms: configured,
    serves: configured.length > 0,
    trial: read.every((one) => one.configured === undefined || one.openBy !== undefined),
    logLevel: values.LOG_LEVEL,
    hints: read.flatMap(({ hints }) => hints),
  }
}

/** The platforms are read even where something else is wrong, so that one list names it all. */
function reachOf(
  environment: Environment,
  own: ReturnType<typeof readVariables<typeof variables>>,
): ServerAddress {
  if (own.kind === 'right') {
    const { HOST: host, PORT: port, PUBLIC_URL: publicUrl } = own.values
    return { host, port, publicUrl }
  }
  return { ...defaults, host: environment['HOST'] || defaults.host, publicUrl: environment['PUBLIC_URL'] }
}

function problemsOf(values: Variables): readonly string[] {
  const odd = addresses(values).some((email) => typedAddress(email) === undefined)
  const { INBOX_SECRET: secret, INBOX_SERVER: server } = values
  return [
    ...calendarProblems(values),
    ...((secret === undefined) !== (server === undefined)
      ? ['INBOX_SECRET and INBOX_SERVER go together: set both, or neither.']
      : []),
    ...(secret !== undefined && values.SMTP_URL === undefined
      ? ['INBOX_SECRET is set without SMTP_URL: replies by mail are to letters, so set up outgoing mail too.']
      : []),
    ...(values.SMTP_URL !== undefined && values.MAIL_FROM === undefined
      ? ['SMTP_URL is set without MAIL_FROM: set MAIL_FROM to the address that letters come from.']
      : []),
    ...(commaList(values.ENCRYPTION_KEYS).some((key) => Buffer.byteLength(key) < shortestKey)
      ? [
          `ENCRYPTION_KEYS: a key of fewer than ${shortestKey} bytes can be guessed. Make one with: openssl rand -base64 32`,
        ]
      : []),
    ...(odd
      ? ['SECRETARIAT: give e-mail addresses, separated by commas, such as a@example.org,b@example.org.']
      : []),
  ]
}

function addresses({ SECRETARIAT: list }: Variables): readonly string[] {
  return commaList(list).map(foldAddress)
}

/** A platform where anybody may act as anybody would hand over everybody's records. */
function openBesideOthers(
  platforms: readonly Platform[],
  read: readonly ReturnType<Platform['read']>[],
): readonly string[] {
  return read.flatMap(({ openBy }, at) => {
    const others = platforms.filter((_, other) => other !== at && read[other]?.configured !== undefined)
    if (openBy === undefined || others.length === 0) return []
    const names = list(
      others.map(({ title }) => title),
      'and',
    )
    return [
      `${openBy} lets in everybody on this machine, so it stands alone: remove it, or remove the settings of ${names}.`,
    ]
  })
}
