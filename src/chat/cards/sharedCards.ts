import type { Host } from '../../core/adapter.ts'
import type { Message } from '../../core/message.ts'
import { createRefresher, type RefreshOutcome } from './refresher.ts'

/** Cards that others see too: each shows its record as it stands, refreshed at most once a second. */
export interface SharedCards<Standing> {
  /** Keeps a card up to date from now on: it was posted, or somebody pressed one of its buttons. */
  seen(card: string, standing: Standing): Promise<void>
  /** Whether the bot posted that card there; the data in a press proves nothing. */
  stands(card: string, standing: Standing): Promise<boolean>
  /** Refreshes every card of a record, soon. */
  changed(card: string): void
  stop(): Promise<void>
}

/** The platform's part. */
export interface CardPlatform<Standing> {
  readonly platform: string
  readonly host: Pick<Host, 'card' | 'keep' | 'clock'>
  readonly tenantOf: (standing: Standing) => string
  /** Names the message within its tenant; `read` parses the name. */
  readonly nameOf: (standing: Standing) => string
  readonly read: (tenant: string, name: string) => Standing
  /** Prepares a record for all its cards; the result updates one card. */
  readonly show: (card: string, message: Message) => Promise<(standing: Standing) => Promise<RefreshOutcome>>
  readonly failed: (error: unknown) => void
}

/** The most cards of one record that are kept up to date: the newest ones. */
const mostStanding = 20
const keptMs = 180 * 86_400_000

export function createSharedCards<Standing>(given: CardPlatform<Standing>): SharedCards<Standing> {
  const { platform, host, tenantOf, nameOf, read, show, failed } = given
  const kindOf = (card: string) => `card ${card}`
  const keyOf = (card: string, standing: Standing) => ({
    platform,
    kind: kindOf(card),
    tenant: tenantOf(standing),
    key: nameOf(standing),
  })

  async function standings(card: string): Promise<readonly Standing[]> {
    const kept = await host.keep.list({ platform, kind: kindOf(card) })
    return newestFirst(kept)
      .slice(0, mostStanding)
      .map(({ tenant, key }) => read(tenant, key))
  }

  async function refresh(
    card: string,
    defaultWaitMs: number,
    stopping: AbortSignal,
  ): Promise<number | undefined> {
    const all = await standings(card)
    const message = all.length > 0 ? await host.card(card) : undefined
    if (!message) return undefined
    const showIn = await show(card, message)
    let wait: number | undefined
    for (const standing of all) {
      if (stopping.aborted) break
      const outcome = await showIn(standing)
      if (outcome === 'gone') await host.keep.drop(keyOf(card, standing))
      else if (outcome !== 'done') wait = Math.max(wait ?? 0, outcome.afterMs ?? defaultWaitMs)
    }
    return wait
  }

  const { changed, stop } = createRefresher(refresh, failed)

  return {
    async seen(card, standing) {
      await host.keep.claim(keyOf(card, standing), {}, { expiresAt: cardExpiry(host.clock) })
    },
    stands: async (card, standing) => (await host.keep.get(keyOf(card, standing))) !== undefined,
    changed,
    stop,
  }
}

/** When a card posted now is no longer kept up to date. */
export function cardExpiry(clock: Host['clock']): Date {
  return new Date(clock.now().getTime() + keptMs)
}

export function newestFirst<T extends { readonly at: Date }>(kept: readonly T[]): readonly T[] {
  return kept.toSorted((one, other) => other.at.getTime() - one.at.getTime())
}
