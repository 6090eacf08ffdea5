import type { Clock } from '../../../src/core/clock.ts'
import { madeAt } from '../api/snowflake.ts'

/** Discord waits three seconds; what is older may have been given up. */
const oldMs = 2_500
/** So many interactions tell how far this machine’s clock is from Discord’s. */
const remembered = 20
const enough = 3

/** How old interactions are, whatever this machine’s clock says: the freshest of late tell how far it is off. */
export interface Ages {
  /** Whether Discord may have given up waiting for the answer. */
  isOld(interaction: string): boolean
  /** How far the clock is ahead of Discord’s, in milliseconds, as far as that can be told; never less than 0. */
  ahead(): number
}

export function createAges(clock: Clock): Ages {
  const ages: number[] = []
  const least = () => Math.min(...ages)
  return {
    isOld(interaction) {
      const made = madeAt(interaction)
      if (made === undefined) return false
      const age = clock.now().getTime() - made
      // A few that are all late are no accident.
      const usual = ages.length < enough ? Math.min(0, least()) : least()
      ages.push(age)
      if (ages.length > remembered) ages.shift()
      return age - usual > oldMs
    },
    ahead: () => (ages.length < enough ? 0 : Math.max(0, least())),
  }
}
