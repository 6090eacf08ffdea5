import { randomUUID } from 'node:crypto'

import type { Json } from '../../../../src/core/json.ts'
import { app, guid, unique } from './defaults.ts'

/** An account as the connector tells of it. */
export interface User {
  /** The id that is good for this bot alone, `29:…`. */
  readonly id: string
  readonly name: string
  readonly tenantId: string
  readonly userRole: 'user' | 'guest' | 'anonymous'
  /** Guests and those without an account may have none. */
  readonly aadObjectId?: string
  readonly email?: string
  readonly userPrincipalName?: string
  readonly givenName?: string
  readonly surname?: string
  /** Of the device they write from; the connector does not tell of it. */
  readonly timezone?: string
  readonly locale?: string
}

/** With an `aadObjectId` of its own unless told, none where it is null. */
export type NewUser = Pick<User, 'id' | 'name'> &
  Partial<Omit<User, 'aadObjectId'>> & { readonly aadObjectId?: string | null }

export interface Team {
  /** The same as its general channel's. */
  readonly id: string
  readonly name: string
  readonly aadGroupId: string
  readonly tenantId: string
  members: readonly string[]
  /** Whether the bot is installed there. */
  bot: boolean
}

export interface Conversation {
  readonly id: string
  readonly kind: 'personal' | 'channel' | 'groupChat'
  readonly tenantId: string
  readonly name?: string
  readonly team?: string
  /** Of a channel that has members of its own, of a chat, or the one person of a conversation of two. */
  members?: readonly string[]
  /** Whether the bot is in it; in a channel it is as far as the team says so. */
  bot: boolean
  /** The person wants nothing from the bot any more; nobody is told. */
  blocked: boolean
}

export interface NewTeam {
  readonly id: string
  readonly name: string
  readonly members: readonly string[]
  readonly tenantId?: string
}

export interface NewChannel {
  readonly id: string
  readonly name: string
  /** Where it is a private or shared one. */
  readonly members?: readonly string[]
}

/** Who and what there is, and where the bot is. */
export interface Directory {
  /** By id. */
  readonly tenants: Set<string>
  readonly users: Map<string, User>
  readonly teams: Map<string, Team>
  readonly conversations: Map<string, Conversation>
  addTenant(id: string): void
  /** In the app's own tenant, with a role and ids of its own, unless told. */
  addUser(user: NewUser): User
  /** With its general channel, and with the bot. */
  addTeam(team: NewTeam): Team
  addChannel(team: string, channel: NewChannel): Conversation
  addGroupChat(chat: { readonly id: string; readonly members: readonly string[] }): Conversation
  /** The conversation of two with this person, the bot being installed for them. */
  personal(user: string): Conversation
  /** The bot is no more in this team, chat or conversation of two. */
  removeBot(id: string): void
  /** The person of this conversation blocks the bot, or does not any more. */
  block(id: string, blocked?: boolean): void
  /** The team with its channels, the channel or the chat is gone. */
  remove(id: string): void
  /** The person leaves this team, channel or chat; all of them, and the tenant, where none is named. */
  removeUser(user: string, from?: string): void
  /** Who is there, the ids as the team, channel or chat has them. */
  membersOf(conversation: Conversation): readonly User[]
  hasBot(conversation: Conversation): boolean
  /** By the bot's own id of them, by the one of Entra, or by the name they sign in with. */
  find(id: string): User | undefined
}

export function createDirectory(): Directory {
  const users = new Map<string, User>()
  const teams = new Map<string, Team>()
  const conversations = new Map<string, Conversation>()

  function keep(conversation: Omit<Conversation, 'blocked' | 'bot'>): Conversation {
    const kept = { ...conversation, bot: true, blocked: false }
    conversations.set(kept.id, kept)
    return kept
  }

  function known<T>(map: ReadonlyMap<string, T>, id: string): T {
    const found = map.get(id)
    if (found === undefined) throw new Error(`nothing is known of ${id}`)
    return found
  }

  function leave(where: { members?: readonly string[] } | undefined, user: string): void {
    if (where?.members) where.members = where.members.filter((one) => one !== user)
  }

  const directory: Directory = {
    tenants: new Set([app.tenant]),
    ...{ users, teams, conversations },
    addTenant: (id) => void directory.tenants.add(id),
    addUser({ aadObjectId = guid(100_000 + unique()), ...given }) {
      const user: User = {
        ...{ tenantId: app.tenant, userRole: 'user' },
        ...(aadObjectId === null ? {} : { aadObjectId }),
        ...(given.email === undefined ? {} : { userPrincipalName: given.email }),
        ...given,
      }
      users.set(user.id, user)
      return user
    },
    addTeam({ id, name, members, tenantId = app.tenant }) {
      const team = { id, name, members, tenantId, aadGroupId: randomUUID(), bot: true }
      teams.set(id, team)
      keep({ id, kind: 'channel', team: id, tenantId })
      return team
    },
    addChannel: (team, channel) =>
      keep({ ...channel, kind: 'channel', team, tenantId: known(teams, team).tenantId }),
    addGroupChat: (chat) => keep({ ...chat, kind: 'groupChat', tenantId: app.tenant }),
    personal(user) {
      const id = personalId(user)
      const { tenantId } = known(users, user)
      return conversations.get(id) ?? keep({ id, kind: 'personal', tenantId, members: [user] })
    },
    removeBot(id) {
      const where = teams.get(id) ?? known(conversations, id)
      where.bot = false
    },
    block(id, blocked = true) {
      known(conversations, id).blocked = blocked
    },
    remove(id) {
      for (const one of conversations.values()) {
        if (one.id === id || (one.team === id && teams.has(id))) conversations.delete(one.id)
      }
      teams.delete(id)
    },
    removeUser(user, from) {
      if (from !== undefined) return leave(teams.get(from) ?? known(conversations, from), user)
      for (const one of [...teams.values(), ...conversations.values()]) leave(one, user)
      users.delete(user)
      conversations.delete(personalId(user))
    },
    membersOf({ team, members }) {
      const ids = members ?? teams.get(team ?? '')?.members ?? []
      return ids.flatMap((id) => users.get(id) ?? [])
    },
    hasBot: ({ team, bot }) => bot && (team === undefined || teams.get(team)?.bot === true),
    find: (id) =>
      users.get(id) ??
      [...users.values()].find((one) => one.aadObjectId === id || one.userPrincipalName === id),
  }
  return directory
}

/** The id of the conversation of two with this person. */
export function personalId(user: string): string {
  return `a:1${user.replace(/^29:/, '')}`
}

/** A member as the connector describes one. */
export function memberObject({ timezone: _timezone, locale: _locale, aadObjectId, ...user }: User): Json {
  return { ...user, ...(aadObjectId === undefined ? {} : { aadObjectId, objectId: aadObjectId }) }
}
