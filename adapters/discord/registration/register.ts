import { createHash } from 'node:crypto'

import { CallError } from '../../../src/chat/delivery/failure.ts'
import type { Catalog } from '../../../src/core/catalog.ts'
import type { Clock } from '../../../src/core/clock.ts'
import { object, text } from '../../../src/core/json.ts'
import type { Keep } from '../../../src/core/keep.ts'
import type { Log } from '../../../src/core/log.ts'
import type { Api } from '../api/api.ts'
import { errorCodes } from '../api/codes.ts'
import { everywhere } from '../api/tenant.ts'
import type { DiscordSettings } from '../settings.ts'
import { type Command, commands } from './commands.ts'
import { sameCommands } from './compare.ts'

export { whyNot } from './whyNot.ts'

/** Where commands are registered. */
export interface Scope {
  readonly applicationId: string
  /** One server; undefined for all of them and direct messages. */
  readonly guild: string | undefined
}

/** Reads the registered commands, and replaces all of them where any differs. Raises `CallError`. */
export async function register(
  api: Api,
  scope: Scope,
  wanted: readonly Command[],
): Promise<'unchanged' | 'registered'> {
  const path = pathOf(scope)
  const body = scope.guild === undefined ? wanted : wanted.map(ofOneServer)
  const there = await api.call({ method: 'GET', path, query: { with_localizations: 'true' } })
  if (sameCommands(there, body)) return 'unchanged'
  await api.call({ method: 'PUT', path, body })
  return 'registered'
}

function pathOf({ applicationId, guild }: Scope): `/${string}` {
  const application = `/applications/${applicationId}` as const
  return guild === undefined ? `${application}/commands` : `${application}/guilds/${guild}/commands`
}

/** Leaves out where it may be used, which Discord refuses for a command of one server. */
function ofOneServer(command: Command): Command {
  const { contexts: _, integration_types: __, ...rest } = command
  return rest
}

export interface RegistrationContext {
  readonly api: Api
  readonly keep: Keep
  readonly clock: Clock
  readonly settings: Pick<DiscordSettings, 'applicationId' | 'commandGuild'>
  readonly catalog: Catalog
  readonly log: Log
}

/** Longer than any registration takes. A replica that dies during one holds up the others no longer than this. */
const leaseSeconds = 60
const lease = { platform: 'discord', kind: 'registering', tenant: everywhere, key: 'commands' } as const
const allServers = 'everywhere'
const keyOf = (key: string) => ({ platform: 'discord', kind: 'registered', tenant: everywhere, key }) as const

/**
 * Sees to it at the start of every replica that the commands are registered where they are wanted and nowhere else:
 * one replica does it, once for each change. Raises `CallError`, and `CommandsError` for commands that Discord does not take.
 */
export async function keepRegistered(
  context: RegistrationContext,
): Promise<'unchanged' | 'registered' | 'elsewhere'> {
  const { keep, clock, settings, catalog } = context
  const wanted = commands(catalog)
  const hash = hashOf(settings.applicationId, wanted)
  if (await isDone(context, hash)) return 'unchanged'
  const expiresAt = new Date(clock.now().getTime() + leaseSeconds * 1000)
  if (!(await keep.claim(lease, {}, { expiresAt }))) return 'elsewhere'
  try {
    // Another replica may have ended just before the lease was free.
    return (await isDone(context, hash)) ? 'unchanged' : await registerOnce(context, wanted, hash)
  } finally {
    await keep.drop(lease)
  }
}

async function registerOnce(context: RegistrationContext, wanted: readonly Command[], hash: string) {
  const { api, keep, settings, log } = context
  const { applicationId, commandGuild: guild } = settings
  const done = await register(api, { applicationId, guild }, wanted)
  await keep.put(keyOf(guild ?? allServers), { hash })
  // Where they are registered for one server and for all of them, that server shows everything twice.
  for (const key of await otherScopes(context)) {
    await takeAwayIfThere(api, { applicationId, guild: key === allServers ? undefined : key })
    await keep.drop(keyOf(key))
    log.info({ scope: key }, 'the commands of Discord are not registered here any more')
  }
  log.info({ scope: guild ?? allServers, done }, 'the commands of Discord are registered')
  return done
}

async function isDone(context: RegistrationContext, hash: string): Promise<boolean> {
  const kept = await context.keep.get(keyOf(context.settings.commandGuild ?? allServers))
  return text(object(kept?.value)['hash']) === hash && (await otherScopes(context)).length === 0
}

async function otherScopes({ keep, settings }: RegistrationContext): Promise<readonly string[]> {
  const all = await keep.list({ platform: 'discord', kind: 'registered' })
  return all.map(({ key }) => key).filter((key) => key !== (settings.commandGuild ?? allServers))
}

/** Takes all commands away where they are registered. Raises `CallError`. */
export async function clearCommands(api: Api, scope: Scope): Promise<'cleared'> {
  await api.call({ method: 'PUT', path: pathOf(scope), body: [] })
  return 'cleared'
}

/** In a server that the bot has left there are none to be taken away. */
async function takeAwayIfThere(api: Api, scope: Scope): Promise<void> {
  try {
    await clearCommands(api, scope)
  } catch (error) {
    const left =
      error instanceof CallError && (error.code === errorCodes.missingAccess || error.status === 404)
    if (scope.guild === undefined || !left) throw error
  }
}

/** Another application starts anew. */
function hashOf(applicationId: string, wanted: readonly Command[]): string {
  return createHash('sha256')
    .update(`${applicationId} ${JSON.stringify(wanted)}`)
    .digest('hex')
}
