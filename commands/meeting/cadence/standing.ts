import {
  type CadenceStanding,
  cadenceStandings,
  standingsWithoutDate,
} from '../../../db/meetings/cadence/standings.ts'
import type { Db } from '../../../db/store/db.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import { type RhythmPeriod, rhythmPeriod, rhythms } from '../../../src/meetings/cadence/rhythm.ts'

export interface StandingInPeriod {
  readonly standing: CadenceStanding
  readonly period: RhythmPeriod
}

/** How every group with a cadence, or one group alone, is doing in its current period. */
export async function standingsNow(
  db: Db,
  now: Date,
  groupId: number | null = null,
): Promise<readonly StandingInPeriod[]> {
  const periods = periodsOf(now)
  return together(await cadenceStandings(db, periods, { now, today: dayOf(now, 'UTC'), groupId }), periods)
}

/** The groups that neither have a date nor said that they do not meet, in such of the present periods as are asked for. */
export async function groupsWithoutDate(
  db: Db,
  now: Date,
  isWanted: (period: RhythmPeriod) => boolean,
): Promise<readonly StandingInPeriod[]> {
  const periods = periodsOf(now).filter(isWanted)
  if (periods.length === 0) return []
  return together(await standingsWithoutDate(db, periods, { now, today: dayOf(now, 'UTC') }), periods)
}

function periodsOf(now: Date): readonly RhythmPeriod[] {
  const today = dayOf(now, 'UTC')
  return rhythms.flatMap((rhythm) => rhythmPeriod(rhythm, today) ?? [])
}

function together(
  found: readonly CadenceStanding[],
  periods: readonly RhythmPeriod[],
): readonly StandingInPeriod[] {
  return found.flatMap((standing) => {
    const period = periods.find(({ rhythm }) => rhythm === standing.rhythm)
    return period ? [{ standing, period }] : []
  })
}
