import type { Clock } from '../../core/clock.ts'
import { UserError } from '../../core/errors.ts'
import type { Answer, Invocation } from '../../core/invocation.ts'
import type { Button } from '../../core/message.ts'

/** Turns the page of a list that was the last answer to somebody where they are, as “next” and “more” mean it. */
export interface Pages {
  /** The same, or the press of the button that turns the page; an error where the list has ended. */
  meant(invocation: Invocation): Invocation | UserError
  /** Notes what was answered last. */
  answered(invocation: Invocation, answer: Pick<Answer, 'message'>): void
}

/** A list that was read longer ago is not gone on with. */
const keptMs = 30 * 60_000
/** How many lists a process remembers. */
const most = 5_000

export function createPages(clock: Clock): Pages {
  const known = new Map<string, { readonly turn: Button | undefined; readonly at: number }>()
  return {
    meant(invocation) {
      const { input } = invocation
      if (input.kind !== 'line' || !/^\s*\/?(?:next|more)(?: page)?[.!]?\s*$/i.test(input.text))
        return invocation
      const list = known.get(keyOf(invocation))
      if (!list || clock.now().getTime() - list.at > keptMs) return invocation
      if (!list.turn)
        return new UserError('That was the last page. The next item of a meeting is /meeting next.')
      const { command, values } = list.turn
      return { ...invocation, input: { kind: 'fields', command, fields: values } }
    },
    answered(invocation, { message: { blocks } }) {
      const key = keyOf(invocation)
      known.delete(key)
      const buttons = blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
      const turn = buttons.find(({ label, ask }) => /^Next(?: page)?$/.test(label) && !ask)
      if (!turn && !buttons.some(({ label }) => /^Previous(?: page)?$/.test(label))) return
      known.set(key, { turn, at: clock.now().getTime() })
      const [oldest] = known.keys()
      if (known.size > most && oldest !== undefined) known.delete(oldest)
    },
  }
}

function keyOf({ caller, place }: Invocation): string {
  return JSON.stringify([caller.platform, caller.tenant, caller.account, place.channel])
}
