import { changeMeeting, type Plan } from '../../db/meetings/change.ts'
import { type Clash, clashes, lockTimes } from '../../db/meetings/clashes.ts'
import { invitees, inviteGroup } from '../../db/meetings/invitations.ts'
import { askAgain } from '../../db/meetings/invited/askAgain.ts'
import { meetingById } from '../../db/meetings/meetings.ts'
import { layAside } from '../../db/meetings/record/agenda.ts'
import type { Meeting } from '../../db/meetings/rows.ts'
import { chairOf } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { block, button, message, rich } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { dayOf } from '../../src/core/time/day.ts'
import { meetingKinds } from '../../src/meetings/kinds.ts'
import { type Context, command, found } from '../define.ts'
import { undoesOption } from '../records/overruled.ts'
import { presentTexts } from '../records/present.ts'
import { called } from './called.ts'
import { lockOpen } from './cancel.ts'
import { clashBlocks, factsBelowHour } from './card.ts'
import { meetingOption } from './meetingOption.ts'
import { changedPlan, changesOf, isFormerStart, planOf, type TypedChanges } from './plan/changes.ts'
import { noteOn, questionOf } from './plan/questionOfMove.ts'
import { refuseOverruling, takingBack } from './plan/takingBack.ts'
import { moveRest } from './series/moveRest.ts'
import { planRest } from './series/restPlanned.ts'
import { meansRest, scopeOption } from './series/scope.ts'
import { tellRooms } from './tellRooms.ts'
import { moveSentence, tellMoved } from './told/tellMoved.ts'

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
  },
  access: chairOf('meeting'),
  audience: 'room',
  changes: true,
  mayAsk: true,
  examples: ['/meeting move M1 start:"15 Dec 14:30"', '/meeting move M1 duration:2h'],
  run: (context, { meeting, series, undoes, ...typed }) =>
    changeAndTell(context, meeting.id, typed, series, undoes),
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
  run: (context, { meeting, series, undoes, ...typed }) =>
    changeAndTell(context, meeting.id, typed, series, undoes),
})

async function changeAndTell(
  context: Context,
  id: number,
  typed: TypedChanges,
  scope: 'this' | 'rest' | undefined,
  undoes: string | undefined,
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

interface Changed {
  readonly before: Meeting
  readonly plan: Plan
  readonly after: Meeting
  readonly note: string | undefined
  readonly clashing: readonly Clash[]
}

/** Asks everybody anew where the time is another, and tells them, the rooms and whoever changed it. */
async function tellChange(context: Context, { before, plan, after, note, clashing }: Changed) {
  const { db, now, zone } = context
  const { id } = before
  const moved = plan.startsAt.getTime() !== before.startsAt.getTime()
  const answered = (await invitees(db, id)).filter(({ response }) => response !== null)
  const asksAnew = moved && answered.length > 0 && !isFormerStart(before, plan.startsAt)
  if (moved) {
    await askAgain(db, { meetingId: id, from: before.startsAt, to: plan.startsAt })
    await layAside(db, id)
    await inviteGroup(db, id, dayOf(plan.startsAt, plan.zone))
  }
  const people = await invitees(db, id)
  const restored = moved ? people.filter(({ response }) => response !== null) : []
  context.about(`meeting:${id}`)
  const news = (reader: string) => moveSentence(before, after, reader)
  await tellMoved(context, people, { before, after, asksAnew })
  const saidHere = await tellRooms(context, after, 'moved', news(after.zone))
  return message(
    rich`${news(zone)} ${counted(people.length, 'person is', 'people are')} told.`,
    asksAnew
      ? block.text(
          `${counted(answered.length, 'answer was', 'answers were')} for the former time; everybody ${restored.length > 0 ? 'else ' : ''}is asked again.`,
        )
      : undefined,
    restored.length > 0
      ? block.text(
          `${counted(restored.length, 'answer')} given for this time before ${restored.length === 1 ? 'counts' : 'count'} again.`,
        )
      : undefined,
    // In a room of the group, its own card says them.
    saidHere ? undefined : factsBelowHour(after, zone),
    note === undefined ? undefined : block.text(note),
    ...clashBlocks(clashing, zone),
    before.startsAt > now || before.begunAt !== null || !moved
      ? block.buttons(
          button(moved ? 'Undo: move it back' : 'Undo: change it back', ...takingBack(before, plan)),
        )
      : undefined,
  )
}
