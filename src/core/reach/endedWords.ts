import { type Day, formatDay } from '../time/day.ts'

/** The entry of somebody who was retired: since when, and for which entity. */
export interface EndedEntry {
  readonly on: Day
  readonly entity: string | null
  /** How many coordinate that entity. */
  readonly coordinators: number | string | null
}

/** What the linked account of somebody reads whose entry in the directory has ended. */
export function endedWords({ on, entity, coordinators }: EndedEntry): string {
  const who =
    entity !== null && Number(coordinators) > 0
      ? `The secretariat or a coordinator of ${entity}`
      : 'The secretariat'
  return `Your entry in the directory ended on ${formatDay(on)}, so this account can use /help alone. ${who} can put it back: write to them where that is a mistake.`
}
