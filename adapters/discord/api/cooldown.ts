import type { Clock } from '../../../src/core/clock.ts'
import type { DeliveryError } from '../../../src/core/errors.ts'
import { times } from '../limits.ts'

/** Channels and people to whom nothing may be said; whoever goes on asking is shut out by Discord. */
export interface Rests {
  /** What Discord said when it was last asked; undefined where it may be asked again. */
  why(target: string): DeliveryError | undefined
  /** Milliseconds until it may be asked again; 0 where it may be now. */
  left(target: string): number
  /** Is not asked for again within the hour. */
  begin(target: string, why: DeliveryError): void
  /** Somebody spoke there, so that it may be otherwise now. */
  end(target: string): void
}

export function createRests(clock: Clock): Rests {
  const resting = new Map<string, { readonly until: number; readonly why: DeliveryError }>()
  const now = () => clock.now().getTime()
  return {
    why(target) {
      const rest = resting.get(target)
      return rest && rest.until > now() ? rest.why : undefined
    },
    left(target) {
      return Math.max(0, (resting.get(target)?.until ?? 0) - now())
    },
    begin(target, why) {
      for (const [one, { until }] of resting) if (until <= now()) resting.delete(one)
      resting.set(target, { until: now() + times.rest, why })
    },
    end(target) {
      resting.delete(target)
    },
  }
}
