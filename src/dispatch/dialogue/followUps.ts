import { randomUUID } from 'node:crypto'

import type { Account } from '../../core/address.ts'
import type { Clock } from '../../core/clock.ts'
import { UserError } from '../../core/errors.ts'
import { type Answer, type Invocation, withInput } from '../../core/invocation.ts'
import { answerIn } from '../../core/language/sentences/assent.ts'
import { whicheverWaits } from '../../core/language/trailing/answers.ts'
import { type Button, block, message } from '../../core/message.ts'
import { type FollowUp, followedBy, followUpOf, nothingOpen } from './followUp.ts'
import { answerShown, asksAboutInvitation, assentedTo, forInvitation } from './loneAnswer.ts'

export type Press = Pick<Button, 'label' | 'command' | 'values' | 'confirmed' | 'ask'>

/** The invocation with the press of a button in the place of its typed line. */
export function pressed(
  invocation: Invocation,
  { command, values, confirmed = false, ask }: Press,
): Invocation {
  return withInput(invocation, { kind: 'fields', command, fields: values, confirmed, ...(ask && { ask }) })
}

/** Puts the number of the record seen or changed last into a line that leaves it out: `withdraw it`, `change the date to 5 May`. */
export type SeenLast = (invocation: Invocation, text: string) => Invocation | Promise<Invocation | UserError>

/** What may be typed after the answers of this process; keys are those of `readerKey`. */
export interface FollowUps {
  /** What the line means after the last answer; an error that lists the buttons if they are asked for; undefined for any other line. */
  meant(key: string, invocation: Invocation, line: string): Promise<Invocation | UserError> | undefined
  /** The same after an answer that another process may have given. */
  meantAfter(
    last: Answered,
    key: string,
    invocation: Invocation,
    line: string,
  ): Promise<Invocation | UserError> | undefined
  /**
   * What a yes or a no means that presses no button of the last answer: right after a question or a refusal that offers
   * something it answers no invitation, nor does an `ok` after any refusal. Right after an answer that shows one meeting
   * with its Yes and No it is for that. After any other answer it is asked whether it is for the invitation that waits,
   * unless somebody was written to about a meeting since.
   */
  assented(
    last: Answered | undefined,
    invocation: Invocation,
    line: string,
    said: 'yes' | 'no',
  ): Promise<Invocation | UserError>
  /** What this process answered last. */
  last(key: string): Answered | undefined
  answered(key: string, answer: Pick<Answer, 'message' | 'outcome' | 'form' | 'option'>): void
  /** As `answered`, where the line was refused before it was a command. */
  refused(key: string, error: UserError): void
}

/** An answer, and when it was given, in milliseconds. */
export type Answered = FollowUp & { readonly at: number }

/** A line that pressed a button, and what it asked for. */
interface Line {
  readonly line: string
  readonly deliveryId: string
  readonly at: Date
  readonly invocation: Invocation
}

/** The same line so soon again was sent twice, and is no second press. */
const twiceMs = 2_000

export interface FollowUpDependencies {
  readonly clock: Clock
  /** Whether an account asked for anything after a moment, of whichever process. */
  readonly askedSince: (account: Account, at: Date) => Promise<boolean>
  /** Whether something about a meeting was delivered to whoever uses an account after a moment. */
  readonly invitedSince: (invocation: Invocation, at: Date) => Promise<boolean>
  readonly freshMs: number
  /** How many answers are remembered. */
  readonly most: number
}

export function createFollowUps({
  clock,
  askedSince,
  invitedSince,
  freshMs,
  most,
}: FollowUpDependencies): FollowUps {
  const known = new Map<string, Answered>()
  const followed = new Map<string, Line>()
  /** The same line of just before, so that its press acts once. */
  function asBefore(key: string, { deliveryId }: Invocation, line: string): Line | undefined {
    const last = followed.get(key)
    const isSame =
      last?.line === line &&
      (last.deliveryId === deliveryId || clock.now().getTime() - last.at.getTime() <= twiceMs)
    return isSame ? last : undefined
  }
  const answered: FollowUps['answered'] = (key, answer) => {
    bounded(known, key, { ...(followUpOf(answer) ?? nothingOpen), at: clock.now().getTime() }, most)
  }
  const isFresh = ({ at }: Answered) => clock.now().getTime() - at <= freshMs
  const meantAfter: FollowUps['meantAfter'] = (last, key, invocation, line) => {
    if (!isFresh(last)) return undefined
    const found = followedBy(line, last)
    if (!found) return undefined
    const { deliveryId = randomUUID() } = invocation
    const meant =
      found.kind === 'press'
        ? pressed({ ...invocation, deliveryId }, found.press)
        : found.kind === 'all'
          ? oneAtATime(found.buttons)
          : listButtons(found.buttons)
    // Before the store is asked, since the same line may come meanwhile.
    if (!(meant instanceof UserError))
      bounded(followed, key, { line, deliveryId, at: clock.now(), invocation: meant }, most)
    return askedSince(invocation.caller, new Date(last.at)).then((isOver) => {
      if (isOver) followed.delete(key)
      return isOver ? invocation : meant
    })
  }
  return {
    meant(key, invocation, line) {
      const before = asBefore(key, invocation, line)
      if (before) return Promise.resolve(before.invocation)
      const last = known.get(key)
      return last && meantAfter(last, key, invocation, line)
    },
    meantAfter,
    last: (key) => known.get(key),
    async assented(last, invocation, line, said) {
      const fresh = last && isFresh(last) ? last : undefined
      const at = new Date(fresh?.at ?? clock.now().getTime() - freshMs)
      const askedLater = await askedSince(invocation.caller, at)
      const directlyBefore = askedLater ? undefined : fresh
      const answer = directlyBefore && assentedTo(line, said, directlyBefore)
      if (answer) return answer
      // No other process has answered lately either; “never mind” answers no invitation.
      if ((!directlyBefore && !askedLater) || answerIn(line) === undefined) return invocation
      if (await invitedSince(invocation, at)) return invocation
      const shown = directlyBefore && answerShown(directlyBefore, said)
      if (shown) return pressed(invocation, shown)
      return directlyBefore && asksAboutInvitation(directlyBefore)
        ? invocation
        : pressed(invocation, { ...forInvitation, values: { meeting: whicheverWaits, answer: said } })
    },
    answered,
    refused: (key, error) =>
      answered(key, {
        outcome: 'refused',
        message: message(error.message, block.buttons(...error.buttons)),
      }),
  }
}

/** Sets a value as the newest, and forgets the oldest beyond `most`. */
function bounded<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  map.delete(key)
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > most && oldest !== undefined) map.delete(oldest)
}

function oneAtATime(buttons: readonly Button[]): UserError {
  return new UserError('One is taken at a time; nothing was done yet. Which one is first?', { buttons })
}

function listButtons(buttons: readonly Button[]): UserError {
  const labels = buttons.map(({ label }, at) => `${at + 1} “${label}”`)
  const example = buttons.length > 1 ? 'option 2' : 'option 1'
  return new UserError(
    `You can say the words of a button or its number, such as “${example}”: ${labels.join('; ')}.`,
    { buttons },
  )
}
