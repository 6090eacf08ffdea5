import { noteChanges } from '../../../db/meetings/record/changes.ts'
import { type GroupNewcomer, inviteAll, inviteNewcomers } from '../../../db/meetings/series/inviteAll.ts'
import { takeRecheck } from '../../../db/meetings/series/rechecks.ts'
import { type StoredSeries, seriesToExtend } from '../../../db/meetings/series/series.ts'
import type { Trx } from '../../../db/store/db.ts'
import { handOverOffice } from '../../../src/core/feature/officeWords.ts'
import { onTime, type Rule } from '../../../src/core/feature/rule.ts'
import { message, moment, rich } from '../../../src/core/message.ts'
import { addDays, dayOf } from '../../../src/core/time/day.ts'
import { rsvpButtons } from '../card.ts'
import { seatWithArticle } from '../shown/seatWithArticle.ts'
import { extend, madeAheadDays } from './extend.ts'
import { type GroupedFiring, groupedFirings, otherMeetings, tomorrow } from './groupedFirings.ts'

const batch = 20

const key = 'newcomer'

/** Invites those who come to belong to a group after its meetings were scheduled, all of its meetings in one message. */
export const invitationsFollow: Rule<Trx, GroupedFiring<GroupNewcomer>> = {
  key,
  about: 'Meetings scheduled before somebody joined the group',
  audience: [{ who: 'those who belong to it now', due: welcomes }],
  acts: true,
  moments: [onTime],
  anyDay: true,
  stops: 'The meeting is cancelled or has begun.',
  text({ meetings }) {
    const [first] = meetings
    return message(
      rich`You are invited: ${first.title}, ${moment(first.startsAt, first.zone)}.`,
      otherMeetings(meetings),
      rsvpButtons(first.meetingId),
    )
  },
  why: ({ meetings: [{ as, group }] }) => ({
    as: `${seatWithArticle(as)} of ${group ?? 'the group'} by now`,
    otherwise: handOverOffice,
  }),
  uselessAfter: ({ meetings }) => meetings.at(-1)?.startsAt,
}

/** Makes what the series have ahead first: those who belong to a group by then are invited to it in silence. */
async function welcomes(
  trx: Trx,
  { now }: { readonly now: Date },
): Promise<readonly GroupedFiring<GroupNewcomer>[]> {
  const until = addDays(dayOf(now, 'UTC'), madeAheadDays)
  for (const series of await seriesToExtend(trx, until, batch)) await goOn(trx, series, now)
  const meetings = await takeRecheck(trx, key, now, tomorrow(now))
  if (meetings === undefined) return []
  const fresh = await inviteNewcomers(trx, meetings, now, new Date(`${until}T00:00:00Z`))
  const changes = fresh.map(({ meetingId, name, as }) => ({
    meetingId,
    personId: null,
    what: rich`${name} belongs to the group on that day and is invited, as ${seatWithArticle(as)}.`,
  }))
  await noteChanges(trx, changes, now)
  // A person who left and came back is welcomed again.
  return groupedFirings(key, fresh)
}

async function goOn(trx: Trx, series: StoredSeries, now: Date): Promise<void> {
  const ids = await extend(trx, series, now)
  await inviteAll(trx, ids)
  const what = rich`Made as the series ${series.title}, ${series.said}, goes on.`
  await noteChanges(
    trx,
    ids.map((meetingId) => ({ meetingId, personId: null, what })),
    now,
  )
}
