import type { Mentions } from '../../../src/core/feature/mention.ts'
import { array, type Json, object, text } from '../../../src/core/json.ts'
import type { Api } from '../api/api.ts'
import { everywhere } from '../api/tenant.ts'
import { accountOf, createServerMembers } from './serverMembers.ts'
import { createServerRoles } from './serverRoles.ts'

/** Roles of a server as the names of working groups. */
export function createMemberRoles(api: Api): Mentions {
  const roles = createServerRoles(api)
  const members = createServerMembers(api)
  return {
    kind: 'role',
    where: 'this Discord server',
    refusesUnreachable: false,
    accountsIn: () => everywhere,
    async current(of, known) {
      const role = await roles.find(of)
      const byAccount = byAccountOf(await members.all(of.tenant, known))
      const has = (member: Json) => array(member['roles']).includes(role?.['id'])
      return {
        exists: role !== undefined,
        members: role ? [...byAccount].flatMap(([account, member]) => (has(member) ? account : [])) : [],
        absent: known.filter((account) => !byAccount.has(account)),
      }
    },
    async put(of, { add, remove }) {
      const role = await roles.ensure(of)
      for (const account of add) await roles.give(of, 'PUT', { account, role })
      for (const account of remove) await roles.give(of, 'DELETE', { account, role })
      return role
    },
    async nameOf(tenant, account) {
      const member = await members.one(tenant, account)
      const user = object(member?.['user'])
      return text(member?.['nick']) ?? text(user['global_name']) ?? text(user['username'])
    },
  }
}

function byAccountOf(members: readonly Json[]): ReadonlyMap<string, Json> {
  return new Map(
    members.flatMap((member) => {
      const account = accountOf(member)
      return account === undefined ? [] : [[account, member] as const]
    }),
  )
}
