import type { Clash } from '../../../db/meetings/clashes.ts'
import { type ExpectedInvitee, expectedInvitees } from '../../../db/meetings/expectedInvitees.ts'
import { invitees } from '../../../db/meetings/invitations.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { moment, type Rich, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import { repeatedHourNote } from '../../../src/core/time/repeatedHourNote.ts'
import { lengthMeant } from '../../../src/meetings/lengthMeant.ts'
import type { Context, Question } from '../../define.ts'
import { isChanged, type RestPlanned } from '../series/restPlanned.ts'
import { datesOf } from '../series/tellAll.ts'
import { markOfPlan } from './carried/shownPlan.ts'
import { changesOf, type TypedChanges } from './changes.ts'
import { mustAsk, preview } from './preview.ts'

/** Shows who would be told before many people are; undefined where the move may happen at once. */
export async function questionOf(
  context: Context,
  {
    before,
    after,
    typed,
    clashing,
    rest,
    takesBack,
    isStale,
  }: {
    readonly before: Meeting
    readonly after: Meeting
    readonly typed: TypedChanges
    readonly clashing: readonly Clash[]
    /** What becomes of the meetings that follow, where they are meant too. */
    readonly rest: RestPlanned | undefined
    /** Whether the meeting stood like that before, so that no hour is odd. */
    readonly takesBack: boolean
    /** Whether somebody has changed the meeting since the question was asked to which this is a yes. */
    readonly isStale: boolean
  },
): Promise<Question | undefined> {
  if ((context.confirmed && !isStale) || !Number.isFinite(context.askAbove)) return undefined
  const people = await everybody(context, after)
  if (!isStale && !mustAsk(context, people, takesBack ? undefined : after)) return undefined
  const changed = (rest?.meetings ?? []).filter(isChanged).map((one) => one.after)
  const more = changed.length - 1
  const following = more > 0 ? ` with ${counted(more, 'meeting that follows', 'meetings that follow')},` : ''
  const what = rich`${asking(before, after, context.zone)}${following} and tell ${counted(people.length, 'person', 'people')}?`
  const exact = typed.start ? { start: after.startsAt.toISOString(), timezone: after.zone } : {}
  const length = after.minutes === before.minutes ? {} : { duration: `${after.minutes}m` }
  return {
    kind: 'question',
    message: await preview(context, what, {
      ...{ time: after, people, clashing },
      note: withStale(withEarlier(noteOn(typed, after), before, after), isStale),
      dates: more > 0 ? datesOf(changed, context.zone) : undefined,
    }),
    yes: 'Do it and tell them',
    values: { ...exact, ...length, shown: markOfPlan(before) },
  }
}

/** The same as a question has it: `Move Quarterly from … to …; length now 2 h (was 1 h),`. */
function asking(before: Meeting, after: Meeting, reader: string): Rich {
  const changes = changesOf(before, after).join('; ')
  if (before.startsAt.getTime() === after.startsAt.getTime())
    return rich`Change ${before.title}, ${moment(after.startsAt, reader)}: ${changes},`
  const more = changes === '' ? '' : `; ${changes},`
  return rich`Move ${before.title} from ${moment(before.startsAt, reader)} to ${moment(after.startsAt, reader)}${more}`
}

/** A meeting that was to be pushed to next week may stand later already. */
function withEarlier(note: string | undefined, before: Meeting, after: Meeting): string | undefined {
  const days = Math.round((before.startsAt.getTime() - after.startsAt.getTime()) / 86_400_000)
  if (days < 2) return note
  return [`That is ${days} days earlier than it is now.`, ...(note === undefined ? [] : [note])].join(' ')
}

/** Says before all else that the question is not the one that was answered. */
function withStale(note: string | undefined, isStale: boolean): string | undefined {
  const said = 'The meeting has been changed since you were asked. Is this still right?'
  return !isStale ? note : note === undefined ? said : `${said} ${note}`
}

/** What the caller should know about the new time, and of an end that is not taken. */
export function noteOn({ start, duration }: TypedChanges, { startsAt, zone }: Meeting): string | undefined {
  if (start === undefined) return undefined
  const length = duration === undefined ? undefined : lengthMeant(duration, [start]).note
  const notes = [start.note ?? repeatedHourNote(startsAt, zone), length].filter((one) => one !== undefined)
  return notes.length === 0 ? undefined : notes.join(' ')
}

/** Those who are invited, and those who belong to the group on the day of the meeting. */
async function everybody({ db }: Context, after: Meeting): Promise<readonly ExpectedInvitee[]> {
  const invited: readonly ExpectedInvitee[] = await invitees(db, after.id)
  const group =
    after.groupIds.length === 0
      ? []
      : await expectedInvitees(db, after.groupIds, dayOf(after.startsAt, after.zone))
  return [...new Map([...group, ...invited].map((guest) => [guest.personId, guest])).values()]
}
