import type { Clock } from '../../../src/core/clock.ts'
import { madeAt } from '../api/snowflake.ts'

/** Discord waits three seconds for an answer; it may have stopped waiting for anything older. */
const oldMs = 2_500
/** How many recent interactions tell how far this machine’s clock is from Discord’s. */
const remembered = 20
const enough = 3

/**
 * The age of interactions, even where this machine’s clock is wrong: the freshest recent ones tell how far it is off.
 */
export interface InteractionAges {
  /** Whether Discord may have stopped waiting for the answer. */
  isOld(interaction: string): boolean
  /** How far the clock is ahead of Discord’s, in milliseconds, as far as is known; never less than 0. */
  ahead(): number
}

export function createInteractionAges(clock: Clock): InteractionAges {
  const ages: number[] = []
  const least = () => Math.min(...ages)
  return {
    isOld(interaction) {
      const made = madeAt(interaction)
      if (made === undefined) return false
      const age = clock.now().getTime() - made
      // Several that are all late are no coincidence.
      const usual = ages.length < enough ? Math.min(0, least()) : least()
      ages.push(age)
      if (ages.length > remembered) ages.shift()
      return age - usual > oldMs
    },
    ahead: () => (ages.length < enough ? 0 : Math.max(0, least())),
  }
}
