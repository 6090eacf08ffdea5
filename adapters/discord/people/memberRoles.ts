import { CallError } from '../../../src/chat/delivery/failure.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import type { Mention, Mentions } from '../../../src/core/feature/mention.ts'
import { array, flag, type Json, object, text } from '../../../src/core/json.ts'
import type { Api, ApiCall } from '../api/api.ts'
import { errorCodes } from '../api/codes.ts'
import { deliveryError, failedWithCode } from '../api/faults.ts'
import { isSnowflake } from '../api/snowflake.ts'
import { everywhere } from '../api/tenant.ts'

const pageSize = 1_000
/** Servers of more members are asked about those alone whom the directory knows. */
const mostPages = 10

/**
 * Roles of a server as the names of working groups. A role gives whoever has it its permissions, so one that has any and
 * was not made here is left alone.
 */
export function createMemberRoles(api: Api): Mentions {
  async function call(of: Pick<Mention, 'handle' | 'tenant'>, request: ApiCall): Promise<unknown> {
    try {
      return await api.call(request)
    } catch (error) {
      if (!failedWithCode(error, errorCodes.missingPermissions)) throw deliveryError(error)
      throw new DeliveryError(
        `The bot may not give that role: give it Manage Roles under Server Settings, Roles, and move its role above @${of.handle}.`,
        { kind: 'forbidden' },
        { cause: error },
      )
    }
  }

  async function find(of: Mention): Promise<Json | undefined> {
    if (!isSnowflake(of.tenant)) {
      throw new DeliveryError(
        'A direct conversation belongs to no server: type it in a channel of the server.',
        {
          kind: 'invalid',
        },
      )
    }
    const roles = array(await call(of, { method: 'GET', path: `/guilds/${of.tenant}/roles` })).map(object)
    const own = roles.find((role) => of.id !== undefined && role['id'] === of.id)
    if (own) return own
    const named = roles.find((role) => role['name'] === of.handle)
    if (named && (named['permissions'] !== '0' || flag(named['managed']))) {
      throw new DeliveryError(
        `The server has a role @${of.handle} with permissions of its own, which I do not hand out: rename that role, or take its permissions away.`,
        { kind: 'forbidden' },
      )
    }
    return named
  }

  /** Members with their roles; undefined where the bot may not list them, or there are too many. */
  async function everybody(of: Mention): Promise<readonly Json[] | undefined> {
    const found: Json[] = []
    for (let page = 0; page < mostPages; page += 1) {
      const after = text(object(found.at(-1)?.['user'])['id']) ?? '0'
      const read = await list(of, after)
      if (!read) return undefined
      found.push(...read)
      if (read.length < pageSize) return found
    }
    return undefined
  }

  async function list({ tenant }: Mention, after: string): Promise<readonly Json[] | undefined> {
    try {
      const query = { limit: String(pageSize), after }
      return array(await api.call({ method: 'GET', path: `/guilds/${tenant}/members`, query })).map(object)
    } catch (error) {
      // The Server Members Intent is off.
      if (error instanceof CallError && error.status === 403) return undefined
      throw deliveryError(error)
    }
  }

  async function member(of: Pick<Mention, 'tenant' | 'handle'>, account: string): Promise<Json | undefined> {
    try {
      return object(await api.call({ method: 'GET', path: `/guilds/${of.tenant}/members/${account}` }))
    } catch (error) {
      if (error instanceof CallError && error.status === 404) return undefined
      throw deliveryError(error)
    }
  }

  async function give(of: Mention, method: 'PUT' | 'DELETE', account: string, role: string): Promise<void> {
    try {
      await call(of, { method, path: `/guilds/${of.tenant}/members/${account}/roles/${role}` })
    } catch (error) {
      // Whoever left the server has no role there.
      if (!(error instanceof DeliveryError && error.fault.kind === 'gone')) throw error
    }
  }

  return {
    kind: 'role',
    where: 'this Discord server',
    refusesUnreachable: false,
    accountsIn: () => everywhere,
    async current(of, known) {
      const role = await find(of)
      const all = await everybody(of)
      const asked = all ?? (await inTurn(known, (account) => member(of, account)))
      const there = new Map(asked.flatMap((one) => idOf(one).map((id) => [id, one] as const)))
      const has = (one: Json) => array(one['roles']).includes(role?.['id'])
      return {
        exists: role !== undefined,
        members: role ? [...there].flatMap(([id, one]) => (has(one) ? id : [])) : [],
        absent: known.filter((account) => !there.has(account)),
      }
    },
    async put(of, { add, remove }) {
      const { tenant, handle } = of
      const found = await find(of)
      const body = { name: handle, permissions: 0, mentionable: true }
      const role = found ?? object(await call(of, { method: 'POST', path: `/guilds/${tenant}/roles`, body }))
      const id = text(role['id'])
      if (id === undefined) throw new DeliveryError('Discord named no role.', { kind: 'ambiguous' })
      if (!flag(role['mentionable'])) {
        await call(of, {
          method: 'PATCH',
          path: `/guilds/${tenant}/roles/${id}`,
          body: { mentionable: true },
        })
      }
      for (const account of add) await give(of, 'PUT', account, id)
      for (const account of remove) await give(of, 'DELETE', account, id)
      return id
    },
    async nameOf(tenant, account) {
      const found = await member({ tenant, handle: '' }, account)
      const user = object(found?.['user'])
      return text(found?.['nick']) ?? text(user['global_name']) ?? text(user['username'])
    },
  }
}

function idOf(member: Json): readonly string[] {
  const id = text(object(member['user'])['id'])
  return id === undefined ? [] : [id]
}

async function inTurn<T>(
  accounts: readonly string[],
  ask: (account: string) => Promise<T | undefined>,
): Promise<readonly T[]> {
  const found: T[] = []
  for (const account of accounts) {
    const answer = await ask(account)
    if (answer !== undefined) found.push(answer)
  }
  return found
}
