import { changeMeeting } from '../../db/meetings/change.ts'
import { clashes, lockTimes } from '../../db/meetings/clashes.ts'
import { meetingById } from '../../db/meetings/meetings.ts'
import type { Meeting } from '../../db/meetings/rows.ts'
import { chairOf } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { block } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { meetingKinds } from '../../src/meetings/kinds.ts'
import { type Context, command, found } from '../define.ts'
import { undoesOption } from '../records/overruled.ts'
import { presentTexts } from '../records/present.ts'
import { shownOption } from '../records/shownThen.ts'
import { called } from './called.ts'
import { lockOpen } from './cancel.ts'
import { clashBlocks } from './card.ts'
import { meetingOption } from './meetingOption.ts'
import { isStalePlan } from './plan/carried/shownPlan.ts'
import { refuseOverruling } from './plan/carried/takingBack.ts'
import { changedPlan, changesOf, isFormerStart, planOf, type TypedChanges } from './plan/changes.ts'
import { noteOn, questionOf } from './plan/questionOfMove.ts'
import { moveRest } from './series/moveRest.ts'
import { planRest } from './series/restPlanned.ts'
import { meansRest, scopeOption } from './series/scope.ts'
import { tellChange } from './told/tellChange.ts'

const duration = option.duration({ about: 'The new length', moves: true, min: 5, max: 1440 * 5 })
const title = option.text({ about: 'The new title', max: 150 })
const kind = option.choice({ about: 'The new kind', choices: meetingKinds })
const place = option.text({ about: 'The new place, or “none”', max: 200 })
const link = option.text({ about: 'The new video link, or “none”', max: 500 })

export const move = command({
  name: 'move',
  about: 'Move a meeting, or change its length or place; everyone invited is told',
  options: {
    meeting: meetingOption,
    start: option.moment({ moves: true, ahead: true, about: 'The new beginning, e.g. 12 Dec 14:30' }),
    duration,
    timezone: option.zone({ about: 'The time zone of the start' }),
    title,
    place,
    link,
    series: scopeOption,
    undoes: undoesOption,
    shown: shownOption,
  },
  access: chairOf('meeting'),
  audience: 'room',
  changes: true,
  mayAsk: true,
  examples: ['/meeting move M1 start:"15 Dec 14:30"', '/meeting move M1 duration:2h'],
  run: (context, { meeting, series, undoes, shown, ...typed }) =>
    changeAndTell(context, meeting.id, typed, { scope: series, undoes, shown }),
})

export const edit = command({
  name: 'edit',
  about: 'Change title, kind, place, link or length; everyone invited is told',
  options: {
    meeting: meetingOption,
    title,
    kind,
    place,
    link,
    duration,
    series: scopeOption,
    undoes: undoesOption,
    shown: shownOption,
  },
  access: chairOf('meeting'),
  audience: 'room',
  changes: true,
  mayAsk: true,
  examples: [
    '/meeting edit M1 place:"Room 5"',
    '/meeting edit M1 title:"Fourth quarterly meeting" kind:in-focus',
  ],
  present: async ({ db }, { meeting }) =>
    presentTexts(planOf(found(await meetingById(db, meeting.id), 'such meeting'))),
  edits: ({ db }, { meeting }) => ({
    ...{ subject: `meeting:${meeting.id}`, alsoBy: ['meeting move'] },
    hold: () => lockTimes(db),
  }),
  run: (context, { meeting, series, undoes, shown, ...typed }) =>
    changeAndTell(context, meeting.id, typed, { scope: series, undoes, shown }),
})

interface How {
  readonly scope: 'this' | 'rest' | undefined
  readonly undoes: string | undefined
  /** How the meeting stood in the question that is answered. */
  readonly shown: string | undefined
}

async function changeAndTell(
  context: Context,
  id: number,
  typed: TypedChanges,
  { scope, undoes, shown }: How,
) {
  const { db, now, zone } = context
  await lockTimes(db)
  const before = await lockOpen(context, id)
  refuseOverruling(before, undoes, zone)
  const plan = changedPlan(before, typed)
  const moved = plan.startsAt.getTime() !== before.startsAt.getTime()
  if (moved && plan.startsAt <= now && !isFormerStart(before, plan.startsAt))
    throw new UserError('That moment has passed; a meeting is moved to a time ahead.', { option: 'start' })
  const changes = changesOf(before, plan)
  if (!moved && changes.length === 0)
    throw new UserError(
      `${called({ id, title: before.title })} is already planned exactly like that; nothing was changed.`,
    )
  const rest = meansRest(before, scope) ? await planRest(db, before, plan, now) : undefined
  const after: Meeting = { ...before, ...plan, sequence: before.sequence + 1 }
  const planned = rest?.meetings.map((one) => one.after) ?? [after]
  const mayClash =
    before.groupIds.length > 0 && (moved || plan.minutes !== before.minutes || plan.place !== before.place)
  const clashing = !mayClash
    ? []
    : await clashes(db, {
        ...plan,
        starts: planned.map(({ startsAt }) => startsAt),
        groupIds: before.groupIds,
        except: planned.map((one) => one.id),
      })
  const asked = await questionOf(context, {
    before,
    after,
    typed,
    clashing,
    rest,
    takesBack: undoes !== undefined,
    isStale: isStalePlan(before, shown),
  })
  if (asked) return asked

  const note = noteOn(typed, after)
  if (rest)
    return moveRest(
      context,
      before,
      plan,
      rest,
      ...(note === undefined ? [] : [block.text(note)]),
      ...clashBlocks(clashing, zone),
    )
  await changeMeeting(db, id, plan, now)
  return tellChange(context, { before, plan, after, note, clashing })
}
