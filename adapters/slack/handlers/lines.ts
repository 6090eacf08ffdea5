import { forRoom, shown, turnedAway } from '../../../src/chat/asking/answer.ts'
import { within } from '../../../src/chat/work/within.ts'
import { commandWords } from '../../../src/core/catalog.ts'
import { pause } from '../../../src/core/clock.ts'
import type { Answer } from '../../../src/core/invocation.ts'
import { readLine } from '../../../src/core/language/read.ts'
import { missing } from '../../../src/core/language/values.ts'
import type { AdapterContext, Handled, Reply } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { mentionedUsers, readInbound as readText } from '../inbound/text.ts'
import { admit, type Guest } from '../people/admit.ts'
import { inputFiles } from '../people/files.ts'
import { inlineBody, tell } from './answer.ts'
import { openWhenAsked, type Turn } from './views.ts'

type Line = Extract<Incoming, { kind: 'line' }>

/** A typed line: a slash command, a mention, or a direct message. */
export async function handleLine(
  context: AdapterContext,
  incoming: Line,
  reply: Reply,
  lastTry: boolean,
): Promise<Handled> {
  return incoming.via === 'command'
    ? handleCommand(context, incoming, reply)
    : handleMessage(context, incoming, reply, lastTry)
}

/** The answer travels in the acknowledgement when it is ready in time, else to the address that came with it. */
async function handleCommand(context: AdapterContext, incoming: Line, reply: Reply): Promise<Handled> {
  const turn = take(context, incoming)
  const trigger = incoming.origin.trigger
  const said = openWhenAsked(context, incoming.origin, turn, {
    likely: formTitle(context, incoming),
    where: trigger === undefined ? undefined : { kind: 'open', trigger },
  })
  const early = await within(said, context.timings.answerMs)
  if (!early) {
    await reply()
    await sayLate(context, turn, await said)
    return 'done'
  }
  const answer = early.value
  const { route } = await turn
  if (!answer) {
    await reply()
    return 'done'
  }
  const telling = { message: shown(answer), room: forRoom(answer) }
  const { body, pages } = await inlineBody(context, incoming.origin.tenant, telling)
  await reply(body)
  if (pages > 1 || hasFiles(answer)) await tell(context, route, telling, 1)
  return 'done'
}

async function sayLate(
  context: AdapterContext,
  turn: Promise<Turn>,
  answer: Answer | undefined,
): Promise<void> {
  const { route } = await turn
  if (answer) await tell(context, route, { message: shown(answer), room: forRoom(answer) })
}

/** A message is answered by a message; where nothing could be recorded, Slack brings it again. */
async function handleMessage(
  context: AdapterContext,
  message: Line,
  reply: Reply,
  lastTry: boolean,
): Promise<Handled> {
  const budget = pause(context.timings.answerMs)
  const incoming = await called(context, message)
  if (!incoming) return 'done'
  const turn = await take(context, incoming)
  const { answer, route } = turn
  if (answer.unrecorded && !lastTry) return 'again'
  // Where the app is not installed there is no way to speak.
  if (!route.clients) return 'done'
  if (!(await isFirst(context, answer, route.tenant, incoming.deliveryId))) return 'done'
  const wanted = await openWhenAsked(context, incoming.origin, Promise.resolve(turn), {
    likely: undefined,
    where: undefined,
  })
  if (!wanted) return 'done'
  // What was done is acknowledged in time: in a busy channel the answer may wait long for its turn.
  const telling = tell(context, route, { message: shown(wanted), room: forRoom(wanted) })
  await Promise.race([telling, budget])
  await reply()
  await telling
  return 'done'
}

/** Whether this copy of the event is the one to answer. */
async function isFirst(
  { firstToAnswer }: AdapterContext,
  { looked, unrecorded }: Answer,
  tenant: string,
  deliveryId: string,
): Promise<boolean> {
  if (unrecorded) return true
  return looked ? firstToAnswer.claimHere(deliveryId) : firstToAnswer.claim(tenant, deliveryId)
}

async function take(context: AdapterContext, incoming: Line): Promise<Turn> {
  const admitted = await admit(context, incoming.origin)
  if (admitted.kind === 'out') {
    const { why, route, unrecorded } = admitted
    return { answer: { ...turnedAway(why), ...(unrecorded ? { unrecorded } : {}) }, route }
  }
  const { guest } = admitted
  const answer = await context.host.dispatch({
    ...guest.speaks,
    deliveryId: incoming.deliveryId,
    input: { kind: 'line', text: await typedLine(context, incoming, guest) },
    ...(incoming.files ? { files: await inputFiles(context, guest, incoming.files) } : {}),
  })
  return { answer, guest, route: guest.route }
}

/** What was typed, as one line of the grammar: people by their names, commands without the prefix. */
async function typedLine(context: AdapterContext, { command, text }: Line, guest: Guest): Promise<string> {
  const names = await namesIn(context, text, guest)
  const plain = readText(text, (kind, id, label) =>
    kind === 'user' ? (names.get(id) ?? label ?? 'somebody') : `#${label ?? id}`,
  ).trim()
  if (command !== undefined) return `/${withoutPrefix(context, command)} ${plain}`
  return plain.replace(/^\/?(\S+)/, (_, word: string) => withoutPrefix(context, word)) || '/help'
}

/**
 * A message without the mention by which the bot was called; undefined where somebody only spoke of it. What a
 * slash command holds stays as it is: there a mention of the bot is one like any other.
 */
async function called(context: AdapterContext, incoming: Line): Promise<Line | undefined> {
  const installation = await context.installations.forOrigin(incoming.origin)
  if (!installation) return incoming
  const mention = `<@${installation.botUserId}(?:\\|[^>]*)?>\\s*[:,;.–—-]*\\s*`
  if (incoming.via === 'direct') {
    return { ...incoming, text: incoming.text.replace(new RegExp(`^\\s*${mention}`), '') }
  }
  const [, before = '', text = ''] = new RegExp(`^(.*?)${mention}(.*)$`, 's').exec(incoming.text) ?? [
    '',
    '',
    incoming.text,
  ]
  return before.trim() === '' || beginsWithFeature(context, text) ? { ...incoming, text } : undefined
}

function beginsWithFeature(context: AdapterContext, text: string): boolean {
  const word = withoutPrefix(context, /^\/?(\S+)/.exec(text)?.[1]?.toLowerCase() ?? '')
  return context.host.catalog.some(({ name, aliases }) => [name, ...(aliases ?? [])].includes(word))
}

/** The directory’s names of mentioned accounts, else Slack’s. */
export async function namesIn(
  context: AdapterContext,
  said: string,
  guest: Guest,
): Promise<ReadonlyMap<string, string>> {
  const { tenant } = guest.account
  const users = [...new Set(mentionedUsers(said))].slice(0, 20)
  const names = await Promise.all(
    users.map(async (user) => {
      const linked = await context.host.nameOf({ platform: 'slack', tenant, account: user })
      if (linked !== undefined) return [user, linked] as const
      const known = await context.people.of(tenant, user, guest.clients).catch(() => undefined)
      return [user, known?.name ?? 'somebody'] as const
    }),
  )
  return new Map(names)
}

function withoutPrefix(context: AdapterContext, command: string): string {
  const { prefix } = context.settings
  return prefix !== '' && command.startsWith(prefix) ? command.slice(prefix.length) : command
}

/** The title of the form that a typed command will ask for, as far as its words alone tell. */
function formTitle(context: AdapterContext, { command, text }: Line): string | undefined {
  try {
    const typed = readLine(context.host.catalog, `/${withoutPrefix(context, command ?? '')} ${text}`)
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
