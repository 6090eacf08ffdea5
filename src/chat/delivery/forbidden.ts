import type { Host } from '../../core/adapter.ts'
import type { Account } from '../../core/address.ts'
import { DeliveryError } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import { type Message, message, rich } from '../../core/message.ts'
import { createRemembered } from '../work/remembered.ts'

/** A delivery to a room or a person that the platform may forbid the bot to write to. */
export interface GuardedDelivery {
  /** The room or account to rest, under a key unique on its platform. */
  readonly target: string
  /** The key of the delivery. */
  readonly key: string
  /** What the secretariat is told at the first refusal, once a day under this key. */
  readonly alert: (why: DeliveryError) => readonly [key: string, message: Message]
}

/**
 * Rooms and people to whom the platform forbids the bot to write. Each rests for an hour after a refusal, since a bot
 * that goes on asking is shut out by some platforms; what was meant for them is tried again for a day, since somebody
 * may mend it.
 */
export interface Forbidden {
  /**
   * Says something unless its target rests. Raises `DeliveryError`: for a day after the first refusal a paced one, then
   * the refusal itself, which is the `cause` of the paced one.
   */
  attempt(guarded: GuardedDelivery, say: () => Promise<void>): Promise<void>
  rests(target: string): boolean
  /**
   * Somebody spoke, so that what rests there may be mended and is tried again at once. The word of an account that is
   * linked to nobody counts for nothing. Never throws.
   */
  heard(speaker: Account, targets: readonly string[]): Promise<void>
}

const restMs = 3_600_000
const triedForMs = 24 * 3_600_000
/** When a delivery was first refused is known for longer than it can be tried. */
const noteKeptMs = 7 * 86_400_000
const maxResting = 20_000

export function createForbidden(
  platform: string,
  host: Pick<Host, 'keep' | 'clock' | 'alert' | 'nameOf'>,
  log: Log,
): Forbidden {
  const { keep, clock } = host
  const resting = createRemembered<{ readonly until: number; readonly why: DeliveryError }>({
    ...{ max: maxResting, ttlMs: restMs, clock },
  })
  const now = () => clock.now().getTime()

  /**
   * Whether the first refusal of a delivery is a day old. Reports that first refusal to the secretariat. Never throws.
   */
  async function isGivenUp(guarded: GuardedDelivery, why: DeliveryError): Promise<boolean> {
    const { key, target } = guarded
    const place = { platform, kind: 'forbidden', tenant: '-', key: `${key} ${target}` }
    try {
      const expiresAt = new Date(now() + noteKeptMs)
      if (await keep.claim(place, {}, { expiresAt })) {
        log.warn({ err: why, platform, key }, 'delivery forbidden, trying again for a day')
        await host.alert(...guarded.alert(why))
        return false
      }
      const since = (await keep.get(place))?.at.getTime() ?? now()
      return now() - since >= triedForMs
    } catch (error) {
      log.warn({ err: error, platform }, 'failed to note or to report a forbidden delivery')
      return false
    }
  }

  return {
    async attempt(guarded, say) {
      const { target } = guarded
      const rest = resting.get(target)
      try {
        if (rest) throw rest.why
        await say()
      } catch (error) {
        if (!(error instanceof DeliveryError) || error.fault.kind !== 'forbidden') throw error
        const until = rest?.until ?? now() + restMs
        if (!rest) resting.put(target, { until, why: error })
        if (await isGivenUp(guarded, error)) throw error
        const afterSeconds = Math.max(1, Math.ceil((until - now()) / 1000))
        throw new DeliveryError(error.message, { kind: 'paced', afterSeconds }, { cause: error })
      }
    },
    rests: (target) => resting.get(target) !== undefined,
    async heard(speaker, targets) {
      const there = targets.filter((target) => resting.get(target) !== undefined)
      if (there.length === 0) return
      const name = await host.nameOf(speaker).catch((error: unknown) => {
        log.warn({ err: error, platform }, 'failed to look up who spoke where the bot may not write')
        return undefined
      })
      if (name !== undefined) for (const target of there) resting.forget(target)
    },
  }
}

/** Reports a person whom the bot may not write to; one alert covers all such people of a platform. */
export function closedPerson(platform: string, name: string, more = ''): GuardedDelivery['alert'] {
  return ({ message: why }) => [
    `${platform}:closed`,
    message(
      rich`Not everybody on ${platform} can be written to: ${name}, for one. ${why} ${more}What waits for them is tried again for a day.`,
    ),
  ]
}

/** Reports a room where the bot may not write. */
export function closedRoom(platform: string, channel: string): GuardedDelivery['alert'] {
  return ({ message: why }) => [
    `${platform}:${channel}:shut`,
    message(
      rich`Nothing can be said in the room of a group (${platform}, ${channel}): ${why} What waits for it is tried again for a day.`,
    ),
  ]
}
