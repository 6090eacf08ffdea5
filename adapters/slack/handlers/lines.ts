import { forRoom, shown, turnedAway } from '../../../src/chat/asking/answer.ts'
import { fileAlone } from '../../../src/chat/asking/fileAlone.ts'
import { within } from '../../../src/chat/work/within.ts'
import { idlePause } from '../../../src/core/clock.ts'
import type { Answer, Invocation } from '../../../src/core/invocation.ts'
import type { AdapterContext, EventOutcome, Reply } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { messageName } from '../inbound/messageName.ts'
import { admit } from '../people/admit.ts'
import { inputFiles } from '../people/files.ts'
import { inlineBody, tell } from './answer.ts'
import { addressedLine, readAhead, titleOfForm, typedLine, withCommand } from './typedLine.ts'
import { openWhenAsked, type RoutedAnswer } from './views.ts'

type Line = Extract<Incoming, { kind: 'line' }>

/** A typed line: a slash command, a mention, or a direct message. */
export async function handleLine(
  context: AdapterContext,
  incoming: Line,
  reply: Reply,
  lastTry: boolean,
): Promise<EventOutcome> {
  return incoming.via === 'command'
    ? handleCommand(context, incoming, reply)
    : handleMessage(context, incoming, reply, lastTry)
}

/** The answer goes into the acknowledgement when it is ready in time, else to the response URL. */
async function handleCommand(context: AdapterContext, incoming: Line, reply: Reply): Promise<EventOutcome> {
  const line = withCommand(context, incoming)
  const read = readAhead(context, line)
  const turn = take(context, line, read)
  const trigger = incoming.origin.trigger
  const said = openWhenAsked(context, incoming.origin, turn, {
    likely: titleOfForm(read),
    where: trigger === undefined ? undefined : { kind: 'open', trigger },
  })
  // Its page takes time as well, and Slack waits for both.
  const inline = said.then((answer) => answer && pageOf(context, incoming, answer))
  const early = await within(inline, context.timings.answerMs)
  if (!early) {
    await reply()
    await sayLate(context, turn, await said)
    return 'done'
  }
  await reply(early.value?.body)
  if (early.value?.more) await tell(context, (await turn).route, early.value.telling, 1)
  return 'done'
}

/** The first page of an answer, and whether there is more of it. */
async function pageOf(context: AdapterContext, { origin }: Line, answer: Answer) {
  const telling = { message: shown(answer), room: forRoom(answer) }
  const { body, pages } = await inlineBody(context, origin.tenant, telling)
  return { telling, body, more: pages > 1 || hasFiles(answer) }
}

async function sayLate(
  context: AdapterContext,
  turn: Promise<RoutedAnswer>,
  answer: Answer | undefined,
): Promise<void> {
  const { route } = await turn
  if (answer) await tell(context, route, { message: shown(answer), room: forRoom(answer) })
}

/** A message is answered by a message; if nothing could be recorded, Slack sends the event again. */
async function handleMessage(
  context: AdapterContext,
  message: Line,
  reply: Reply,
  lastTry: boolean,
): Promise<EventOutcome> {
  const budget = idlePause(context.timings.answerMs)
  if (!context.unrecorded.begin(message.deliveryId)) return 'done'
  const incoming = await addressedLine(context, message)
  if (!incoming) return 'done'
  const turn = await take(context, incoming)
  const { answer, route } = turn
  if (answer.unrecorded && !lastTry) {
    context.unrecorded.wait(message.deliveryId, () =>
      tell(context, route, { message: shown(answer), room: false }),
    )
    return 'again'
  }
  // Where the app is not installed, the bot cannot reply.
  if (!route.clients) return 'done'
  if (!(await isFirst(context, answer, route.tenant, incoming.deliveryId))) return 'done'
  const wanted = await openWhenAsked(context, incoming.origin, Promise.resolve(turn), {
    likely: undefined,
    where: undefined,
  })
  if (!wanted) return 'done'
  // The command is done, so Slack is told in time: in a busy channel the answer itself may be held back by rate limits.
  const telling = tell(context, route, { message: shown(wanted), room: forRoom(wanted) })
  await Promise.race([telling, budget])
  await reply()
  await telling
  return 'done'
}

/** Whether this process answers this copy of the event. */
async function isFirst(
  { firstToAnswer }: AdapterContext,
  { looked, unrecorded }: Answer,
  tenant: string,
  deliveryId: string,
): Promise<boolean> {
  if (unrecorded) return true
  return looked ? firstToAnswer.claimHere(deliveryId) : firstToAnswer.claim(tenant, deliveryId)
}

async function take(
  context: AdapterContext,
  incoming: Line,
  read?: Invocation['read'],
): Promise<RoutedAnswer> {
  const admitted = await admit(context, incoming.origin)
  if (admitted.kind === 'out') {
    const { why, route, unrecorded } = admitted
    return { answer: { ...turnedAway(why), ...(unrecorded ? { unrecorded } : {}) }, route }
  }
  const { user } = admitted
  if (incoming.files && incoming.text.trim() === '') {
    return { answer: { outcome: 'refused', audience: 'caller', message: fileAlone }, route: user.route }
  }
  const answer = await context.host.dispatch({
    ...user.speaks,
    deliveryId: incoming.deliveryId,
    input: { kind: 'line', text: await typedLine(context, incoming, user) },
    ...(read ? { read } : {}),
    ...messageOf(incoming),
    ...(incoming.files ? { files: await inputFiles(context, user, incoming.files) } : {}),
  })
  return { answer, user, route: user.route }
}

function messageOf({ ts, origin: { channel } }: Line): Pick<Invocation, 'message'> {
  return ts === undefined || channel === undefined ? {} : { message: messageName(channel, ts) }
}

function hasFiles({ message }: Answer): boolean {
  return message.blocks.some((one) => one.kind === 'file')
}
