import type { Clock } from '../../core/clock.ts'
import type { DeliveryError } from '../../core/errors.ts'
import type { Keep } from '../../core/keep.ts'
import { createRemembered } from '../work/remembered.ts'
import { beforeSending } from './failure.ts'
import { type PaceTurn, takeTurns } from './pace.ts'

/** The direct conversations between the bot and people, each opened once. */
export interface DirectChats<Who, Chat> {
  /**
   * Raises `DeliveryError`, never an ambiguous one: nothing was sent yet, and opening a conversation twice does no
   * harm.
   */
  with(who: Who): Promise<Chat>
  /** Forgets a conversation that is gone; the next delivery opens another. */
  forget(who: Who, lost: Chat): Promise<void>
}

/** Where conversations are kept between starts, for all replicas. */
export interface ChatStore<Who, Chat> {
  read(who: Who): Promise<Chat | undefined>
  write(who: Who, chat: Chat): Promise<void>
  drop(who: Who, lost: Chat): Promise<void>
}

interface DirectChatDependencies<Who, Chat> {
  /** Distinguishes one person from every other. */
  readonly nameOf: (who: Who) => string
  readonly store: ChatStore<Who, Chat>
  /** Asks the platform for the conversation. */
  readonly open: (who: Who) => Promise<Chat>
  /** The turn that opening takes, where the platform limits it. */
  readonly turn?: (who: Who) => PaceTurn
  /** Reads the platform’s errors. */
  readonly meaning: (error: unknown) => DeliveryError
  readonly clock: Clock
}

/** How long a cached conversation is used before looking for news from other replicas. */
const cacheMs = 3_600_000
const maxCached = 20_000

export function createDirectChats<Who, Chat extends NonNullable<unknown>>(
  deps: DirectChatDependencies<Who, Chat>,
): DirectChats<Who, Chat> {
  const { nameOf, store, open, turn, meaning, clock } = deps
  const chats = createRemembered<Chat>({ max: maxCached, ttlMs: cacheMs, clock })

  async function find(who: Who): Promise<Chat> {
    const kept = await beforeSending(store.read(who))
    if (kept !== undefined) return kept
    if (turn) await takeTurns([turn(who)])
    const chat = await open(who)
    // Without the store the conversation is opened once more after a restart, which does no harm.
    await store.write(who, chat).catch(() => undefined)
    return chat
  }

  return {
    with: (who) =>
      beforeSending(
        chats.ask(nameOf(who), () => find(who)),
        meaning,
      ),
    async forget(who, lost) {
      chats.forget(nameOf(who))
      await beforeSending(store.drop(who, lost))
    },
  }
}

/** Conversations with a one-word id, stored by account. */
export function channelStore(
  keep: Keep,
  platform: string,
): ChatStore<{ readonly tenant: string; readonly account: string }, string> {
  const keyOf = ({ tenant, account }: { readonly tenant: string; readonly account: string }) => ({
    platform,
    kind: 'direct',
    tenant,
    key: account,
  })
  return {
    async read(who) {
      const value = (await keep.get(keyOf(who)))?.value
      const channel =
        typeof value === 'object' && value !== null && 'channel' in value ? value.channel : undefined
      return typeof channel === 'string' ? channel : undefined
    },
    write: (who, channel) => keep.put(keyOf(who), { channel }),
    async drop(who) {
      await keep.drop(keyOf(who))
    },
  }
}

/** Sends something to a direct conversation; if that is gone, sends it once more in a new one. */
export async function inDirectChat<Who, Chat>(
  chats: DirectChats<Who, Chat>,
  who: Who,
  say: (chat: Chat) => Promise<void>,
  isLost: (error: unknown) => boolean,
): Promise<void> {
  const chat = await chats.with(who)
  try {
    await say(chat)
  } catch (error) {
    if (!isLost(error)) throw error
    await chats.forget(who, chat)
    await say(await chats.with(who))
  }
}
