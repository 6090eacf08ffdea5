import { randomUUID } from 'node:crypto'

import type { Account } from '../../core/address.ts'
import type { Clock } from '../../core/clock.ts'
import { UserError } from '../../core/errors.ts'
import type { Answer, Invocation } from '../../core/invocation.ts'
import { object, text } from '../../core/json.ts'
import type { Keep, KeepKey } from '../../core/keep.ts'
import { agreeing } from '../../core/language/sentences/agreeing.ts'
import { assent } from '../../core/language/sentences/assent.ts'
import type { Button } from '../../core/message.ts'
import { createFollowUps, type Press, pressed, type SeenLast } from './followUps.ts'

/**
 * Goes on with the last answer to somebody where they are: “next” and “more” turn the page of a list, “yes” and “no”
 * answer what was asked, a button or a value that was wanted may be typed, and “it” is what was seen.
 */
export interface Pages {
  /**
   * The same, or the press of the button that is meant; an error where the list has ended, and where nothing is to be
   * done. Only these words wait for the store.
   */
  meant(invocation: Invocation): Invocation | Promise<Invocation | UserError>
  /** Notes what was answered last. */
  answered(invocation: Invocation, answer: Pick<Answer, 'message' | 'outcome' | 'form' | 'option'>): void
  /** Resolves when what was noted is kept. */
  settled(): Promise<void>
}

export interface PagesHouse {
  readonly clock: Clock
  /** Where lists stand for the other processes on the store. */
  readonly keep: Pick<Keep, 'get' | 'put' | 'claim'>
  /** Whether there is a key to encrypt with, since the turn of a search tells what was sought. */
  readonly secret: boolean
  /** Whether an account asked for anything after a moment. */
  readonly askedSince: (account: Account, at: Date) => Promise<boolean>
  readonly seenLast: SeenLast
  /** Hears that a list could not be kept. */
  readonly failed: (error: unknown) => void
}

interface Shown {
  /** Undefined after the last page, and in the place of a list that another answer followed. */
  readonly turn: Press | undefined
  readonly list: boolean
  /** The buttons that a yes may mean; none where nothing was asked. */
  readonly yes: readonly Press[]
  /** Names what was asked, for whoever answers it twice. */
  readonly question: string
  readonly at: number
}

/** What was read longer ago is not gone on with. */
const keptMs = 30 * 60_000
/** What was asked longer ago is asked again before a lone yes does it. */
const freshMs = 5 * 60_000
/** How many lists and questions a process remembers. */
const most = 5_000

