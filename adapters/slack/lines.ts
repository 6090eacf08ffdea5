import { commandWords } from '../../src/core/catalog.ts'
import type { Answer } from '../../src/core/invocation.ts'
import { readLine } from '../../src/core/read.ts'
import { missing } from '../../src/core/values.ts'
import { admit, type Guest } from './admit.ts'
import { firstToSay, forRoom, inlineBody, shown, tell, turnedAway } from './answer.ts'
import { budgetMs, type Desk, type Handled, type Reply, within } from './desk.ts'
import { mentionedUsers, readInbound as readText } from './escape.ts'
import type { Incoming } from './incoming.ts'
import { openWhenAsked, type Turn } from './modal.ts'

type Line = Extract<Incoming, { kind: 'line' }>

/** A typed line: a slash command, a mention, or a direct message. */
export async function handleLine(
  desk: Desk,
  incoming: Line,
  reply: Reply,
  lastTry: boolean,
): Promise<Handled> {
  return incoming.via === 'command'
    ? handleCommand(desk, incoming, reply)
    : handleMessage(desk, incoming, lastTry)
}

/** The answer travels in the acknowledgement when it is ready in time, else to the address that came with it. */
async function handleCommand(desk: Desk, incoming: Line, reply: Reply): Promise<Handled> {
  const turn = take(desk, incoming).then((taken) => taken ?? nothingAsked(desk, incoming))
  const trigger = incoming.origin.trigger
  const said = openWhenAsked(desk, incoming.origin, turn, {
    likely: formTitle(desk, incoming),
    where: trigger === undefined ? undefined : { kind: 'open', trigger },
  })
  const early = await within(said, budgetMs)
  if (!early) {
    await reply()
    await sayLate(desk, turn, await said)
    return 'done'
  }
  const answer = early.value
  const { road } = await turn
  if (!answer) {
    await reply()
    return 'done'
  }
  const telling = { message: shown(answer), room: forRoom(answer) }
  const { body, pages } = await inlineBody(desk, incoming.origin.tenant, telling)
  await reply(body)
  if (pages > 1 || hasFiles(answer)) await tell(desk, road, telling, 1)
  return 'done'
}

/** A slash command always asks something. */
function nothingAsked(_desk: Desk, { command }: Line): never {
  throw new Error(`/${command} was taken for a mention`)
}

async function sayLate(desk: Desk, turn: Promise<Turn>, answer: Answer | undefined): Promise<void> {
  const { road } = await turn
  if (answer) await tell(desk, road, { message: shown(answer), room: forRoom(answer) })
}

/** A message is answered by a message; where nothing could be recorded, Slack brings it again. */
async function handleMessage(desk: Desk, incoming: Line, lastTry: boolean): Promise<Handled> {
  const turn = await take(desk, incoming)
  if (!turn) return 'done'
  const { answer, road } = turn
  if (answer.unrecorded && !lastTry) return 'again'
  // Where the app is not installed there is no way to speak.
  if (!road.clients) return 'done'
  if (!answer.unrecorded && !(await firstToSay(desk, road.tenant, incoming.deliveryId))) return 'done'
  const wanted = await openWhenAsked(desk, incoming.origin, Promise.resolve(turn), {
    likely: undefined,
    where: undefined,
  })
  if (wanted) await tell(desk, road, { message: shown(wanted), room: forRoom(wanted) })
  return 'done'
}

/** Undefined where nothing was asked. */
async function take(desk: Desk, incoming: Line): Promise<Turn | undefined> {
  const admitted = await admit(desk, incoming.origin)
  if (admitted.kind === 'out') {
    const { why, road, unrecorded } = admitted
    return { answer: { ...turnedAway(why), ...(unrecorded ? { unrecorded } : {}) }, road }
  }
  const { guest } = admitted
  const text = await typedLine(desk, incoming, guest)
  if (text === undefined) return undefined
  const answer = await desk.host.dispatch({
    ...guest.speaks,
    deliveryId: incoming.deliveryId,
    input: { kind: 'line', text },
  })
  return { answer, guest, road: guest.road }
}

/**
 * What was typed, as one line of the grammar: names for mentions, without the bot’s own. Undefined where somebody
 * only spoke of the bot.
 */
async function typedLine(desk: Desk, incoming: Line, guest: Guest): Promise<string | undefined> {
  const { before, said } = afterMention(incoming, guest.installation.botUserId)
  const names = await namesIn(desk, said, guest)
  const plain = readText(said, (kind, id, label) =>
    kind === 'user' ? (names.get(id) ?? label ?? 'somebody') : `#${label ?? id}`,
  ).trim()
  if (incoming.command !== undefined) return `/${withoutPrefix(desk, incoming.command)} ${plain}`
  const typed = plain.replace(/^\/?(\S+)/, (_, word: string) => withoutPrefix(desk, word))
  if (before.trim() !== '' && !beginsWithFeature(desk, typed)) return undefined
  return typed === '' ? '/help' : typed
}

/** What follows the bot’s mention, and what stands before it; all of it where there is none. */
function afterMention({ text, via }: Line, bot: string): { readonly before: string; readonly said: string } {
  const [before = '', ...rest] = text.split(new RegExp(`<@${bot}(?:\\|[^>]*)?>`))
  if (rest.length === 0) return { before: '', said: text }
  const said = rest.join(' ').replace(/^\s*[:,;.–—-]+\s*/, '')
  // In a conversation with the bot alone everything is said to it.
  return via === 'direct' ? { before: '', said: `${before} ${said}` } : { before, said }
}

function beginsWithFeature({ host }: Desk, typed: string): boolean {
  const word = /^\/?(\S+)/.exec(typed)?.[1]?.toLowerCase()
  return host.catalog.some(({ name, aliases }) => [name, ...(aliases ?? [])].includes(word ?? ''))
}

/** The directory’s names of mentioned accounts, else Slack’s. */
export async function namesIn(desk: Desk, said: string, guest: Guest): Promise<ReadonlyMap<string, string>> {
  const { tenant } = guest.account
  const users = [...new Set(mentionedUsers(said))].slice(0, 20)
  const names = await Promise.all(
    users.map(async (user) => {
      const linked = await desk.host.nameOf({ platform: 'slack', tenant, account: user })
      if (linked !== undefined) return [user, linked] as const
      const known = await desk.people.of(tenant, user, guest.clients).catch(() => undefined)
      return [user, known?.name ?? 'somebody'] as const
    }),
  )
  return new Map(names)
}

function withoutPrefix(desk: Desk, command: string): string {
  const { prefix } = desk.settings
  return prefix !== '' && command.startsWith(prefix) ? command.slice(prefix.length) : command
}

/** The title of the form that a typed command will ask for, as far as its words alone tell. */
function formTitle(desk: Desk, { command, text }: Line): string | undefined {
  try {
    const typed = readLine(desk.host.catalog, `/${withoutPrefix(desk, command ?? '')} ${text}`)
    if (typed.kind !== 'command' || missing(typed.command.options, typed.fields).length === 0)
      return undefined
    return `/${commandWords(typed.feature, typed.command)}`
  } catch {
    // Whatever is wrong with the line is said by the one who reads it for good.
    return undefined
  }
}

function hasFiles({ message }: Answer): boolean {
  return message.blocks.some((one) => one.kind === 'file')
}
