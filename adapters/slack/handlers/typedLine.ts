import { orUserError, UserError } from '../../../src/core/errors.ts'
import type { Invocation } from '../../../src/core/invocation.ts'
import { readLine } from '../../../src/core/language/readLine.ts'
import { missing } from '../../../src/core/language/readValues.ts'
import { formTitle } from '../../../src/core/language/verbs/formTitle.ts'
import type { Clients } from '../api/clients.ts'
import type { AdapterContext } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { mentionedUsers, readText } from '../inbound/text.ts'
import type { AdmittedUser } from '../people/admit.ts'

type Line = Extract<Incoming, { kind: 'line' }>

/** A slash command as one line, without the command's prefix. */
export function withCommand(context: AdapterContext, line: Line): Line {
  return { ...line, text: `/${withoutPrefix(context, line.command ?? '')} ${line.text}` }
}

/** The typed text as one line of the grammar: people by their names, commands without the prefix. */
export async function typedLine(
  context: AdapterContext,
  { command, text }: Line,
  user: AdmittedUser,
): Promise<string> {
  const plain = withNames(text, await namesIn(context, text, user))
  if (command !== undefined) return plain
  return plain.replace(/^\/?(\S+)/, (_, word: string) => withoutPrefix(context, word)) || '/help'
}

function withNames(text: string, names: ReadonlyMap<string, string>): string {
  return readText(text, (kind, id, label) =>
    kind === 'user' ? (names.get(id) ?? label ?? 'somebody') : `#${label ?? id}`,
  ).trim()
}

/**
 * A message without the mention that addressed the bot; undefined where somebody only talked about the bot. The text of
 * a slash command stays as it is: there, a mention of the bot is like any other.
 */
export async function addressedLine(context: AdapterContext, incoming: Line): Promise<Line | undefined> {
  const installation = await context.installations.forOrigin(incoming.origin)
  if (!installation) return incoming
  const parted = partMention(incoming.text, installation.botUserId)
  if (!parted) return incoming
  const { before, after } = parted
  const begins = before.trim() === ''
  if (incoming.via === 'direct') return begins ? { ...incoming, text: after } : incoming
  return begins || beginsWithFeature(context, after) ? { ...incoming, text: after } : undefined
}

/** What stands before and behind the first mention of the bot, and the sign that ends it; undefined where it is not mentioned. */
function partMention(
  text: string,
  bot: string,
): { readonly before: string; readonly after: string } | undefined {
  const found = new RegExp(`<@${bot}(?:\\|[^<>]{0,200})?>\\s*[:,;.–—-]*`).exec(text)
  return found
    ? { before: text.slice(0, found.index), after: text.slice(found.index + found[0].length).trimStart() }
    : undefined
}

/** A text without what stands before and in the first mention of the bot. */
export function withoutMention(text: string, bot: string): string {
  return partMention(text, bot)?.after ?? text
}

function beginsWithFeature(context: AdapterContext, text: string): boolean {
  const word = withoutPrefix(context, /^\/?(\S+)/.exec(text)?.[1]?.toLowerCase() ?? '')
  return context.host.catalog.some(({ name, aliases }) => [name, ...(aliases ?? [])].includes(word))
}

/** The names of mentioned accounts: the directory’s where known, else Slack’s. */
export async function namesIn(
  context: AdapterContext,
  text: string,
  user: AdmittedUser,
): Promise<ReadonlyMap<string, string>> {
  return namesOfUsers(context, text, { tenant: user.account.tenant, clients: user.clients })
}

export async function namesOfUsers(
  context: AdapterContext,
  text: string,
  { tenant, clients }: { readonly tenant: string; readonly clients: Clients },
): Promise<ReadonlyMap<string, string>> {
  const users = mentionedUsers(text).slice(0, 20)
  const names = await Promise.all(
    users.map(async (user) => {
      const linked = await context.host.nameOf({ platform: 'slack', tenant, account: user })
      if (linked !== undefined) return [user, linked] as const
      const known = await context.people.of(tenant, user, clients).catch(() => undefined)
      return [user, known?.name ?? 'somebody'] as const
    }),
  )
  return new Map(names)
}

function withoutPrefix(context: AdapterContext, command: string): string {
  const { prefix } = context.settings
  return prefix !== '' && command.startsWith(prefix) ? command.slice(prefix.length) : command
}

/**
 * The line of a slash command, read before the caller is known; undefined where it mentions people whose names must be
 * looked up.
 */
export function readAhead({ host }: AdapterContext, { text }: Line): Invocation['read'] {
  if (mentionedUsers(text).length > 0) return undefined
  return orUserError(() => readLine(host.catalog, withNames(text, new Map())))
}

/** The title of the form that a line will open, where a required option is missing. */
export function titleOfForm(read: Invocation['read']): string | undefined {
  if (!read || read instanceof UserError || read.kind !== 'command') return undefined
  if (missing(read.command.options, read.fields).length === 0) return undefined
  return formTitle(read.feature, read.command).title
}
