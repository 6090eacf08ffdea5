import { cardBlocks } from '../../../src/chat/render/cardBlocks.ts'
import type { Json } from '../../../src/core/json.ts'
import type { Block, Button, Message } from '../../../src/core/message.ts'
import { cardResponse, errorResponse } from '../answers/responses.ts'
import type { StandingCard } from '../answers/speaker.ts'
import { type AdapterContext, ok, type Reply } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import type { Origin } from '../inbound/origin.ts'
import { type AdmittedUser, admit } from '../people/admit.ts'

type Press = Extract<Incoming, { kind: 'press' }>

/** A shared card, and the message that holds it. */
interface CardAt {
  readonly card: string
  readonly at: StandingCard
}

/**
 * Records that the presser has a copy of their own, before the refresh that the press causes needs to know. Undefined
 * where the button is not on a shared card.
 */
export async function followCard(
  context: AdapterContext,
  { origin, data }: Press,
  user: AdmittedUser,
): Promise<CardAt | undefined> {
  if (user.route.kind === 'personal') return undefined
  const found = await standing(context, origin, data.c)
  if (found) await context.cards.viewed(found.card, found.at, origin.user.id)
  return found
}

/** The presser’s own copy of a shared card, below the result of the press. */
export async function ownCopy(
  context: AdapterContext,
  { origin }: Press,
  user: AdmittedUser,
  followed: CardAt | undefined,
  message: Message,
): Promise<Json | undefined> {
  const now = followed && (await context.host.card(followed.card, user.account))
  if (!now) return undefined
  const card = cardBlocks(now)
  const blocks = [...message.blocks.flatMap((block) => beyond(block, card)), ...card]
  const [page, ...more] = await context.speaker.pages(
    origin.tenant,
    { summary: message.summary, blocks, card: followed.card },
    [origin.user.id],
  )
  return more.length > 0 ? undefined : page?.card
}

/** The parts of a block that the card below does not repeat: facts compared by name, buttons by action. */
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

/** The shared card posted in this message; the data in a press proves nothing. */
async function standing(
  context: AdapterContext,
  { tenant, conversation, replyTo }: Origin,
  card: string | undefined,
): Promise<CardAt | undefined> {
  if (card === undefined || replyTo === undefined) return undefined
  const at = { tenant, conversation, activity: replyTo }
  return (await context.cards.stands(card, at)) ? { card, at } : undefined
}

/** Shows somebody their own, current copy of a shared card. */
export async function handleRefresh(
  context: AdapterContext,
  { origin, card }: Extract<Incoming, { kind: 'refresh' }>,
): Promise<Reply> {
  const admitted = await admit(context, origin)
  if (admitted.kind === 'out') return ok(errorResponse(403, 'Forbidden', admitted.why))
  const found = await standing(context, origin, card)
  const now = found && (await context.host.card(found.card, admitted.user.account))
  const [page] = now ? await context.speaker.pages(origin.tenant, now, [origin.user.id]) : []
  return ok(page?.card ? cardResponse(page.card) : errorResponse(404, 'NotFound', gone))
}

const gone = 'This card is no longer kept up to date.'
