import type { Account } from '../../core/address.ts'
import type { Clock } from '../../core/clock.ts'
import { UserError } from '../../core/errors.ts'
import type { Answer, Invocation } from '../../core/invocation.ts'
import { type Button, block, message } from '../../core/message.ts'
import { type FollowUp, followedBy, followUpOf } from './followUp.ts'

export type Press = Pick<Button, 'label' | 'command' | 'values' | 'confirmed' | 'ask'>

/** The press of a button as an invocation in the place of the line that was typed. */
export function pressed(
  invocation: Invocation,
  { command, values, confirmed = false, ask }: Press,
): Invocation {
  return { ...invocation, input: { kind: 'fields', command, fields: values, confirmed, ...(ask && { ask }) } }
}

/** A line about what somebody saw or changed last, as `withdraw it` and `change the date to 5 May`, with its number instead. */
export type SeenLast = (invocation: Invocation, text: string) => Invocation | Promise<Invocation | UserError>

/** What may be typed after the answers of this process, by whom and where they were told. */
export interface FollowUps {
  /** What the line means after the last answer; an error that tells the buttons where they are asked for; undefined for any other line. */
  meant(key: string, invocation: Invocation, line: string): Promise<Invocation | UserError> | undefined
  answered(key: string, answer: Pick<Answer, 'message' | 'outcome' | 'form' | 'option'>): void
  /** As `answered`, where the line was refused before it was a command. */
  refused(key: string, error: UserError): void
}

export function createFollowUps({
  clock,
  askedSince,
  freshMs,
  most,
}: {
  readonly clock: Clock
  /** Whether an account asked for anything after a moment, of whichever process. */
  readonly askedSince: (account: Account, at: Date) => Promise<boolean>
  readonly freshMs: number
  /** How many answers are remembered. */
  readonly most: number
}): FollowUps {
  const known = new Map<string, FollowUp & { readonly at: Date }>()
  const answered: FollowUps['answered'] = (key, answer) => {
    known.delete(key)
    const followUp = followUpOf(answer)
    if (!followUp) return
    known.set(key, { ...followUp, at: clock.now() })
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
  }
  return {
    meant(key, invocation, line) {
      const last = known.get(key)
      if (!last || clock.now().getTime() - last.at.getTime() > freshMs) return undefined
      const found = followedBy(line, last)
      if (!found) return undefined
      return askedSince(invocation.caller, last.at).then((isOver) => {
        if (isOver) return invocation
        return found.kind === 'press' ? pressed(invocation, found.press) : toldButtons(found.buttons)
      })
    },
    answered,
    refused: (key, error) =>
      answered(key, {
        outcome: 'refused',
        message: message(error.message, block.buttons(...error.buttons)),
      }),
  }
}

function toldButtons(buttons: readonly Button[]): UserError {
  const labels = buttons.map(({ label }, at) => `${at + 1} “${label}”`)
  const example = buttons.length > 1 ? 'option 2' : 'option 1'
  return new UserError(
    `You can say the words of a button or its number, such as “${example}”: ${labels.join('; ')}.`,
    { buttons },
  )
}