export function createPages({ clock, keep, secret, askedSince, seenLast, failed }: PagesHouse): Pages {
  const known = new Map<string, Shown>()
  const followUps = createFollowUps({ clock, askedSince, freshMs, most })
  let writing: Promise<void> = Promise.resolve()

  /** The list on which somebody is, whichever process showed it. */
  async function lastShown({ caller, place }: Invocation): Promise<Shown | undefined> {
    const key = keyOf({ caller, place })
    const own = known.get(key.key)
    await writing
    const kept = await keep.get(key)
    if (!kept || (own && own.at - kept.at.getTime() >= (goesOn(own) ? 1 : 0))) return own
    if (await askedSince(caller, kept.at)) return undefined
    const { turn, ...shown } = kept.value as Omit<Shown, 'turn' | 'at'> & { readonly turn: Press | null }
    return { ...shown, turn: turn ?? undefined, at: kept.at.getTime() }
  }

  async function turned(invocation: Invocation): Promise<Invocation | UserError> {
    const last = await lastShown(invocation)
    if (!last?.list || clock.now().getTime() - last.at > keptMs) return invocation
    if (!last.turn)
      return new UserError('That was the last page. The next item of a meeting is /meeting next.')
    return pressed(invocation, last.turn)
  }

  async function agreed(invocation: Invocation, said: 'yes' | 'no'): Promise<Invocation | UserError> {
    const last = await lastShown(invocation)
    const [only, ...others] = last?.yes ?? []
    const age = clock.now().getTime() - (last?.at ?? 0)
    // After a while an invitation may have come, and a lone no is for that.
    if (!last || !only || age > keptMs || (said === 'no' && age > freshMs)) return invocation
    if (said === 'yes' && others.length === 0 && age <= freshMs && !only.ask)
      return pressed(await asFirst(invocation, last), only)
    if (said === 'yes')
      return new UserError(
        `${others.length > 0 ? 'Which of these?' : 'Is it this?'} Nothing was done. An invitation is answered with “yes to M1”.`,
        { buttons: last.yes },
      )
    remember(keyOf(invocation).key, { ...nothing, at: clock.now().getTime() })
    return new UserError('Nothing was done.')
  }

  /** The same under the name of whoever said yes first, so that a second yes at the same moment does nothing anew. */
  async function asFirst(invocation: Invocation, { question }: Shown): Promise<Invocation> {
    const { deliveryId = randomUUID(), caller } = invocation
    const key: KeepKey = { platform: caller.platform, tenant: caller.tenant, kind: 'agreed', key: question }
    const expiresAt = new Date(clock.now().getTime() + keptMs)
    if (await keep.claim(key, { delivery: deliveryId }, { expiresAt })) return { ...invocation, deliveryId }
    const earlier = text(object((await keep.get(key))?.value)['delivery'])
    return { ...invocation, deliveryId: earlier ?? deliveryId }
  }

  function remember(key: string, shown: Shown): void {
    known.delete(key)
    known.set(key, shown)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
  }

  function note(invocation: Invocation, goingOn: Omit<Shown, 'at' | 'question'>): void {
    const key = keyOf(invocation)
    const now = clock.now()
    const shown = { ...goingOn, question: randomUUID(), at: now.getTime() }
    if (!goesOn(shown)) {
      if (known.has(key.key)) remember(key.key, shown)
      return
    }
    remember(key.key, shown)
    const { at: _, ...kept } = shown
    const value = { ...kept, turn: shown.turn ?? null }
    const expiresAt = new Date(now.getTime() + keptMs)
    writing = writing.then(() => keep.put(key, value, { secret, expiresAt }).catch(failed))
  }

  /** The same; where it asks what is meant, a yes answers that. */
  async function orAsked(
    invocation: Invocation,
    meant: ReturnType<SeenLast>,
  ): Promise<Invocation | UserError> {
    const read = await meant
    if (read instanceof UserError) note(invocation, { ...nothing, yes: read.buttons.map(press) })
    return read
  }

  function meantBy(invocation: Invocation, line: string): Invocation | Promise<Invocation | UserError> {
    if (/^\s*\/?(?:next|more)(?: page)?[.!]?\s*$/i.test(line)) return turned(invocation)
    const said = assent(line)
    if (said !== undefined) return agreed(invocation, said)
    return (
      followUps.meant(keyOf(invocation).key, invocation, line) ??
      orAsked(invocation, seenLast(invocation, line))
    )
  }

  /** The same; the buttons of a refusal are those that may be typed from now on. */
  async function orRefused(
    invocation: Invocation,
    meant: ReturnType<Pages['meant']>,
  ): Promise<Invocation | UserError> {
    const read = await meant
    if (read instanceof UserError) followUps.refused(keyOf(invocation).key, read)
    return read
  }

  return {
    meant(invocation) {
      const { input } = invocation
      if (input.kind !== 'line') return invocation
      return orRefused(invocation, meantBy(invocation, input.text))
    },
    answered(invocation, answer) {
      followUps.answered(keyOf(invocation).key, answer)
      note(invocation, whatGoesOn(answer))
    },
    settled: () => writing,
  }
}

const nothing = { turn: undefined, list: false, yes: [], question: '' } as const

function goesOn({ list, yes }: Pick<Shown, 'list' | 'yes'>): boolean {
  return list || yes.length > 0
}

function whatGoesOn(answer: Pick<Answer, 'message' | 'outcome'>): Omit<Shown, 'at' | 'question'> {
  const buttons = answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
  const turn = buttons.find(({ label, ask }) => /^Next(?: page)?$/.test(label) && !ask)
  const list = turn !== undefined || buttons.some(({ label }) => /^Previous(?: page)?$/.test(label))
  return { turn: turn && press(turn), list, yes: agreeing(answer).map(press) }
}

function press({ label, command, values, confirmed = false, ask }: Button): Press {
  return { label, command, values, confirmed, ...(ask && { ask }) }
}

function keyOf({ caller, place }: Pick<Invocation, 'caller' | 'place'>): KeepKey {
  const { platform, tenant, account } = caller
  return { platform, tenant, kind: 'page', key: JSON.stringify([account, place.channel]) }
}
