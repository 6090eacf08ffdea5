import type { Json, User } from './payloads.ts'
import { no } from './signed.ts'

/** A user group of a workspace; switched off, it reaches nobody. */
export interface UserGroup {
  readonly id: string
  readonly name: string
  readonly handle: string
  users: readonly string[]
  enabled: boolean
}

interface Asked {
  readonly args: Json
  readonly team: Workspace
  readonly far: { readonly teams: ReadonlyMap<string, Workspace> }
}

/** What of a workspace they stand on. */
interface Workspace {
  readonly teamId: string
  readonly botToken: string
  readonly users: ReadonlyMap<string, User>
  readonly groups: Map<string, UserGroup>
}

/** The user groups as Slack keeps them; the token of an organization has to say of which workspace. */
export const userGroups: Readonly<Record<string, (asked: Asked) => Json>> = {
  'auth.teams.list': ({ team, far }) => ({
    ok: true,
    teams: withToken(team, far).map(({ teamId: id }) => ({ id, name: id })),
  }),
  ...Object.fromEntries(
    Object.entries(ofWorkspace()).map(([method, answer]) => [
      method,
      (asked: Asked) => {
        const all = withToken(asked.team, asked.far)
        if (all.length < 2) return answer(asked)
        const team = all.find(({ teamId }) => teamId === asked.args['team_id'])
        return team ? answer({ ...asked, team }) : no('missing_argument')
      },
    ]),
  ),
}

/** The workspaces of an installation: several where it is an organization's. */
function withToken({ botToken }: Workspace, { teams }: Asked['far']): readonly Workspace[] {
  return [...teams.values()].filter((team) => team.botToken === botToken)
}

/** Names and handles are unique, and no user group can be emptied. */
function ofWorkspace(): Readonly<Record<string, (asked: Asked) => Json>> {
  return {
    'usergroups.list': ({ args, team }) => {
      const all = String(args['include_disabled']) === 'true'
      const shown = [...team.groups.values()].filter(({ enabled }) => all || enabled)
      const withUsers = String(args['include_users']) === 'true'
      return { ok: true, usergroups: shown.map((group) => groupObject(group, team, withUsers)) }
    },
    'usergroups.create': ({ args, team }) => {
      const [name, handle] = [String(args['name'] ?? ''), String(args['handle'] ?? '')]
      const groups = [...team.groups.values()]
      if (name === '') return no('missing_name')
      if (!/^[a-z0-9._-]{1,21}$/.test(handle)) return no('invalid_handle')
      if (groups.some((group) => group.name === name)) return no('name_already_exists')
      if (groups.some((group) => group.handle === handle)) return no('handle_already_exists')
      const group = { id: `S${groups.length + 1}`, name, handle, users: [], enabled: true }
      team.groups.set(group.id, group)
      return { ok: true, usergroup: groupObject(group, team, false) }
    },
    'usergroups.users.update': ({ args, team }) => {
      const group = team.groups.get(String(args['usergroup']))
      const users = String(args['users'] ?? '')
        .split(',')
        .filter((user) => user !== '')
      if (!group) return no('no_such_subteam')
      if (users.length === 0) return no('no_users_provided')
      if (users.some((user) => !team.users.has(user) || team.users.get(user)?.deleted))
        return no('invalid_users')
      group.users = users
      return { ok: true, usergroup: groupObject(group, team, true) }
    },
    'usergroups.enable': (asked) => turn(asked, true),
    'usergroups.disable': (asked) => turn(asked, false),
  }
}

function turn({ args, team }: Asked, enabled: boolean): Json {
  const group = team.groups.get(String(args['usergroup']))
  if (!group) return no('no_such_subteam')
  group.enabled = enabled
  return { ok: true, usergroup: groupObject(group, team, true) }
}

function groupObject(
  { id, name, handle, users, enabled }: UserGroup,
  team: Workspace,
  withUsers: boolean,
): Json {
  return {
    ...{ id, team_id: team.teamId, is_usergroup: true, name, description: '', handle, is_external: false },
    ...{ date_create: 1, date_update: 1, date_delete: enabled ? 0 : 1, user_count: users.length },
    ...(withUsers ? { users } : {}),
  }
}
