import type { Attempt, Host, InterruptedDelivery, OnPosted, Posted } from '../../core/adapter.ts'
import { DeliveryError } from '../../core/errors.ts'
import type { KeepKey } from '../../core/keep.ts'
import type { Log } from '../../core/log.ts'
import type { Message } from '../../core/message.ts'
import { beforeSending } from './failure.ts'
import { type PaceTurn, takeTurns } from './pace.ts'

/** One page being delivered; the same delivery has the same key on every try. */
export interface DeliveredPage<Page> {
  readonly page: Page
  /** Counted from 0. */
  readonly index: number
  readonly key: string
}

/** How a platform delivers pages; `To` is one conversation there. */
export interface DeliveryLine<To, Page> {
  /** Where the conversation is: `conversation` identifies it within the tenant. */
  placeOf(to: To): { readonly tenant: string; readonly conversation: string }
  pages(to: To, message: Message): Promise<readonly Page[]>
  /** The rate limits that each page counts towards; the first one pauses when the platform asks to wait. */
  turns(to: To): readonly PaceTurn[]
  /** Runs before a page is sent again: raises `DeliveryError` where the outcome of an earlier try forbids another. */
  beforeAgain?(to: To, part: DeliveredPage<Page>): Promise<void>
  /** Sends one page, once, and resolves to the id of its message. Raises whatever the platform’s calls raise. */
  send(to: To, part: DeliveredPage<Page>, message: Message): Promise<string | undefined>
  /** Reads the platform’s errors. */
  meaning(error: unknown): DeliveryError
  /**
   * Finds out what became of a page of unknown fate, which may have been sent at `since` or later: it was posted, or the
   * error to raise. A retryable error says that sending it again does no harm. Without this function such a page is
   * raised as ambiguous and never sent again.
   */
  settle?(
    to: To,
    part: DeliveredPage<Page>,
    failed: DeliveryError,
    since: Date,
  ): Promise<'posted' | DeliveryError>
  /** The platform recognizes a page sent again, and shows it once. */
  readonly knowsRepeats?: boolean
  /** How a message of a single page is found again. */
  postedAt?(to: To, id: string): Posted
  /** Is called when a shared card has been posted. Never throws. */
  cardPosted?(to: To, card: string, id: string): Promise<void>
  /** Sends the files of a message after its pages, where pages cannot carry them. */
  files?(to: To, message: Message): Promise<void>
}

type Deliver<To> = (
  to: To,
  message: Message,
  key: string,
  attempt: Attempt,
  onPosted?: OnPosted,
) => Promise<void>

/** The progress of a delivery is kept for as long as it may be retried. */
const progressKeptMs = 7 * 86_400_000

/**
 * Delivers messages page by page, each in its turn. A delivery that broke off goes on, under the same key, where it
 * was. Raises `DeliveryError`.
 */
export function createDelivery<To, Page>(
  platform: string,
  { keep, clock }: Pick<Host, 'keep' | 'clock'>,
  log: Log,
  line: DeliveryLine<To, Page>,
): Deliver<To> {
  async function sendOne(to: To, part: DeliveredPage<Page>, message: Message): Promise<string | undefined> {
    try {
      return await line.send(to, part, message)
    } catch (error) {
      const failed = line.meaning(error)
      const { fault } = failed
      if (fault.kind === 'retryable' && fault.afterSeconds !== undefined) {
        const [turn] = line.turns(to)
        turn?.pace.hold(turn.conversation, fault.afterSeconds * 1000)
      }
      if (fault.kind !== 'ambiguous' || !line.settle) throw failed
      const found = await line.settle(to, part, failed, clock.now())
      if (found === 'posted') return undefined
      throw found
    }
  }

  /** Whether a process that died had posted a page. */
  async function wasPosted(
    to: To,
    part: DeliveredPage<Page>,
    { since }: InterruptedDelivery,
  ): Promise<boolean> {
    const unknown = new DeliveryError('A process ended while sending this.', { kind: 'ambiguous' })
    const found = line.settle ? await line.settle(to, part, unknown, since) : unknown
    if (found !== 'posted' && found.fault.kind !== 'retryable') throw found
    return found === 'posted'
  }

  /** Records how many pages were sent; false where the store does not take it. */
  async function recordProgress(progress: KeepKey, pages: number): Promise<boolean> {
    const expiresAt = new Date(clock.now().getTime() + progressKeptMs)
    try {
      await keep.put(progress, pages, { expiresAt })
      return true
    } catch (error) {
      log.warn({ err: error, platform }, 'failed to record how far a long message came')
      return false
    }
  }

  return async (to, message, key, attempt, onPosted) => {
    const pages = await beforeSending(line.pages(to, message))
    const filesFollow = line.files !== undefined && message.blocks.some(({ kind }) => kind === 'file')
    const { tenant, conversation } = line.placeOf(to)
    const progress = { platform, kind: 'progress', tenant, key: `${key} ${conversation}` }
    // A delivery of a single page and nothing else was either sent or not.
    const several = pages.length > 1 || filesFollow
    const before = several ? (await beforeSending(keep.get(progress)))?.value : undefined
    const from = typeof before === 'number' ? before : 0
    let known = true
    let interrupted = typeof attempt === 'object' ? attempt : undefined
    try {
      for (const [index, page] of pages.entries()) {
        if (index < from) continue
        await takeTurns(line.turns(to))
        const part = { page, index, key }
        if (attempt === 'again') await line.beforeAgain?.(to, part)
        // Pages are sent in order, so none can follow the first missing one.
        const isPosted = interrupted !== undefined && (await wasPosted(to, part, interrupted))
        if (!isPosted) interrupted = undefined
        const id = isPosted ? undefined : await sendOne(to, part, message)
        if (message.card !== undefined && id !== undefined) await line.cardPosted?.(to, message.card, id)
        if (!several && id !== undefined && line.postedAt) onPosted?.(line.postedAt(to, id))
        if (index + 1 < pages.length || filesFollow) known = await recordProgress(progress, index + 1)
      }
      if (filesFollow) await line.files?.(to, message)
    } catch (error) {
      // A retry would repeat what was already sent.
      if (known || line.knowsRepeats) throw error
      const why = error instanceof Error ? error.message : String(error)
      throw new DeliveryError(`Only a part of it was sent: ${why}`, { kind: 'ambiguous' })
    }
  }
}
