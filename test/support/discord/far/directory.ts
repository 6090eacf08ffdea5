import { app } from './defaults.ts'

export interface User {
  readonly id: string
  readonly username: string
  readonly globalName: string | undefined
  readonly bot: boolean
  /** BCP 47, as the client is set. */
  readonly locale: string
  /** Takes no direct messages of this bot. */
  closed: boolean
}

export interface Guild {
  readonly id: string
  readonly name: string
  /** Nicknames by member; undefined for those who have none. */
  readonly members: Map<string, string | undefined>
  /** Whether the bot is there. */
  bot: boolean
  /** Whether the bot may put meetings into the calendar. */
  mayEvents: boolean
  /** Whether the bot may make roles and give them. */
  mayRoles: boolean
  /** Whether the bot may list everybody. */
  listsMembers: boolean
  readonly roles: GuildRole[]
}

export interface GuildRole {
  readonly id: string
  readonly name: string
  /** Bits, in decimal digits. */
  readonly permissions: string
  mentionable: boolean
  readonly members: Set<string>
}

export interface Channel {
  readonly id: string
  readonly kind: 'text' | 'thread' | 'direct'
  readonly name: string
  readonly guild: string | undefined
  /** Of a thread: the channel in which it is. */
  readonly parent: string | undefined
  /** Of a direct one. */
  readonly user: string | undefined
  /** What the bot may do there: nothing, read, or write too. */
  access: 'none' | 'read' | 'write'
}

export interface NewUser {
  readonly id: string
  readonly username: string
  readonly globalName?: string
  readonly bot?: boolean
  readonly locale?: string
}

/** Who and what there is, and where the bot is. */
export interface Directory {
  readonly users: Map<string, User>
  readonly guilds: Map<string, Guild>
  readonly channels: Map<string, Channel>
  addUser(user: NewUser): User
  /** With the bot. */
  addGuild(guild: { readonly id: string; readonly name: string; readonly members?: readonly string[] }): Guild
  /** With `parent` it is a thread. */
  addChannel(
    guild: string,
    channel: { readonly id: string; readonly name: string; readonly parent?: string },
  ): Channel
  addMember(guild: string, user: string, nickname?: string): void
  removeMember(guild: string, user: string): void
  /** The one channel of this user and the bot, opened where it was not yet. */
  direct(user: string, id: () => string): Channel
  /** The user takes no direct messages any more, or does again. */
  closeDirect(user: string, closed?: boolean): void
  /** With its threads. */
  removeChannel(id: string): void
  /** What the bot may do in a channel from now on. */
  allow(channel: string, access: Channel['access']): void
  /** Whether the bot may put meetings into a server’s calendar. */
  allowEvents(guild: string, may: boolean): void
  /** The bot is no more in this server; what it said stays. */
  removeBot(guild: string): void
  /** It is there again. */
  returnBot(guild: string): void
  /** Whether the user and the bot are in one server. */
  meets(user: string): boolean
}

export function createDirectory(): Directory {
  const users = new Map<string, User>()
  const guilds = new Map<string, Guild>()
  const channels = new Map<string, Channel>()

  function known<T>(map: ReadonlyMap<string, T>, id: string): T {
    const found = map.get(id)
    if (found === undefined) throw new Error(`nothing is known of ${id}`)
    return found
  }

  const directory: Directory = {
    ...{ users, guilds, channels },
    addUser({ id, username, globalName, bot = false, locale = 'en-GB' }) {
      const user = { id, username, globalName, bot, locale, closed: false }
      users.set(id, user)
      return user
    },
    addGuild({ id, name, members = [] }) {
      const named = members.map((user): [string, undefined] => [user, undefined])
      const may = { mayEvents: true, mayRoles: true, listsMembers: false }
      const guild = { id, name, members: new Map(named), bot: true, ...may, roles: [] }
      guilds.set(id, guild)
      return guild
    },
    addChannel(guild, { id, name, parent }) {
      const kind = parent === undefined ? 'text' : 'thread'
      const channel: Channel = {
        ...{ id, kind, name, parent, access: 'write', user: undefined },
        guild: known(guilds, guild).id,
      }
      channels.set(id, channel)
      return channel
    },
    addMember: (guild, user, nickname) =>
      void known(guilds, guild).members.set(known(users, user).id, nickname),
    removeMember: (guild, user) => void known(guilds, guild).members.delete(user),
    direct(user, id) {
      const found = [...channels.values()].find((one) => one.kind === 'direct' && one.user === user)
      if (found) return found
      const channel: Channel = {
        ...{ id: id(), kind: 'direct', name: '', guild: undefined, parent: undefined, access: 'write' },
        user: known(users, user).id,
      }
      channels.set(channel.id, channel)
      return channel
    },
    closeDirect(user, closed = true) {
      known(users, user).closed = closed
    },
    removeChannel(id) {
      for (const one of channels.values()) if (one.id === id || one.parent === id) channels.delete(one.id)
    },
    allow(channel, access) {
      known(channels, channel).access = access
    },
    allowEvents(guild, may) {
      known(guilds, guild).mayEvents = may
    },
    removeBot(guild) {
      known(guilds, guild).bot = false
    },
    returnBot(guild) {
      known(guilds, guild).bot = true
    },
    meets: (user) => [...guilds.values()].some((one) => one.bot && one.members.has(user)),
  }
  directory.addUser({ id: app.id, username: 'rapporteur', globalName: app.name, bot: true })
  return directory
}
