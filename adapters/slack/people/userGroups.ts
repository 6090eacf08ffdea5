import { DeliveryError } from '../../../src/core/errors.ts'
import type { Mention, MentionChange, Mentioned, Mentions } from '../../../src/core/feature/mention.ts'
import { array, type Json, object, text } from '../../../src/core/json.ts'
import type { ClientPool, Clients } from '../api/clients.ts'
import { deliveryError } from '../api/faults.ts'
import { readUser } from './accounts.ts'
import type { Installation, Installations } from './installations.ts'

/** User groups of a workspace as the names of working groups. One of the same handle is taken over. */
export function createUserGroups({
  installations,
  clients,
  tokenOf,
}: {
  readonly installations: Pick<Installations, 'of'>
  readonly clients: ClientPool
  readonly tokenOf: (installation: Installation) => Promise<string>
}): Mentions {
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
    const told = await call(tenant, (client) => client.auth.teams.list({ limit: mostWorkspaces }))
    return array(told.teams).flatMap((team) => {
      const id = text(object(team)['id'])
      return id === undefined ? [] : [{ team_id: id }]
    })
  }

  async function find({ tenant, handle, id }: Mention): Promise<Found | undefined> {
    const all: Found[] = []
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
  }

  async function make({ tenant, handle, title }: Mention): Promise<Found> {
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
  }

  return {
    kind: 'user group',
    where: 'this Slack workspace',
    refusesUnreachable: true,
    accountsIn: (tenant) => tenant,
    async current(of): Promise<Mentioned> {
      const found = await find(of)
      const members =
        found && isEnabled(found.group) ? array(found.group['users']).flatMap((user) => text(user) ?? []) : []
      return { exists: found !== undefined, members, absent: [] }
    },
    async put(of, { members }: MentionChange) {
      const { tenant } = of
      const { group, workspace } = (await find(of)) ?? (await make(of))
      const usergroup = text(group['id'])
      if (usergroup === undefined)
        throw new DeliveryError('Slack named no user group.', { kind: 'ambiguous' })
      const which = { usergroup, ...workspace }
      // Slack keeps no empty user group: one that is switched off reaches nobody.
      if (members.length === 0) {
        if (isEnabled(group)) await call(tenant, (client) => client.usergroups.disable(which))
        return usergroup
      }
      if (!isEnabled(group)) await call(tenant, (client) => client.usergroups.enable(which))
      await call(tenant, (client) => client.usergroups.users.update({ ...which, users: members.join(',') }))
      return usergroup
    },
    async nameOf(tenant, user) {
      try {
        const asked = await call(tenant, (client) => client.users.info({ user }))
        return readUser(object(asked.user))?.name
      } catch (error) {
        if (error instanceof DeliveryError && error.fault.kind === 'gone') return undefined
        throw error
      }
    },
  }
}

/** So many workspaces of an organization are looked through. */
const mostWorkspaces = 100

/** What names a workspace in a call; the token of an organization alone must. */
type Workspace = { readonly team_id?: string }

interface Found {
  readonly group: Json
  readonly workspace: Workspace
}

/** Whether the tenant is an organization: the app was installed for all of its workspaces. */
function isOrganization(tenant: string): boolean {
  return tenant.startsWith('E')
}

function isEnabled(group: Json): boolean {
  return Number(group['date_delete'] ?? 0) === 0
}
