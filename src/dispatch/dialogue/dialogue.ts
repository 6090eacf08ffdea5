import { randomUUID } from 'node:crypto'

import { UserError } from '../../core/errors.ts'
import type { Answer, Invocation } from '../../core/invocation.ts'
import { object, text } from '../../core/json.ts'
import type { Keep, KeepKey } from '../../core/keep.ts'
import { agreeing } from '../../core/language/sentences/agreeing.ts'
import { assent } from '../../core/language/sentences/assent.ts'
import type { Button } from '../../core/message.ts'
import { createElsewhere } from './elsewhere.ts'
import { followUpOf, mayFollow } from './followUp.ts'
import {
  createFollowUps,
  type FollowUpDependencies,
  type Press,
  pressed,
  type SeenLast,
} from './followUps.ts'
import { keptFollowUp, type OptionOf } from './keptFollowUp.ts'
import {
  createLastShown,
  type GoingOn,
  type LastShownDependencies,
  mostShown,
  nothingShown,
  readerKey,
  type Shown,
  shownForMs,
} from './lastShown.ts'

/**
 * Goes on with the last answer to somebody where they are: “next” and “more” turn the page of a list, “yes” and “no”
 * answer what was asked, a button or a value that was wanted may be typed, and “it” is what was seen.
 */
export interface Dialogue {
  /**
   * What an invocation means after the last answer: the press of a button, or the invocation itself. A `UserError` says
   * that a list has ended, or that nothing was done. Only lines that may go on with an answer wait for the store.
   */
  meant(invocation: Invocation): Invocation | Promise<Invocation | UserError>
  /** Notes what was answered last; for the other processes only where it was not answered to a stranger. */
  answered(
    invocation: Invocation,
    answer: Pick<Answer, 'message' | 'outcome' | 'form' | 'option'>,
    of?: { readonly stranger: boolean },
  ): void
  /** Resolves when everything noted is stored. */
  settled(): Promise<void>
}

export interface DialogueDependencies extends LastShownDependencies {
  readonly keep: Pick<Keep, 'get' | 'put' | 'claim'>
  readonly seenLast: SeenLast
  readonly invitedSince: FollowUpDependencies['invitedSince']
  readonly optionOf: OptionOf
}

/** A lone yes to an older question is asked about first. */
const freshMs = 5 * 60_000

export function createDialogue(house: DialogueDependencies): Dialogue {
  const { clock, askedSince, invitedSince, seenLast, optionOf } = house
  const lastShown = createLastShown(house)
  const followUps = createFollowUps({ clock, askedSince, invitedSince, freshMs, most: mostShown })

  const elsewhere = createElsewhere({ followUps, lastShown, optionOf })

  async function turned(invocation: Invocation): Promise<Invocation | UserError> {
    const last = await lastShown.of(invocation)
    if (!last?.list) return invocation
    if (!last.turn)
      return new UserError('That was the last page. The next item of a meeting is /meeting next.')
    return pressed(invocation, last.turn)
  }

  async function agreed(invocation: Invocation, line: string): Promise<Invocation | UserError> {
    const last = await lastShown.of(invocation)
    const [only, ...others] = last?.yes ?? []
    if (!last || !only) return elsewhere.assented(invocation, line, 'yes', last)
    if (others.length === 0 && isFresh(last) && !only.ask)
      return pressed(await asFirst(house, invocation, last), only)
    return new UserError(
      `${others.length > 0 ? 'Which of these?' : 'Is it this?'} Nothing was done. An invitation is answered with “yes to” and its number.`,
      { buttons: last.yes },
    )
  }

  async function declined(invocation: Invocation, line: string): Promise<Invocation | UserError> {
    const last = await lastShown.of(invocation)
    // After a while an invitation may have come, and a lone no is for that.
    if (!last || last.yes.length === 0 || !isFresh(last))
      return elsewhere.assented(invocation, line, 'no', last)
    lastShown.close(invocation)
    return new UserError('Nothing was done.')
  }

  function isFresh({ at }: Shown): boolean {
    return clock.now().getTime() - at <= freshMs
  }

  /** The same line once read; if it turns out to need a question, a yes answers that. */
  async function orAsked(
    invocation: Invocation,
    meant: ReturnType<SeenLast>,
  ): Promise<Invocation | UserError> {
    const read = await meant
    if (read instanceof UserError)
      lastShown.note(invocation, { ...nothingShown, yes: read.buttons.map(press) })
    return read
  }

  async function orElsewhere(invocation: Invocation, line: string): Promise<Invocation | UserError> {
    return (await elsewhere.meant(invocation, line)) ?? orAsked(invocation, seenLast(invocation, line))
  }

  function meantBy(invocation: Invocation, line: string): Invocation | Promise<Invocation | UserError> {
    if (/^\s*\/?(?:next|more)(?: page)?[.!]?\s*$/i.test(line)) return turned(invocation)
    const assented = assent(line)
    if (assented === 'yes') return agreed(invocation, line)
    if (assented === 'no') return declined(invocation, line)
    return (
      followUps.meant(readerKey(invocation), invocation, line) ??
      (mayFollow(line) ? orElsewhere(invocation, line) : orAsked(invocation, seenLast(invocation, line)))
    )
  }

  /** The same once read; the buttons of a refusal may be typed from now on. */
  async function orRefused(
    invocation: Invocation,
    meant: ReturnType<Dialogue['meant']>,
  ): Promise<Invocation | UserError> {
    const read = await meant
    if (read instanceof UserError) followUps.refused(readerKey(invocation), read)
    return read
  }

  return {
    meant(invocation) {
      const { input } = invocation
      if (input.kind !== 'line') return invocation
      return orRefused(invocation, meantBy(invocation, input.text))
    },
    answered(invocation, answer, { stranger } = { stranger: false }) {
      followUps.answered(readerKey(invocation), answer)
      const follow = stranger ? undefined : keptFollowUp(followUpOf(answer))
      lastShown.note(invocation, { ...goingOnFrom(answer), follow })
    },
    settled: lastShown.settled,
  }
}

/** The invocation under the delivery id of whoever said yes first, so that a second yes at the same moment acts no more. */
async function asFirst(
  { clock, keep }: Pick<DialogueDependencies, 'clock' | 'keep'>,
  invocation: Invocation,
  { question }: Shown,
): Promise<Invocation> {
  const { deliveryId = randomUUID(), caller } = invocation
  const key: KeepKey = { platform: caller.platform, tenant: caller.tenant, kind: 'agreed', key: question }
  const expiresAt = new Date(clock.now().getTime() + shownForMs)
  if (await keep.claim(key, { delivery: deliveryId }, { expiresAt })) return { ...invocation, deliveryId }
  const earlier = text(object((await keep.get(key))?.value)['delivery'])
  return { ...invocation, deliveryId: earlier ?? deliveryId }
}

function goingOnFrom(answer: Pick<Answer, 'message' | 'outcome'>): GoingOn {
  const buttons = answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
  const turn = buttons.find(({ label, ask }) => /^Next(?: page)?$/.test(label) && !ask)
  const list = turn !== undefined || buttons.some(({ label }) => /^Previous(?: page)?$/.test(label))
  return { turn: turn && press(turn), list, yes: agreeing(answer).map(press) }
}

function press({ label, command, values, confirmed = false, ask }: Button): Press {
  return { label, command, values, confirmed, ...(ask && { ask }) }
}
