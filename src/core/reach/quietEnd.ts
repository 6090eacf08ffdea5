import { quietUntil } from '../time/quietHours.ts'

/** Quiet hours that somebody set by the clock of their IANA zone, in minutes after midnight; null for none. */
export interface OwnQuiet {
  readonly zone: string
  readonly quietFrom: number | null
  readonly quietTo: number | null
}

/** What came later than this before it is needed would be of little use. */
const inTimeMs = 3_600_000

/**
 * Until when something that is said at an instant waits for the end of its reader's quiet hours; undefined where it does
 * not wait, as what would come too late to be of use.
 */
export function quietEnd(
  { zone, quietFrom, quietTo }: OwnQuiet,
  at: Date,
  neededBy: Date | undefined,
): Date | undefined {
  if (quietFrom === null || quietTo === null) return undefined
  const until = quietUntil(at, zone, { from: quietFrom, to: quietTo })
  if (until === undefined || neededBy === undefined || neededBy <= at) return until
  return until.getTime() <= neededBy.getTime() - inTimeMs ? until : undefined
}
