import { night } from '../feature/arrivalTime.ts'
import { counted } from '../text/counted.ts'
import { quietUntil } from '../time/quietHours.ts'
import { quietEnd } from './quietEnd.ts'
import type { HeedfulReader } from './reach.ts'
import { namesOf } from './whom.ts'

/** Whom something that is said at an instant reaches in their night, as a line; undefined where it is nobody. */
export function sentAtNight(
  people: readonly HeedfulReader[],
  { at, neededBy }: { readonly at: Date; readonly neededBy?: Date | undefined },
): string | undefined {
  const asleep = people.filter((one) => quietUntil(at, one.zone, night) && !quietEnd(one, at, neededBy))
  return asleep.length === 0
    ? undefined
    : `Sent now, it reaches ${counted(asleep.length, 'person', 'people')} in the night: ${namesOf(asleep)}`
}
