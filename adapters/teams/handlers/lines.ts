import { forRoom, shown, turnedAway, withFormButton } from '../../../src/chat/asking/answer.ts'
import { within } from '../../../src/chat/work/within.ts'
import type { Answer } from '../../../src/core/invocation.ts'
import type { Road } from '../answers/speaker.ts'
import { again, budgetMs, type Desk, type Reply, taken } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import type { Origin } from '../inbound/origin.ts'
import { admit, type Guest } from '../people/admit.ts'
import { goOn, mayAnswer, tell } from './answer.ts'
import { formForChat, showForm } from './formsInChat.ts'

type Line = Extract<Incoming, { kind: 'line' }>

interface Turn {
  readonly answer: Answer
  readonly road: Road
  readonly guest?: Guest
}

/** After so long somebody who waits alone is shown that the bot is at it. */
const typingMs = 1_000

/** A typed line is answered by a message; where nothing could be recorded, Teams brings it again. */
export async function handleLine(desk: Desk, line: Line): Promise<Reply> {
  if (!called(line)) return taken
  const work = answer(desk, line)
  const early = await within(work, budgetMs)
  // It goes on, and its answer comes when it is there.
  if (!early) goOn(desk, line.origin, work)
  return early?.value ?? taken
}

async function answer(desk: Desk, line: Line): Promise<Reply> {
  const { origin, deliveryId } = line
  const stopTyping = typing(desk, origin)
  const turn = await take(desk, line).finally(stopTyping)
  const { answer: said, road, guest } = turn
  if (said.unrecorded) {
    await tell(desk, road, { message: said.message, room: false })
    return again
  }
  const first = said.looked ? desk.lately(deliveryId) : await mayAnswer(desk, road.tenant, deliveryId)
  if (first) {
    const form = guest && formForChat(desk, said)
    if (guest && form) {
      await showForm(desk, origin, guest, form)
      return taken
    }
    const whole = said.outcome === 'asked' && said.form ? withFormButton(said, said.form) : said
    await tell(desk, road, { message: shown(whole), room: forRoom(whole) })
  }
  return taken
}

async function take(desk: Desk, { origin, text, deliveryId }: Line): Promise<Turn> {
  const admitted = await admit(desk, origin)
  if (admitted.kind === 'out') {
    const { why, road, unrecorded } = admitted
    return { answer: { ...turnedAway(why), ...(unrecorded ? { unrecorded } : {}) }, road }
  }
  const { speaks, road } = admitted.guest
  const answer = await desk.host.dispatch({
    ...speaks,
    deliveryId,
    input: { kind: 'line', text: text || '/help' },
  })
  return { answer, road, guest: admitted.guest }
}

/** Whether the bot was spoken to: where words stand before its name and none behind it, it was only spoken of. */
function called({ origin, before, text }: Line): boolean {
  return before === '' || origin.kind === 'personal' || /[\p{L}\p{N}]/u.test(text)
}

/** Only in the personal chat: elsewhere it would be shown to all. */
function typing(desk: Desk, { kind, serviceUrl, at }: Origin): () => void {
  if (kind !== 'personal') return () => undefined
  const timer = setTimeout(() => {
    desk.later(
      desk.connector.send({ serviceUrl, conversation: at }, { type: 'typing' }).catch(() => undefined),
    )
  }, typingMs)
  return () => clearTimeout(timer)
}
