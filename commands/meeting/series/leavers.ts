import { endForLeavers } from '../../../db/ledger/waiting/overtaken.ts'
import { noteChanges } from '../../../db/meetings/record/changes.ts'
import { type Leaver, withdrawLeavers } from '../../../db/meetings/series/leavers.ts'
import { takeRecheck } from '../../../db/meetings/series/rechecks.ts'
import { renewRoles } from '../../../db/meetings/series/renewRoles.ts'
import type { Trx } from '../../../db/store/db.ts'
import { onTime, type Rule } from '../../../src/core/feature/rule.ts'
import { block, button, message, moment, rich } from '../../../src/core/message.ts'
import { seatWithArticle } from '../shown/seatWithArticle.ts'
import { type GroupedFiring, groupedFirings, otherMeetings, tomorrow } from './groupedFirings.ts'

const key = 'leaver'

/** Takes back the invitations of those who left a group, all of them in one message. */
export const invitationsEnd: Rule<Trx, GroupedFiring<Leaver>> = {
  key,
  about: 'Meetings of a group that somebody has left',
  audience: [{ who: 'those who were invited and left the group', due: goodbyes }],
  acts: true,
  moments: [onTime],
  anyDay: true,
  stops: 'The meeting is cancelled or has begun.',
  text({ meetings }) {
    const [first] = meetings
    return message(
      rich`You are no longer invited: ${first.title}, ${moment(first.startsAt, first.zone)}. ${first.replaced ? 'On that day somebody else sits in its group for your entity.' : 'Your entity does not belong to its group on that day.'}`,
      otherMeetings(meetings),
      block.buttons(button('My meetings', 'meeting list', { mine: 'mine' })),
    )
  },
  why: ({ meetings: [{ group }] }) => ({
    as: `no longer of ${group ?? 'the group'} on that day`,
    otherwise: 'A mistake? The secretariat corrects the directory.',
  }),
  uselessAfter: ({ meetings }) => meetings.at(-1)?.startsAt,
}

async function goodbyes(
  trx: Trx,
  { now }: { readonly now: Date },
): Promise<readonly GroupedFiring<Leaver>[]> {
  const meetings = await takeRecheck(trx, key, now, tomorrow(now))
  if (meetings === undefined) return []
  const renewed = await renewRoles(trx, { meetings, now })
  const gone = await withdrawLeavers(trx, { meetings, now })
  // What became of a meeting before they left is theirs to hear no more.
  const waiting = gone.map(({ meetingId, personId }) => ({ subject: `meeting:${meetingId}`, personId }))
  await endForLeavers(trx, waiting, now)
  const changes = [
    ...renewed.map(({ meetingId, name, as }) => ({
      meetingId,
      personId: null,
      what: rich`${name} is invited as ${seatWithArticle(as)} now, by the roles of that day.`,
    })),
    ...gone.map(({ meetingId, name, replaced }) => ({
      meetingId,
      personId: null,
      what: replaced
        ? rich`Somebody else sits in the group for ${name}’s entity on that day; the invitation is withdrawn.`
        : rich`${name} does not belong to the group on that day; the invitation is withdrawn.`,
    })),
  ]
  await noteChanges(trx, changes, now)
  return groupedFirings(key, gone)
}
