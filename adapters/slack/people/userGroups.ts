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

  async function find({ tenant, handle, id }: Mention): Promise<Json | undefined> {
    const listed = await call(tenant, (client) =>
      client.usergroups.list({ include_disabled: true, include_users: true }),
    )
    const groups = array(listed.usergroups).map(object)
    // One that was deleted by an administrator is made anew.
    return (
      groups.find((group) => id !== undefined && group['id'] === id) ??
      groups.find((group) => group['handle'] === handle)
    )
  }

  return {
    kind: 'user group',
    where: 'this Slack workspace',
    refusesUnreachable: true,
    accountsIn: (tenant) => tenant,
    async current(of): Promise<Mentioned> {
      const group = await find(of)
      const members =
        group && isEnabled(group) ? array(group['users']).flatMap((user) => text(user) ?? []) : []
      return { exists: group !== undefined, members, absent: [] }
    },
    async put(of, { members }: MentionChange) {
      const { tenant, handle, title } = of
      const found = await find(of)
      const group =
        found ??
        object((await call(tenant, (client) => client.usergroups.create({ name: title, handle }))).usergroup)
      const usergroup = text(group['id'])
      if (usergroup === undefined)
        throw new DeliveryError('Slack named no user group.', { kind: 'ambiguous' })
      // Slack keeps no empty user group: one that is switched off reaches nobody.
      if (members.length === 0) {
        if (isEnabled(group)) await call(tenant, (client) => client.usergroups.disable({ usergroup }))
        return usergroup
      }
      if (!isEnabled(group)) await call(tenant, (client) => client.usergroups.enable({ usergroup }))
      await call(tenant, (client) => client.usergroups.users.update({ usergroup, users: members.join(',') }))
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

function isEnabled(group: Json): boolean {
  return Number(group['date_delete'] ?? 0) === 0
}
