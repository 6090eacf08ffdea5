import { DeliveryError } from '../../../src/core/errors.ts'
import type { MentionChange, Mentioned, Mentions } from '../../../src/core/feature/mention.ts'
import { array, type Json, object, text } from '../../../src/core/json.ts'
import { readUser } from './accounts.ts'
import { createGroupCalls, type GroupCallsDependencies } from './groupCalls.ts'

/** User groups of a workspace as the names of working groups. One of the same handle is taken over. */
export function createUserGroups(deps: GroupCallsDependencies): Mentions {
  const groups = createGroupCalls(deps)
  const { call } = groups
  return {
    kind: 'user group',
    where: 'this Slack workspace',
    refusesUnreachable: true,
    accountsIn: (tenant) => tenant,
    async current(of): Promise<Mentioned> {
      const found = await groups.find(of)
      const members =
        found && isEnabled(found.group) ? array(found.group['users']).flatMap((user) => text(user) ?? []) : []
      return { exists: found !== undefined, members, absent: [] }
    },
    async put(of, { members }: MentionChange) {
      const { tenant } = of
      const { group, workspace } = (await groups.find(of)) ?? (await groups.make(of))
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

function isEnabled(group: Json): boolean {
  return Number(group['date_delete'] ?? 0) === 0
}
