import { forRoom, shown, turnedAway, withFormButton } from '../../src/core/answer.ts'
import { findCommand } from '../../src/core/catalog.ts'
import type { Answer } from '../../src/core/invocation.ts'
import type { Block, Button, Message } from '../../src/core/message.ts'
import { within } from '../../src/core/within.ts'
import { admit, type Guest } from './admit.ts'
import { firstToSay, tell } from './answer.ts'
import { again, budgetMs, type Desk, ok, type Reply, taken } from './desk.ts'
import { cardResponse, errorResponse, messageResponse } from './dialog.ts'
import type { Incoming } from './incoming.ts'
import { operationOf } from './operations.ts'
import type { Origin } from './origin.ts'
import { plainText } from './plain.ts'
import { outgoing } from './render.ts'

type Press = Extract<Incoming, { kind: 'press' }>

/** What is done with the card in which the button stood, and what is said beside it. */
interface Outcome {
  readonly reply: Reply
  /** Where the reply comes too late, or cannot hold it. */
  readonly say?: () => Promise<void>
  /** Is said in any case. */
  readonly also?: () => Promise<void>
}

/** A press of a button is the command that it carries. */
export async function handlePress(desk: Desk, press: Press): Promise<Reply> {
  const work = act(desk, press)
  const early = await within(work, budgetMs)
  if (early) {
    const { reply, also } = early.value
    if (also) desk.later(also())
    return reply
  }
  desk.later(
    work.then(async ({ say, also }) => {
      await say?.()
      await also?.()
    }),
  )
  return press.execute ? ok(messageResponse('It takes a little longer; the answer comes by message.')) : taken
}

async function act(desk: Desk, press: Press): Promise<Outcome> {
  const { origin, data } = press
  const admitted = await admit(desk, origin)
  if (admitted.kind === 'out') {
    const { why, road, unrecorded } = admitted
    return refuse(desk, press, road, turnedAway(why), unrecorded ?? false)
  }
  const { guest } = admitted
  const pressed = await desk.carried.read(origin.tenant, data.b)
  if (!pressed) {
    const old = turnedAway('This button is too old to be understood; please type the command.')
    return refuse(desk, press, guest.road, old, false)
  }
  const changes = findCommand(desk.host.catalog, pressed.command)?.command.changes ?? false
  const deliveryId = changes && !pressed.ask ? await operationOf(desk, press) : press.deliveryId
  if (press.execute) await follow(desk, press, guest)
  const answer = await desk.host.dispatch({
    ...guest.speaks,
    deliveryId,
    input: {
      kind: 'fields',
      command: pressed.command,
      fields: pressed.values,
      confirmed: pressed.confirmed,
      ask: pressed.ask,
    },
  })
  return answered(desk, { ...press, deliveryId }, guest, answer, changes)
}

async function answered(
  desk: Desk,
  press: Press,
  guest: Guest,
  answer: Answer,
  changes: boolean,
): Promise<Outcome> {
  const { road } = guest
  if (answer.unrecorded) return refuse(desk, press, road, answer, true)
  const whole = answer.outcome === 'asked' && answer.form ? withFormButton(answer, answer.form) : answer
  const message = shown(whole)
  const room = forRoom(answer)
  const said = () => sayOnce(desk, press, () => tell(desk, road, { message, room }))
  if (!press.execute) return { reply: taken, also: said, say: said }
  const toast = ok(messageResponse(plainText(message.summary)))
  if (press.data.c !== undefined && road.kind !== 'personal') {
    const own = await ownView(desk, press, guest, message)
    if (!own) return { reply: toast, also: said, say: said }
    // What the room is to read is said there; the card shows it by itself.
    return { reply: ok(cardResponse(own)), say: said, ...(room ? { also: said } : {}) }
  }
  const replaces = road.private && answer.outcome === 'done' && changes && road.kind === 'personal'
  if (replaces && press.origin.replyTo !== undefined) return replaced(desk, press, guest, message, said)
  return { reply: toast, also: said, say: said }
}

