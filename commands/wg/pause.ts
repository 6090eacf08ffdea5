import { pauseGroup, resumeGroup } from '../../db/meetings/cadence/pauses.ts'
import { UserError } from '../../src/core/errors.ts'
import { eachTime } from '../../src/core/feature/notice.ts'
import { block, button, type Message, message, rich } from '../../src/core/message.ts'
import type { GroupRef } from '../../src/core/option.ts'
import { type Day, formatDay } from '../../src/core/time/day.ts'
import { formatRhythmPeriod, periodAfter, type RhythmPeriod } from '../../src/meetings/cadence/rhythm.ts'
import type { Context } from '../define.ts'
import { standingsNow } from '../meeting/cadence/standing.ts'
import { tellOtherChairs } from './told/otherChairs.ts'

/** Notes that a group does not meet in the present period or the next one, or takes that back. */
export async function pause(
  context: Context,
  wg: Pick<GroupRef, 'id' | 'acronym'>,
  {
    skip,
    reason,
    from,
  }: {
    readonly skip: 'this' | 'next' | 'none'
    readonly reason: string | undefined
    readonly from: Day | undefined
  },
): Promise<Message> {
  const { db, caller, now } = context
  const [one] = await standingsNow(db, now, wg.id)
  if (!one)
    throw new UserError(
      `${wg.acronym} keeps no rhythm, so there is no period to leave out. Nothing was changed.`,
    )
  const period = skip === 'next' ? periodAfter(one.period) : one.period
  if (skip === 'none') return resume(context, wg, periodsMeant(one.period, from))
  const [planned] = skip === 'this' ? one.standing.meetings : []
  if (planned)
    throw new UserError(
      `${wg.acronym} has M${planned.id} in ${formatRhythmPeriod(period)}; ${planned.status === 'held' ? 'it was held' : 'cancel it first'}. Nothing was changed.`,
    )
  const of = { groupId: wg.id, firstDay: period.from, lastDay: period.to }
  if (!(await pauseGroup(db, { ...of, reason: reason ?? null, decidedBy: caller.personId }, now)))
    throw new UserError(
      `It is on record already that ${wg.acronym} does not meet in ${formatRhythmPeriod(period)}.`,
    )
  const because = reason === undefined ? '' : ` Reason: ${reason}`
  const told = await tellOtherChairs(context, wg, {
    change: `pause:${eachTime}`,
    text: rich`${wg.acronym} does not meet in ${formatRhythmPeriod(period)}: ${caller.name} put that on record.${because}`,
  })
  return message(
    rich`On record: ${wg.acronym} does not meet in ${formatRhythmPeriod(period)}, ${formatDay(period.from)} to ${formatDay(period.to)}.${because}`,
    block.text('Nobody is reminded of a date in that time.'),
    told,
    block.buttons(
      button('Undo: it meets after all', 'wg cadence', { wg: wg.acronym, skip: 'none', from: period.from }),
    ),
  )
}

/** The present period and the next one, or of both the one that begins on a day. */
function periodsMeant(present: RhythmPeriod, from: Day | undefined): readonly RhythmPeriod[] {
  return [present, periodAfter(present)].filter((one) => from === undefined || one.from === from)
}

/** Withdraws what the group said about the first of these periods of which it said anything. */
async function resume(
  context: Context,
  wg: Pick<GroupRef, 'id' | 'acronym'>,
  periods: readonly RhythmPeriod[],
): Promise<Message> {
  const { db, caller, now } = context
  for (const period of periods) {
    const of = { groupId: wg.id, firstDay: period.from, lastDay: period.to }
    if (!(await resumeGroup(db, of, now))) continue
    const told = await tellOtherChairs(context, wg, {
      change: `resume:${eachTime}`,
      text: rich`${wg.acronym} is expected to meet in ${formatRhythmPeriod(period)} after all: ${caller.name} took back that it does not.`,
    })
    return message(
      `Taken back: ${wg.acronym} is expected to meet in ${formatRhythmPeriod(period)} again.`,
      told,
      block.buttons(button('Suggest times', 'meeting suggest', { wg: wg.acronym }, 'primary')),
    )
  }
  throw new UserError(`Nothing on record says that ${wg.acronym} does not meet; nothing was changed.`)
}
