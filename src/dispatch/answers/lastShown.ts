import { randomUUID } from 'node:crypto'

import type { Account } from '../../core/address.ts'
import type { Clock } from '../../core/clock.ts'
import type { Invocation } from '../../core/invocation.ts'
import type { Keep, KeepKey } from '../../core/keep.ts'
import type { Press } from './followUps.ts'

/** What an answer leaves to go on with: the next page of a list, or a yes to a question. */
export interface GoingOn {
  /** Undefined after the last page, and in the place of a list that another answer followed. */
  readonly turn: Press | undefined
  readonly list: boolean
  /** The buttons that a yes may mean; none where nothing was asked. */
  readonly yes: readonly Press[]
}

export interface Shown extends GoingOn {
  /** Names what was asked, for whoever answers it twice. */
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
  /** Nothing is to be gone on with any more, as after a no. */
  close(reader: Reader): void
  /** Resolves when what was noted is kept. */
  settled(): Promise<void>
}

export interface LastShownHouse {
  readonly clock: Clock
  /** Where lists stand for the other processes on the store. */
  readonly keep: Pick<Keep, 'get' | 'put'>
  /** Whether there is a key to encrypt with, since the turn of a search tells what was sought. */
  readonly secret: boolean
  /** Whether an account asked for anything after a moment. */
  readonly askedSince: (account: Account, at: Date) => Promise<boolean>
  /** Hears that a list could not be kept. */
  readonly failed: (error: unknown) => void
}

/** What was read longer ago is not gone on with. */
export const shownForMs = 30 * 60_000
/** How many lists and questions a process remembers. */
export const mostShown = 5_000

export const nothingShown: GoingOn = { turn: undefined, list: false, yes: [] }

export function createLastShown({ clock, keep, secret, askedSince, failed }: LastShownHouse): LastShown {
  const own = new Map<string, Shown>()
  let writing: Promise<void> = Promise.resolve()

  /** The later one of what this process showed and what any process did. */
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

function goesOn({ list, yes }: GoingOn): boolean {
  return list || yes.length > 0
}

function keyOf(reader: Reader): KeepKey {
  const { platform, tenant } = reader.caller
  return { platform, tenant, kind: 'page', key: readerKey(reader) }
}

/** Names a reader where the platform and the tenant are known. */
export function readerKey({ caller, place }: Reader): string {
  return JSON.stringify([caller.account, place.channel])
}
