import { array, type Json, object, text } from '../../../src/core/json.ts'

/** Discord's markup for mentions, commands, emoji, times, and links without a preview. */
const tokens =
  /\\(?<escaped>[!-/:-@[-`{-~])|<@!?(?<user>\d+)>|<@&(?<role>\d+)>|<#(?<channel>\d+)>|<\/(?<command>[^<>:\n]+):\d+>|<a?:(?<emoji>\w+):\d+>|<t:(?<time>-?\d+)(?::[tTdDfFsSR])?>|<(?<url>https?:\/\/[^\s<>]+)>/g

/** Names by id. */
export interface Names {
  readonly people: ReadonlyMap<string, string>
  readonly channels: ReadonlyMap<string, string>
  readonly roles: ReadonlyMap<string, string>
}

/** The text of a message as its author saw it; the text of its embeds where it has none. */
export function readMessage(message: Json): string {
  const words = text(message['content']) ?? embedTexts(message).join('\n')
  const people = namesOf(message['mentions'], personName)
  const channels = namesOf(message['mention_channels'], ({ name }) => text(name))
  return readMarkup(words, { people, channels, roles: new Map() }, true)
}

/** The ids of accounts mentioned in a typed text. */
export function mentionedIn(typed: string): readonly string[] {
  return [...typed.matchAll(/<@!?(\d+)>/g)].flatMap(([, id]) => id ?? [])
}

/** The typed text of an option as its author saw it, with these names; escapes and addresses stay. */
export function readTyped(typed: string, names: Names): string {
  return readMarkup(typed, names, false)
}

/** The names that Discord sends along with a command, from `resolved`, by id. */
export function resolvedNames(resolved: Json): Names {
  const named = (kind: string, nameOf: (one: Json) => string | undefined) => {
    const all = Object.entries(object(resolved[kind])).map(([id, one]) => ({ ...object(one), id }))
    return namesOf(all, nameOf)
  }
  const nicks = named('members', ({ nick }) => text(nick))
  return {
    people: new Map([...named('users', personName), ...nicks]),
    channels: named('channels', ({ name }) => text(name)),
    roles: named('roles', ({ name }) => text(name)),
  }
}

function readMarkup(text: string, { people, channels, roles }: Names, escapes: boolean): string {
  // In one pass: the replacement of a token may look like a token itself.
  return text.replace(tokens, (whole, ...found) => {
    const { escaped, user, channel, role, command, emoji, time, url } = object(found.at(-1))
    if (typeof escaped === 'string') return escapes ? escaped : whole
    if (typeof user === 'string') return `@${people.get(user) ?? 'user'}`
    if (typeof channel === 'string') return `#${channels.get(channel) ?? 'channel'}`
    if (typeof command === 'string') return `/${command}`
    if (typeof emoji === 'string') return `:${emoji}:`
    if (typeof time === 'string') return utc(Number(time)) ?? whole
    if (typeof url === 'string') return escapes ? url : whole
    return `@${roles.get(String(role)) ?? 'role'}`
  })
}

function namesOf(list: unknown, nameOf: (one: Json) => string | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const one of array(list).map(object)) {
    const [id, name] = [text(one['id']), nameOf(one)]
    if (id !== undefined && name !== undefined) names.set(id, name)
  }
  return names
}

function personName(user: Json): string | undefined {
  return text(user['global_name']) ?? text(user['username'])
}

/** `2026-12-12 14:30 UTC`; undefined for an invalid instant. */
function utc(seconds: number): string | undefined {
  const at = new Date(seconds * 1000)
  return Number.isNaN(at.getTime()) ? undefined : `${at.toISOString().slice(0, -8).replace('T', ' ')} UTC`
}

function embedTexts(message: Json): readonly string[] {
  return array(message['embeds'])
    .map(object)
    .flatMap((embed) => [
      text(embed['title']),
      text(embed['description']),
      ...array(embed['fields'])
        .map(object)
        .map(({ name, value }) => [text(name), text(value)].filter(Boolean).join(': ')),
    ])
    .filter((line) => line !== undefined && line !== '')
    .map(String)
}
