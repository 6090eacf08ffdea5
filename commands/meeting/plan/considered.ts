import { workTimesOf } from '../../../db/directory/hours/workTimes.ts'
import { type Engagement, engagements, lastMeetings } from '../../../db/meetings/engagements.ts'
import type { ExpectedInvitee } from '../../../db/meetings/expectedInvitees.ts'
import type { Db } from '../../../db/store/db.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import type { Attendee } from '../../../src/meetings/slots/suggest.ts'
import { unsocialCount } from '../../../src/meetings/slots/unsocial.ts'
import type { Stretch } from '../../../src/meetings/slots/workingHours.ts'
import { hoursOfAll } from './hoursOfAll.ts'

/** How many of a group's last meetings tell who bore the unsocial hours. */
export const lastCount = 6

export interface ConsideredAttendee extends Attendee {
  /** The entity's acronym, or the name of one who has none. */
  readonly name: string
}

/** Everybody whom a time should suit, with their hours, holidays, absences, other meetings and past burden. */
export async function considered(
  db: Db,
  {
    guests,
    groupIds,
    window,
    now,
    absences = true,
  }: {
    readonly guests: readonly ExpectedInvitee[]
    readonly groupIds: readonly number[]
    readonly window: Stretch
    readonly now: Date
    /** Whether days on which somebody is away count as days off. */
    readonly absences?: boolean
  },
): Promise<{
  readonly attendees: readonly ConsideredAttendee[]
  /** Meetings of the groups themselves. */
  readonly own: readonly Stretch[]
  /** Those of other groups to which some of the people are invited. */
  readonly others: readonly Stretch[]
}> {
  const ids = guests.map(({ personId }) => personId)
  const span = { from: new Date(window.from), to: new Date(window.to) }
  const known = await workTimesOf(db, ids, dayOf(span.from, 'UTC'))
  const times = absences ? known : known.map((one) => ({ ...one, away: [] }))
  const busy = await engagements(db, ids, span)
  const last = (await lastMeetings(db, groupIds, now, lastCount)).map(stretchOf)
  const attendees = (await hoursOfAll(times, window)).map(({ personId, entity, name, hours }) => ({
    id: personId,
    name: entity ?? name,
    hours,
    busy: busy.filter((one) => one.personId === personId).map(stretchOf),
    unsocial: unsocialCount(hours, last),
  }))
  const meetings = busy.filter((one) => one.groupIds.length > 0)
  const isOwn = (one: Engagement) => one.groupIds.some((id) => groupIds.includes(id))
  return {
    attendees,
    own: meetings.filter(isOwn).map(stretchOf),
    others: meetings.filter((one) => !isOwn(one)).map(stretchOf),
  }
}

function stretchOf({ startsAt, minutes }: { readonly startsAt: Date; readonly minutes: number }): Stretch {
  return { from: startsAt.getTime(), to: startsAt.getTime() + minutes * 60_000 }
}
