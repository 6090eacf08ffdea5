import { forRoom, shown, turnedAway, withFormButton } from '../../../src/chat/asking/answer.ts'
import { within } from '../../../src/chat/work/within.ts'
import type { Answer } from '../../../src/core/invocation.ts'
import { type AdapterContext, accepted, askedAgain, type Reply } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { type Origin, sourceName } from '../inbound/origin.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import { type AdmittedUser, admit } from '../people/admit.ts'
import { continueInBackground, tell } from './answer.ts'
import { formForChat, showForm } from './formsInChat.ts'

type Line = Extract<Incoming, { kind: 'line' }>

interface RoutedAnswer {
  readonly answer: Answer
  readonly route: ReplyRoute
  readonly user?: AdmittedUser
}

/** After this long, somebody in the personal chat sees that the bot is working. */
const typingMs = 1_000

/** Answers a typed line by message; if nothing could be recorded, Teams sends it again. */
export async function handleLine(context: AdapterContext, line: Line): Promise<Reply> {
  if (!called(line) || !context.unrecorded.begin(line.deliveryId)) return accepted
  const work = answer(context, line)
  const early = await within(work, context.timings.answerMs)
  if (!early) {
    // The work goes on and its answer follows; Teams hears in time that the line was accepted.
    continueInBackground(
      context,
      line.origin,
      work.then((tell) => tell?.()),
    )
    return accepted
  }
  if (!early.value) return accepted
  context.unrecorded.wait(line.deliveryId, early.value)
  return askedAgain
}

/** Answers the line. If nothing could be recorded, says nothing and resolves to a function that tells the author. */
async function answer(context: AdapterContext, line: Line): Promise<(() => Promise<void>) | undefined> {
  const { origin, deliveryId } = line
  const stopTyping = typing(context, origin)
  const turn = await take(context, line).finally(stopTyping)
  const { answer: reply, route, user } = turn
  if (reply.unrecorded) return () => tell(context, route, { message: reply.message, room: false })
  const first = reply.looked
    ? context.firstToAnswer.claimHere(deliveryId)
    : await context.firstToAnswer.claim(route.tenant, deliveryId)
  if (first) {
    const form = user && formForChat(context, reply)
    if (user && form) {
      await showForm(context, origin, user, form)
      return undefined
    }
    const whole = reply.outcome === 'asked' && reply.form ? withFormButton(reply, reply.form) : reply
    await tell(context, route, { message: shown(whole), room: forRoom(whole) })
  }
  return undefined
}

async function take(
  context: AdapterContext,
  { origin, text, files, deliveryId }: Line,
): Promise<RoutedAnswer> {
  const admitted = await admit(context, origin)
  if (admitted.kind === 'out') {
    const { why, route, unrecorded } = admitted
    return { answer: { ...turnedAway(why), ...(unrecorded ? { unrecorded } : {}) }, route }
  }
  const { speaks, route } = admitted.user
  const message = sourceName(origin, origin.activity)
  const answer = await context.host.dispatch({
    ...speaks,
    deliveryId,
    input: { kind: 'line', text: text || '/help' },
    ...(message === undefined ? {} : { message }),
    ...(files.length === 0 ? {} : { files: context.files.sent(files) }),
  })
  return { answer, route, user: admitted.user }
}

/** Whether the bot was addressed: with text before its name and none after, it was only mentioned. */
function called({ origin, before, text }: Line): boolean {
  return before === '' || origin.kind === 'personal' || /[\p{L}\p{N}]/u.test(text)
}

/** Only in the personal chat: elsewhere everybody would see the form. */
function typing(context: AdapterContext, { kind, serviceUrl, at }: Origin): () => void {
  if (kind !== 'personal') return () => undefined
  const timer = setTimeout(() => {
    context.later(
      context.connector.send({ serviceUrl, conversation: at }, { type: 'typing' }).catch(() => undefined),
    )
  }, typingMs)
  return () => clearTimeout(timer)
}
