import { DeliveryError } from '../../../src/core/errors.ts'
import type { Mention } from '../../../src/core/feature/mention.ts'
import { array, type Json, object, text } from '../../../src/core/json.ts'
import type { ClientPool, Clients } from '../api/clients.ts'
import { deliveryError } from '../api/faults.ts'
import type { Installation, Installations } from './installations.ts'

export interface GroupCallsDependencies {
  readonly installations: Pick<Installations, 'of'>
  readonly clients: ClientPool
  readonly tokenOf: (installation: Installation) => Promise<string>
}

/** A user group as Slack describes it, and the workspace that it belongs to. */
export interface FoundGroup {
  readonly group: Json
  readonly workspace: Workspace
}

/** What names a workspace in a call; the token of an organization alone must. */
type Workspace = { readonly team_id?: string }

/** Calls about user groups. Each raises `DeliveryError`. */
export interface GroupCalls {
  /** Makes one call of the SDK with the token of the tenant. */
  call<T>(tenant: string, ask: (client: Clients['patient']) => Promise<T>): Promise<T>
  /** The group that was made here, else the one of the same handle, in whichever workspace of the tenant it is. */
  find(of: Mention): Promise<FoundGroup | undefined>
  make(of: Mention): Promise<FoundGroup>
}

/** So many workspaces of an organization are looked through. */
const mostWorkspaces = 100

export function createGroupCalls({ installations, clients, tokenOf }: GroupCallsDependencies): GroupCalls {
  async function call<T>(tenant: string, ask: (client: Clients['patient']) => Promise<T>): Promise<T> {
    try {
      const installation = await installations.of(tenant)
      if (!installation) {
        throw new DeliveryError('The app is not installed in that workspace any more: install it again.', {
          kind: 'auth',
        })
      }
      return await ask(clients.of(await tokenOf(installation)).patient)
    } catch (error) {
      throw deliveryError(error)
    }
  }

  /** The workspaces of an installation: its own, or all of an organization that has the app as a whole. */
  async function workspaces(tenant: string): Promise<readonly Workspace[]> {
    if (!isOrganization(tenant)) return [{}]
    const { teams } = await call(tenant, (client) => client.auth.teams.list({ limit: mostWorkspaces }))
    return array(teams).flatMap((team) => {
      const id = text(object(team)['id'])
      return id === undefined ? [] : [{ team_id: id }]
    })
  }

  return {
    call,
    async find({ tenant, handle, id }) {
      const all: FoundGroup[] = []
      for (const workspace of await workspaces(tenant)) {
        const listed = await call(tenant, (client) =>
          client.usergroups.list({ include_disabled: true, include_users: true, ...workspace }),
        )
        all.push(...array(listed.usergroups).map((group) => ({ group: object(group), workspace })))
      }
      // One that was deleted by an administrator is made anew.
      return (
        all.find(({ group }) => id !== undefined && group['id'] === id) ??
        all.find(({ group }) => group['handle'] === handle)
      )
    },
    async make({ tenant, handle, title }) {
      const [workspace, ...others] = await workspaces(tenant)
      if (workspace === undefined || others.length > 0) {
        throw new DeliveryError(
          `The app is installed for a whole organization, and a user group belongs to one of its workspaces. Make a user group @${handle} in the workspace that it is for (People, User groups), then try again: it is found by its name.`,
          { kind: 'forbidden' },
        )
      }
      const made = await call(tenant, (client) =>
        client.usergroups.create({ name: title, handle, ...workspace }),
      )
      return { group: object(made.usergroup), workspace }
    },
  }
}

/** Whether the tenant is an organization: the app was installed for all of its workspaces. */
function isOrganization(tenant: string): boolean {
  return tenant.startsWith('E')
}
