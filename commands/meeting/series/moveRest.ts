import type { Plan } from '../../../db/meetings/change.ts'
import { askAgain } from '../../../db/meetings/invited/askAgain.ts'
import { layAside } from '../../../db/meetings/record/agenda.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { changeSeries, endSeries } from '../../../db/meetings/series/family.ts'
import { inviteAll } from '../../../db/meetings/series/inviteAll.ts'
import { carryOver, replan } from '../../../db/meetings/series/rest.ts'
import { createSeries } from '../../../db/meetings/series/series.ts'
import type { Trx } from '../../../db/store/db.ts'
import { type Block, block, button, type Message, message, moment, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { occurrencesOf } from '../../../src/meetings/series/stored.ts'
import type { Context } from '../../define.ts'
import { takingBack } from '../plan/carried/takingBack.ts'
import { changesOf } from '../plan/changes.ts'
import { isChanged, type RestPlanned } from './restPlanned.ts'
import { datesOf, tellAll } from './tellAll.ts'

/**
 * Moves or changes a meeting of a series and all that follow it: each moves by as many days, to the same hour of the
 * clock. They go on as series of their own, so that what came before stays as it was; calendars know both by one identifier.
 */
export async function moveRest(
  context: Context,
  meeting: Meeting,
  plan: Plan,
  rest: RestPlanned,
  ...more: readonly Block[]
): Promise<Message> {
  const { db, now, zone } = context
  const { stays, kept } = rest
  await goOn(db, rest, now)
  const changed = rest.meetings.filter(isChanged)
  const after = changed.map((one) => one.after)
  await replan(db, after, now)
  const answers = { former: 0, restored: 0 }
  for (const { before, after } of changed)
    if (before.startsAt.getTime() !== after.startsAt.getTime()) {
      const { former, restored } = await askAgain(db, {
        meetingId: before.id,
        from: before.startsAt,
        to: after.startsAt,
      })
      answers.former += former
      answers.restored += restored
      await layAside(db, before.id)
    }
  await inviteAll(
    db,
    after.map(({ id }) => id),
  )
  const changes = changesOf(meeting, plan).join('; ')
  context.about(`meeting:${meeting.id}`)
  const said = (reader: string) =>
    stays || plan.startsAt.getTime() === meeting.startsAt.getTime()
      ? rich`Changed: ${meeting.title} from ${moment(plan.startsAt, reader)} on, the rest of the series: ${changes}.`
      : rich`Moved: ${meeting.title}, the rest of the series, from ${moment(meeting.startsAt, reader)} to ${moment(plan.startsAt, reader)}${changes === '' ? '' : `; ${changes}`}.`
  const peopleTold = await tellAll(
    context,
    after,
    'moved',
    said,
    answers.former > 0
      ? block.text('Answers given before were for the former times; you are asked again before each meeting.')
      : undefined,
    answers.restored > 0 ? block.text('Answers given for these times before count again.') : undefined,
  )
  return message(
    rich`${said(zone)} ${counted(after.length, 'meeting')}; ${counted(peopleTold, 'person is', 'people are')} told.`,
    datesOf(after, zone),
    ...aboutAnswers(answers),
    kept.length > 0
      ? block.text(
          `${kept.map(({ id }) => `M${id}`).join(', ')} ${kept.length > 1 ? 'were moved by themselves before and stay where they are' : 'was moved by itself before and stays where it is'}.`,
        )
      : undefined,
    ...more,
    rest.undoable
      ? block.buttons(button('Undo: as before', ...takingBack(meeting, plan, 'rest')))
      : undefined,
  )
}

/** Says to whoever moved them what became of the answers that had been given. */
function aboutAnswers({
  former,
  restored,
}: {
  readonly former: number
  readonly restored: number
}): readonly Block[] {
  return [
    ...(former > 0
      ? [
          block.text(
            `${counted(former, 'answer was', 'answers were')} for the former times; everybody is asked again before each meeting.`,
          ),
        ]
      : []),
    ...(restored > 0
      ? [
          block.text(
            `${counted(restored, 'answer')} given for these times before ${restored === 1 ? 'counts' : 'count'} again.`,
          ),
        ]
      : []),
  ]
}

/** Lets another series go on for the rest, with its meetings, those cancelled by themselves too. */
async function goOn(db: Trx, rest: RestPlanned, now: Date): Promise<void> {
  const { own, family, from, stays, clock, changed, meetings, cancelled } = rest
  const ends = family.every(({ endedFrom }) => endedFrom !== null)
  const last = family
    .flatMap(({ endedFrom }) => endedFrom ?? [])
    .sort()
    .at(-1)
  // Those that keep their times stay in the series that go on later.
  const later = stays ? family.filter(({ id, firstDay }) => id !== own.id && firstDay > from) : []
  // Days that are left out peopleTold as well, as they do for COUNT.
  const left = occurrencesOf({ ...own, exceptDays: [] }).filter(({ day }) => day >= from).length
  const { wallHour, wallMinute, zone, dayShift } = clock
  const next = await createSeries(
    db,
    {
      ...own,
      ...changed,
      ...{ wallHour, wallMinute, zone, dayShift },
      firstDay: from,
      times: own.times === null ? null : Math.max(left, 1),
      rootId: own.rootId ?? own.id,
    },
    now,
  )
  for (const one of later) await changeSeries(db, one.id, { ...one, ...changed })
  const ended = stays ? own.endedFrom : ends ? (last ?? null) : null
  if (ended !== null) await endSeries(db, [next], ended)
  await endSeries(
    db,
    family.filter((one) => !later.includes(one)).map(({ id }) => id),
    from,
  )
  const stayIn = new Set(later.map(({ id }) => id))
  const carried = [...meetings.map(({ before }) => before), ...cancelled]
  await carryOver(
    db,
    carried.flatMap(({ id, seriesId }) => (stayIn.has(seriesId ?? 0) ? [] : id)),
    next,
  )
}
