import { randomUUID } from 'node:crypto'

import type { Account } from '../../core/address.ts'
import type { Clock } from '../../core/clock.ts'
import type { Invocation } from '../../core/invocation.ts'
import type { Keep, KeepKey } from '../../core/keep.ts'
import type { Press } from './followUps.ts'
import type { KeptFollowUp } from './keptFollowUp.ts'

/** How somebody may go on after an answer: turn to the next page, or say yes to a question. */
export interface GoingOn {
  /** The button of the next page; undefined after the last page, or if another answer came after the list. */
  readonly turn: Press | undefined
  readonly list: boolean
  /** The buttons that a yes may mean; none where nothing was asked. */
  readonly yes: readonly Press[]
  /** What else may be typed after a question or a refusal. */
  readonly follow?: KeptFollowUp | undefined
}

export interface Shown extends GoingOn {
  /** Identifies the question, so that a second yes is recognized. */
  readonly question: string
  /** When it was shown, in milliseconds. */
  readonly at: number
}

/** Who is answered, and where. */
export type Reader = Pick<Invocation, 'caller' | 'place'>

/** What each reader was shown last, for all processes on the store. */
export interface LastShown {
  /** Undefined where nothing was, or it is too long ago, or they have asked something else since. */
  of(reader: Reader): Promise<Shown | undefined>
  note(reader: Reader, goingOn: GoingOn): void
  /** Ends it, as a no does. */
  close(reader: Reader): void
  /** Resolves when everything noted is stored. */
  settled(): Promise<void>
}

export interface LastShownDependencies {
  readonly clock: Clock
  /** Stores it for the other processes. */
  readonly keep: Pick<Keep, 'get' | 'put'>
  /** Whether there is a key to encrypt with: the button of the next page holds the words of a search. */
  readonly secret: boolean
  /** Whether an account asked for anything after a moment. */
  readonly askedSince: (account: Account, at: Date) => Promise<boolean>
  /** Is called when it could not be stored. */
  readonly failed: (error: unknown) => void
}

/** Older lists and questions are no longer gone on with. */
export const shownForMs = 30 * 60_000
/** How many lists and questions a process remembers. */
export const mostShown = 5_000

export const nothingShown: GoingOn = { turn: undefined, list: false, yes: [] }

export function createLastShown({
  clock,
  keep,
  secret,
  askedSince,
  failed,
}: LastShownDependencies): LastShown {
  const own = new Map<string, Shown>()
  let writing: Promise<void> = Promise.resolve()

  /** The later of what this process showed and what any process stored. */
  async function latest(reader: Reader): Promise<Shown | undefined> {
    const key = keyOf(reader)
    const here = own.get(key.key)
    await writing
    const kept = await keep.get(key)
    if (!kept || (here && here.at - kept.at.getTime() >= (goesOn(here) ? 1 : 0))) return here
    if (await askedSince(reader.caller, kept.at)) return undefined
    const { turn, ...shown } = kept.value as Omit<Shown, 'turn' | 'at'> & { readonly turn: Press | null }
    return { ...shown, turn: turn ?? undefined, at: kept.at.getTime() }
  }

  function remember(key: string, shown: Shown): void {
    own.delete(key)
    own.set(key, shown)
    const [oldest] = own.keys()
    if (own.size > mostShown && oldest !== undefined) own.delete(oldest)
  }

  function put(key: KeepKey, { at, turn, ...shown }: Shown): void {
    const value = { ...shown, turn: turn ?? null }
    const expiresAt = new Date(at + shownForMs)
    writing = writing.then(() => keep.put(key, value, { secret, expiresAt }).catch(failed))
  }

  return {
    async of(reader) {
      const shown = await latest(reader)
      return shown && clock.now().getTime() - shown.at <= shownForMs ? shown : undefined
    },
    note(reader, goingOn) {
      const key = keyOf(reader)
      const shown = { ...goingOn, question: randomUUID(), at: clock.now().getTime() }
      if (goesOn(shown)) {
        remember(key.key, shown)
        put(key, shown)
      } else if (own.has(key.key)) remember(key.key, shown)
    },
    close: (reader) =>
      remember(keyOf(reader).key, { ...nothingShown, question: '', at: clock.now().getTime() }),
    settled: () => writing,
  }
}

function goesOn({ list, yes, follow }: GoingOn): boolean {
  return list || yes.length > 0 || follow !== undefined
}

function keyOf(reader: Reader): KeepKey {
  const { platform, tenant } = reader.caller
  return { platform, tenant, kind: 'page', key: readerKey(reader) }
}

/** Names a reader where the platform and the tenant are known. */
export function readerKey({ caller, place }: Reader): string {
  return JSON.stringify([caller.account, place.channel])
}
