import { DeliveryError } from '../../../src/core/errors.ts'
import type { Mention } from '../../../src/core/feature/mention.ts'
import { array, flag, type Json, object, text } from '../../../src/core/json.ts'
import type { Api, ApiCall } from '../api/api.ts'
import { errorCodes } from '../api/codes.ts'
import { deliveryError, failedWithCode } from '../api/faults.ts'
import { isSnowflake } from '../api/snowflake.ts'

/** The role of a server that bears the name of a working group. Every call raises `DeliveryError`. */
export interface ServerRoles {
  /**
   * The role that the bot made, else the one of that name. Whoever is given a role has its permissions, so a role with
   * permissions that somebody else made is refused.
   */
  find(of: Mention): Promise<Json | undefined>
  /** The id of the role, which is made where there is none, and can be mentioned by everybody. */
  ensure(of: Mention): Promise<string>
  /** Gives the role to a member, or takes it away. Whoever has left the server is passed over. */
  give(of: Mention, method: 'PUT' | 'DELETE', member: RoleOfMember): Promise<void>
}

interface RoleOfMember {
  readonly account: string
  readonly role: string
}

export function createServerRoles(api: Api): ServerRoles {
  async function call({ handle }: Mention, request: ApiCall): Promise<unknown> {
    try {
      return await api.call(request)
    } catch (error) {
      if (!failedWithCode(error, errorCodes.missingPermissions)) throw deliveryError(error)
      throw new DeliveryError(
        `The bot may not give that role: give it Manage Roles under Server Settings, Roles, and move its role above @${handle}.`,
        { kind: 'forbidden' },
        { cause: error },
      )
    }
  }

  async function find(of: Mention): Promise<Json | undefined> {
    if (!isSnowflake(of.tenant)) {
      throw new DeliveryError(
        'A direct conversation belongs to no server: type it in a channel of the server.',
        { kind: 'invalid' },
      )
    }
    const roles = array(await call(of, { method: 'GET', path: `/guilds/${of.tenant}/roles` })).map(object)
    const own = roles.find((role) => of.id !== undefined && role['id'] === of.id)
    if (own) return own
    const named = roles.find((role) => role['name'] === of.handle)
    if (named && !isHarmless(named)) {
      throw new DeliveryError(
        `The server has a role @${of.handle} with permissions of its own, which I do not hand out: rename that role, or take its permissions away.`,
        { kind: 'forbidden' },
      )
    }
    return named
  }

  return {
    find,
    async ensure(of) {
      const path = `/guilds/${of.tenant}/roles` as const
      const body = { name: of.handle, permissions: 0, mentionable: true }
      const role = (await find(of)) ?? object(await call(of, { method: 'POST', path, body }))
      const id = text(role['id'])
      if (id === undefined) throw new DeliveryError('Discord named no role.', { kind: 'ambiguous' })
      if (!flag(role['mentionable'])) {
        await call(of, { method: 'PATCH', path: `${path}/${id}`, body: { mentionable: true } })
      }
      return id
    },
    async give(of, method, { account, role }) {
      try {
        await call(of, { method, path: `/guilds/${of.tenant}/members/${account}/roles/${role}` })
      } catch (error) {
        if (!(error instanceof DeliveryError && error.fault.kind === 'gone')) throw error
      }
    },
  }
}

/** Whether a role gives no permissions and belongs to no integration, which alone may hand its own out. */
function isHarmless(role: Json): boolean {
  return role['permissions'] === '0' && !flag(role['managed'])
}
