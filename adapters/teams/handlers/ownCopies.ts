import type { Json } from '../../../src/core/json.ts'
import type { Block, Button, Message } from '../../../src/core/message.ts'
import { cardResponse, errorResponse } from '../answers/responses.ts'
import { type AdapterContext, ok, type Reply } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import type { Origin } from '../inbound/origin.ts'
import { admit, type Guest } from '../people/admit.ts'

type Press = Extract<Incoming, { kind: 'press' }>

/** Whoever presses has an own copy: the refresh that the press brings about has to know of it already. */
export async function followCard(
  context: AdapterContext,
  { origin, data }: Press,
  guest: Guest,
): Promise<void> {
  if (guest.route.kind === 'personal') return
  const now = await standing(context, origin, data.c, guest)
  if (now) await context.cards.viewed(now.card, now.at, origin.user.id)
}

/** The presser’s own copy of a shared card: what came of the press stands above it. */
export async function ownCopy(
  context: AdapterContext,
  { origin, data }: Press,
  guest: Guest,
  said: Message,
): Promise<Json | undefined> {
  const now = await standing(context, origin, data.c, guest)
  if (!now) return undefined
  const card: Block[] = [{ kind: 'text', text: now.message.summary }, ...now.message.blocks]
  const blocks = [...said.blocks.flatMap((block) => beyond(block, card)), ...card]
  const [page, ...more] = await context.speaker.pages(
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
async function standing(
  context: AdapterContext,
  origin: Origin,
  card: string | undefined,
  { account }: Guest,
) {
  const { tenant, conversation, replyTo } = origin
  if (card === undefined || replyTo === undefined) return undefined
  const at = { tenant, conversation, activity: replyTo }
  if (!(await context.cards.stands(card, at))) return undefined
  const message = await context.host.card(card, account)
  return message && { card, at, message }
}

/** Somebody’s own copy of a shared card, as it stands now. */
export async function handleRefresh(
  context: AdapterContext,
  { origin, card }: Extract<Incoming, { kind: 'refresh' }>,
): Promise<Reply> {
  const admitted = await admit(context, origin)
  if (admitted.kind === 'out') return ok(errorResponse(403, 'Forbidden', admitted.why))
  const now = await standing(context, origin, card, admitted.guest)
  const pages = now ? await context.speaker.pages(origin.tenant, now.message, [origin.user.id]) : []
  const found = pages[0]?.card
  return ok(found ? cardResponse(found) : errorResponse(404, 'NotFound', 'This card is not kept any more.'))
}
