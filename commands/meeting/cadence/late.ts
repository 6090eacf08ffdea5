import { secretariatInZones } from '../../../db/directory/people.ts'
import { recordedKeys } from '../../../db/ledger/recordedKeys.ts'
import type { Trx } from '../../../db/store/db.ts'
import { leaveRule } from '../../../src/core/feature/officeWords.ts'
import { type Firing, onTime, type Rule, soonest } from '../../../src/core/feature/rule.ts'
import {
  type Block,
  block,
  button,
  headed,
  message,
  moment,
  type Rich,
  rich,
} from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { addDays, dayOf, endOfDay, formatDay } from '../../../src/core/time/day.ts'
import { morningOf } from '../../../src/core/time/quietHours.ts'
import { formatRhythmPeriod, type RhythmPeriod } from '../../../src/meetings/cadence/rhythm.ts'
import { groupsWithoutDate, type StandingInPeriod } from './standing.ts'

const key = 'late-groups'

/** The groups of one period that are late, to one person of the secretariat. */
interface Late extends Firing {
  readonly period: RhythmPeriod
  readonly groups: readonly StandingInPeriod[]
}

/**
 * Shows the secretariat, in the last month of a period, the groups that have not met, have no date and gave no reason.
 */
export const lateGroups: Rule<Trx, Late> = {
  key,
  about:
    'Groups that are late: no meeting by the last month of their quarter, or of the period that they keep',
  audience: [
    { who: 'the secretariat', due: async (trx, { now, limit }) => (await late(trx, now)).slice(0, limit) },
  ],
  moments: [onTime],
  stops: 'The period ends, or every group has a date or has said that it does not meet.',
  urgency: 'bulk',
  text: ({ period, groups }) =>
    headed(
      'No meeting yet',
      message(
        rich`${counted(groups.length, 'working group has', 'working groups have')} no regular meeting in ${formatRhythmPeriod(period)}, which ends on ${formatDay(period.to)}.`,
        lateList(groups),
        block.buttons(button('Rhythm of all groups', 'wg cadence')),
      ),
    ),
  async coming(trx, { now, personId, limit }) {
    const today = dayOf(now, 'UTC')
    const open = await groupsWithoutDate(trx, now, ({ last }) => last >= today)
    const secretariat = open.length === 0 ? [] : await secretariatInZones(trx)
    const coming = [...Map.groupBy(open, ({ period }) => period)].flatMap(([period, groups]) =>
      secretariat.map(({ id, zone }) => ({
        at: morningOf(period.last, zone),
        what: rich`${counted(groups.length, 'working group has', 'working groups have')} no regular meeting in ${formatRhythmPeriod(period)}`,
        to: { personId: id },
        why: 'of the secretariat',
      })),
    )
    return soonest(
      coming.filter(({ at }) => at > now),
      personId,
      limit,
    )
  },
  why: () => ({ as: 'of the secretariat', otherwise: leaveRule(key) }),
  uselessAfter: ({ period }) => endOfDay(period.to, 'UTC'),
}

/** One line a group: who leads it, and when it met last. */
function lateList(groups: readonly StandingInPeriod[]): Block {
  return block.list(groups.map(({ standing }) => rich`${standing.acronym}: ${lateWords(standing)}`))
}

function lateWords({ chairs, lastAt }: StandingInPeriod['standing']): Rich {
  const chair = chairs.length === 0 ? 'no chair on record' : `chaired by ${chairs.join(', ')}`
  return lastAt === null
    ? rich`${chair}; no regular meeting on record`
    : rich`${chair}; met last on ${moment(lastAt, 'UTC', 'day')}`
}

async function late(trx: Trx, now: Date): Promise<readonly Late[]> {
  const today = dayOf(now, 'UTC')
  // It may be tomorrow already where somebody reads it.
  const open = await groupsWithoutDate(trx, now, ({ last }) => last <= addDays(today, 1))
  if (open.length === 0) return []
  const secretariat = await secretariatInZones(trx)
  const firings = [...Map.groupBy(open, ({ period }) => period)].flatMap(([period, groups]) =>
    secretariat
      .filter(({ zone }) => morningOf(period.last, zone) <= now)
      .map(({ id: personId }) => ({
        key: [key, period.rhythm, period.from, personId].join(':'),
        subject: `late-groups:${period.from}`,
        personId,
        period,
        groups,
      })),
  )
  const told = await recordedKeys(
    trx,
    firings.map((one) => one.key),
  )
  return firings.filter((one) => !told.has(one.key))
}
