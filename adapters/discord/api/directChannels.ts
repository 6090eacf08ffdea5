import { type Pace, takeTurn } from '../../../src/chat/delivery/pace.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import { object, text } from '../../../src/core/json.ts'
import type { Keep } from '../../../src/core/keep.ts'
import { times } from '../limits.ts'
import type { Api } from './api.ts'
import { wrong } from './codes.ts'
import { deliveryError, says } from './faults.ts'
import { everywhere } from './tenant.ts'

/** The direct messages between the bot and people. */
export interface Direct {
  /**
   * The channel with an account, opened where there was none yet. Raises `DeliveryError`, never ambiguous: nothing
   * was said yet, and to open it twice does no harm. `ClosedDirect` where the person takes none.
   */
  with(account: string): Promise<string>
  /** It is gone, and another one is opened when it is wanted. */
  forget(account: string): Promise<void>
}

const most = 20_000

/** The person takes no direct messages of the bot. */
export class ClosedDirect extends DeliveryError {}

/** The same failure, as a `ClosedDirect` where Discord said so. */
export function closedOr(error: unknown): DeliveryError {
  const failed = deliveryError(error)
  const closed = says(error, wrong.cannotMessage, wrong.noCommonGuild)
  return closed ? new ClosedDirect(failed.message, failed.fault) : failed
}

/** Whoever opens very many of them is taken for a spammer by Discord, so each is opened once and in turn. */
export function createDirect(api: Api, keep: Keep, pace: Pace): Direct {
  const known = new Map<string, string>()
  const opening = new Map<string, Promise<string>>()
  const keyOf = (key: string) => ({ platform: 'discord', kind: 'direct', tenant: everywhere, key })

  async function open(account: string): Promise<string> {
    const kept = text(object((await keep.get(keyOf(account)))?.value)['channel'])
    if (kept !== undefined) return kept
    const ms = await takeTurn(pace, 'open', times.turn)
    if (ms > 0) {
      const afterSeconds = Math.ceil(ms / 1000)
      throw new DeliveryError('Its turn comes later.', { kind: 'paced', afterSeconds })
    }
    const opened = object(
      await api.call({ method: 'POST', path: '/users/@me/channels', body: { recipient_id: account } }),
    )
    const channel = text(opened['id'])
    if (channel === undefined) throw new Error('Discord opened a channel without saying which.')
    await keep.put(keyOf(account), { channel }).catch(() => undefined)
    return channel
  }

  return {
    async forget(account) {
      known.delete(account)
      await keep.drop(keyOf(account))
    },
    async with(account) {
      const before = known.get(account)
      if (before !== undefined) return before
      const underway = opening.get(account) ?? open(account).finally(() => opening.delete(account))
      opening.set(account, underway)
      try {
        const channel = await underway
        if (known.size >= most) known.clear()
        known.set(account, channel)
        return channel
      } catch (error) {
        const failed = closedOr(error)
        throw failed.fault.kind === 'ambiguous'
          ? new DeliveryError(failed.message, { kind: 'retryable' })
          : failed
      }
    },
  }
}
