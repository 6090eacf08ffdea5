import type { Account } from '../../core/address.ts'
import type { Clock } from '../../core/clock.ts'
import { UserError } from '../../core/errors.ts'
import type { Answer, Invocation } from '../../core/invocation.ts'
import type { Keep, KeepKey } from '../../core/keep.ts'
import type { Button } from '../../core/message.ts'

/** Turns the page of a list that was the last answer to somebody where they are, as “next” and “more” mean it. */
export interface Pages {
  /**
   * The same, or the press of the button that turns the page; an error where the list has ended. Only “next” and
   * “more” wait for the store.
   */
  meant(invocation: Invocation): Invocation | Promise<Invocation | UserError>
  /** Notes what was answered last. */
  answered(invocation: Invocation, answer: Pick<Answer, 'message'>): void
  /** Resolves when what was noted is kept. */
  settled(): Promise<void>
}

export interface PagesHouse {
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

interface Shown {
  /** Undefined after the last page, and in the place of a list that another answer followed. */
  readonly turn: Pick<Button, 'command' | 'values'> | undefined
  readonly list: boolean
  readonly at: number
}

/** A list that was read longer ago is not gone on with. */
const keptMs = 30 * 60_000
/** How many lists a process remembers. */
const most = 5_000

export function createPages({ clock, keep, secret, askedSince, failed }: PagesHouse): Pages {
  const known = new Map<string, Shown>()
  let writing: Promise<void> = Promise.resolve()

  /** The list on which somebody is, whichever process showed it. */
  async function lastShown({ caller, place }: Invocation): Promise<Shown | undefined> {
    const key = keyOf({ caller, place })
    const own = known.get(key.key)
    await writing
    const kept = await keep.get(key)
    if (!kept || (own && own.at - kept.at.getTime() >= (own.list ? 1 : 0))) return own
    if (await askedSince(caller, kept.at)) return undefined
    const { turn } = kept.value as { readonly turn: Shown['turn'] | null }
    return { turn: turn ?? undefined, list: true, at: kept.at.getTime() }
  }

  async function turned(invocation: Invocation): Promise<Invocation | UserError> {
    const last = await lastShown(invocation)
    if (!last?.list || clock.now().getTime() - last.at > keptMs) return invocation
    if (!last.turn)
      return new UserError('That was the last page. The next item of a meeting is /meeting next.')
    const { command, values } = last.turn
    return { ...invocation, input: { kind: 'fields', command, fields: values } }
  }

  function remember(key: string, shown: Shown): void {
    known.delete(key)
    known.set(key, shown)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
  }

  return {
    meant(invocation) {
      const { input } = invocation
      if (input.kind !== 'line' || !/^\s*\/?(?:next|more)(?: page)?[.!]?\s*$/i.test(input.text))
        return invocation
      return turned(invocation)
    },
    answered(invocation, { message: { blocks } }) {
      const key = keyOf(invocation)
      const now = clock.now()
      const buttons = blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
      const turn = buttons.find(({ label, ask }) => /^Next(?: page)?$/.test(label) && !ask)
      if (!turn && !buttons.some(({ label }) => /^Previous(?: page)?$/.test(label))) {
        if (known.has(key.key)) remember(key.key, { turn: undefined, list: false, at: now.getTime() })
        return
      }
      remember(key.key, { turn, list: true, at: now.getTime() })
      const value = { turn: turn ? { command: turn.command, values: turn.values } : null }
      const expiresAt = new Date(now.getTime() + keptMs)
      writing = writing.then(() => keep.put(key, value, { secret, expiresAt }).catch(failed))
    },
    settled: () => writing,
  }
}

function keyOf({ caller, place }: Pick<Invocation, 'caller' | 'place'>): KeepKey {
  const { platform, tenant, account } = caller
  return { platform, tenant, kind: 'page', key: JSON.stringify([account, place.channel]) }
}