/** In the personal chat what was pressed makes room for what came of it, now and for good. */
async function replaced(
  desk: Desk,
  press: Press,
  { road }: Guest,
  message: Message,
  said: () => Promise<void>,
): Promise<Outcome> {
  const [page, ...more] = await desk.speaker.pages(road.tenant, message)
  const id = press.origin.replyTo
  const files = message.blocks.some((one) => one.kind === 'file')
  if (!page || more.length > 0 || files || id === undefined) {
    return { reply: ok(messageResponse(plainText(message.summary))), also: said, say: said }
  }
  const put = async () => {
    const to = { serviceUrl: road.serviceUrl, conversation: road.at }
    // A message that cannot be changed any more is followed by another.
    await desk.connector.update(to, id, outgoing(page)).catch(said)
  }
  const reply = page.card ? cardResponse(page.card) : messageResponse(page.text ?? page.summary)
  return { reply: ok(reply), also: put }
}

/** Whoever presses has an own copy: the refresh that the press brings about has to know of it already. */
async function follow(desk: Desk, { origin, data }: Press, guest: Guest): Promise<void> {
  if (guest.road.kind === 'personal') return
  const now = await standing(desk, origin, data.c, guest)
  if (now) await desk.cards.viewed(now.card, now.at, origin.user.id)
}

/** The presser’s own copy of a shared card: what came of the press stands above it. */
async function ownView(desk: Desk, { origin, data }: Press, guest: Guest, said: Message) {
  const now = await standing(desk, origin, data.c, guest)
  if (!now) return undefined
  const card: Block[] = [{ kind: 'text', text: now.message.summary }, ...now.message.blocks]
  const blocks = [...said.blocks.flatMap((block) => beyond(block, card)), ...card]
  const [page, ...more] = await desk.speaker.pages(
    origin.tenant,
    { ...now.message, summary: said.summary, blocks },
    [origin.user.id],
  )
  return more.length > 0 ? undefined : page?.card
}

/** What of a block the card below it does not hold itself: its facts by their names, its buttons by what they do. */
function beyond(block: Block, card: readonly Block[]): readonly Block[] {
  if (block.kind === 'fields') {
    const told = new Set(
      card.flatMap((one) => (one.kind === 'fields' ? one.fields : [])).map(({ label }) => label),
    )
    const fields = block.fields.filter(({ label }) => !told.has(label))
    return fields.length > 0 ? [{ ...block, fields }] : []
  }
  if (block.kind !== 'buttons') return [block]
  const does = ({ command, values }: Button) => JSON.stringify([command, values])
  const there = new Set(card.flatMap((one) => (one.kind === 'buttons' ? one.buttons : [])).map(does))
  const buttons = block.buttons.filter((button) => button.confirmed || !there.has(does(button)))
  return buttons.length > 0 ? [{ ...block, buttons }] : []
}

/** A shared card that was posted in this message, as its viewer sees it. */
async function standing(desk: Desk, origin: Origin, card: string | undefined, { account }: Guest) {
  const { tenant, conversation, replyTo } = origin
  if (card === undefined || replyTo === undefined) return undefined
  const at = { tenant, conversation, activity: replyTo }
  if (!(await desk.cards.stands(card, at))) return undefined
  const message = await desk.host.card(card, account)
  return message && { card, at, message }
}

/** Somebody’s own copy of a shared card, as it stands now. */
export async function handleRefresh(
  desk: Desk,
  { origin, card }: Extract<Incoming, { kind: 'refresh' }>,
): Promise<Reply> {
  const admitted = await admit(desk, origin)
  if (admitted.kind === 'out') return ok(errorResponse(403, 'Forbidden', admitted.why))
  const now = await standing(desk, origin, card, admitted.guest)
  const pages = now ? await desk.speaker.pages(origin.tenant, now.message, [origin.user.id]) : []
  const found = pages[0]?.card
  return ok(found ? cardResponse(found) : errorResponse(404, 'NotFound', 'This card is not kept any more.'))
}

async function refuse(
  desk: Desk,
  press: Press,
  road: Guest['road'],
  answer: Answer,
  unrecorded: boolean,
): Promise<Outcome> {
  const { message } = answer
  const said = () => tell(desk, road, { message, room: false })
  if (press.execute) {
    const sentence = plainText(message.summary)
    return {
      reply: ok(unrecorded ? errorResponse(500, 'Unrecorded', sentence) : messageResponse(sentence)),
      say: said,
    }
  }
  if (unrecorded) return { reply: again, also: said, say: said }
  const once = () => sayOnce(desk, press, said)
  return { reply: taken, also: once, say: once }
}

async function sayOnce(desk: Desk, { origin, deliveryId }: Press, say: () => Promise<void>): Promise<void> {
  if (await firstToSay(desk, origin.tenant, deliveryId)) await say()
}
