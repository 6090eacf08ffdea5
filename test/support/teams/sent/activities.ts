import { randomUUID } from 'node:crypto'

import type { Json } from '../../../../src/core/json.ts'
import { app, botId, guid, merge, nextId, nowhere, places } from '../far/defaults.ts'
import { personalId } from '../far/directory.ts'

/** Who writes; a user of the fake is one. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly aadObjectId?: string
  readonly timezone?: string
  readonly locale?: string
}

export type Where = 'personal' | 'channel' | 'groupChat'

/** Ids and places of an activity; what is left out is of the default world. */
export interface ActivityFields {
  readonly where?: Where
  readonly user?: Person
  readonly serviceUrl?: string
  readonly appId?: string
  readonly tenant?: string
  readonly team?: { readonly id: string; readonly name?: string; readonly aadGroupId?: string }
  readonly channel?: { readonly id: string; readonly name?: string }
  /** Of a group chat or a conversation of two. */
  readonly conversation?: string
  /** The message of a channel in whose thread it is; a thread of its own unless told. */
  readonly thread?: string
  readonly replyTo?: string
  readonly id?: string
  readonly at?: Date
  /** Laid over the activity at last, object by object; lists are replaced, what is undefined is taken away. */
  readonly change?: Json
}

/** Who writes when nobody is named. */
export const somebody: Person = { id: '29:secretariat', name: 'Secretariat', aadObjectId: guid(1) }

/** What every activity has that a person caused. */
export function activity(type: string, own: Json, given: ActivityFields = {}): Json {
  const { user = somebody, appId = app.id, at = new Date(), id = nextId() } = given
  const { timezone = 'Europe/Vienna', locale = 'en-GB' } = user
  const built = {
    type,
    id,
    timestamp: at.toISOString(),
    localTimestamp: localTime(at, timezone),
    localTimezone: timezone,
    locale,
    channelId: 'msteams',
    serviceUrl: given.serviceUrl ?? nowhere,
    from: fromOf(user),
    recipient: { id: botId(appId), name: app.name },
    conversation: conversationOf(given, id),
    channelData: channelDataOf(given),
    entities: [clientInfo(locale, timezone)],
    ...(given.replyTo === undefined ? {} : { replyToId: given.replyTo }),
  }
  return merge(merge(built, own), given.change ?? {})
}

export interface Written extends ActivityFields {
  /** People who are mentioned beside the bot; a name that is not in the text as `<at>Name</at>` is put behind it. */
  readonly mentions?: readonly Person[]
  /** Whether the bot is mentioned: it is but in a conversation of two, unless told. */
  readonly mentioned?: boolean
}

/** Something that a person wrote. */
export function message(text: string, given: Written = {}): Json {
  const { where = 'personal', user = somebody, mentions = [], mentioned = where !== 'personal' } = given
  const { timezone = 'Europe/Vienna', locale = 'en-GB' } = user
  const bot: Person = { id: botId(given.appId), name: app.name }
  const behind = mentions.filter(({ name }) => !text.includes(`<at>${name}</at>`))
  const words = [text, ...behind.map(({ name }) => `<at>${name}</at>`)].join(' ')
  const all = mentioned ? [bot, ...mentions] : mentions
  const own = {
    textFormat: 'plain',
    text: mentioned ? `<at>${bot.name}</at>&nbsp;${words}` : words,
    attachments: all.length === 0 ? [] : [htmlOf(words, mentioned ? bot : undefined)],
    entities: [...all.map(mentionOf), clientInfo(locale, timezone)],
  }
  return activity('message', own, given)
}

/** A command chosen behind a slash: it and its answer are seen by the one person alone. */
export function slash(text: string, given: Written = {}): Json {
  const { change = {}, ...rest } = given
  const targeted = { recipient: { isTargeted: true } }
  return message(text, { ...rest, mentioned: false, change: merge(targeted, change) })
}

/** A button of a card that sends its data as a message. */
export function submitted(value: Json, given: ActivityFields = {}): Json {
  const { replyTo = nextId() } = given
  const channelData = { legacy: { replyToId: replyTo }, source: { name: 'message' } }
  return activity('message', { value, channelData }, { ...given, replyTo })
}

export function typing(given: ActivityFields = {}): Json {
  return activity('typing', {}, given)
}

export function messageReaction(reactions: readonly string[], given: ActivityFields = {}): Json {
  return activity('messageReaction', { reactionsAdded: reactions.map((type) => ({ type })) }, given)
}

/** `application/vnd.microsoft.meetingStart` and the like. */
export function event(name: string, value: Json = {}, given: ActivityFields = {}): Json {
  return activity('event', { name, value }, given)
}

export function fromOf({ id, name, aadObjectId }: Person): Json {
  return { id, name, ...(aadObjectId === undefined ? {} : { aadObjectId }) }
}

function conversationOf(given: ActivityFields, id: string): Json {
  const { where = 'personal', user = somebody, tenant: tenantId = app.tenant } = given
  const conversationType = where
  if (where === 'personal')
    return { conversationType, tenantId, id: given.conversation ?? personalId(user.id) }
  const room =
    where === 'channel'
      ? `${given.channel?.id ?? places.channel};messageid=${given.thread ?? id}`
      : (given.conversation ?? places.groupChat)
  return { isGroup: true, conversationType, tenantId, id: room }
}

function channelDataOf(given: ActivityFields): Json {
  const { where = 'personal', tenant = app.tenant, team, channel } = given
  if (where !== 'channel') return { tenant: { id: tenant } }
  const teamId = team?.id ?? places.team
  const channelId = channel?.id ?? places.channel
  return {
    teamsChannelId: channelId,
    teamsTeamId: teamId,
    channel: { id: channelId },
    team: { id: teamId, ...(team?.aadGroupId === undefined ? {} : { aadGroupId: team.aadGroupId }) },
    tenant: { id: tenant },
  }
}

function clientInfo(locale: string, timezone: string): Json {
  const country = locale.split('-')[1] ?? 'GB'
  return { locale, country, platform: 'Web', timezone, type: 'clientInfo' }
}

function mentionOf({ id, name }: Person): Json {
  return { type: 'mention', mentioned: { id, name }, text: `<at>${name}</at>` }
}

/** The same once more, as Teams encloses it with every message that mentions somebody. */
function htmlOf(words: string, bot: Person | undefined): Json {
  const all = bot ? `<at>${bot.name}</at>&nbsp;${words}` : words
  let item = 0
  const spans = all.replace(/<at>(.*?)<\/at>/g, (_, name: string) => {
    item += 1
    return `<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="${item - 1}">${name}</span>`
  })
  return { contentType: 'text/html', content: `<p>${spans}</p>` }
}

/** `2026-11-21T13:00:00.000+01:00`. */
function localTime(at: Date, timezone: string): string {
  const parts = offsetsIn(timezone).formatToParts(at)
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '') || '+00:00'
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(offset) ?? []
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  return `${new Date(at.getTime() + ahead * 60_000).toISOString().slice(0, -1)}${offset}`
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making one takes longer than all else in an activity. */
function offsetsIn(timezone: string): Intl.DateTimeFormat {
  const made =
    formats.get(timezone) ?? new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' })
  formats.set(timezone, made)
  return made
}

/** An id that Teams gives what is not a message. */
export function eventId(): string {
  return `f:${randomUUID()}`
}
