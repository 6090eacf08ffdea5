import { noteChange } from '../../../db/meetings/record/changes.ts'
import { type Leaver, renewRoles, withdrawLeavers } from '../../../db/meetings/series/leavers.ts'
import type { Trx } from '../../../db/store/db.ts'
import { type Firing, onTime, type Rule } from '../../../src/core/feature/rule.ts'
import { block, button, message, moment, rich } from '../../../src/core/message.ts'

interface Goodbye extends Firing {
  readonly meetings: readonly [Leaver, ...Leaver[]]
}

/** Takes back the invitations of those who left a group, all of them in one message. */
export const invitationsEnd: Rule<Trx, Goodbye> = {
  key: 'leaver',
  about: 'Meetings of a group that somebody no longer belongs to',
  audience: [{ who: 'those who were invited and left the group', due: goodbyes }],
  moments: [onTime],
  stops: 'The meeting is cancelled or has begun.',
  text: ({ meetings: [first, ...more] }) =>
    message(
      rich`You are no longer invited: ${first.title}, ${moment(first.startsAt, first.zone)}. Your entity does not belong to its group on that day.`,
      more.length > 0
        ? block.list(
            more.map(
              ({ meetingId, title, startsAt, zone }) =>
                rich`M${meetingId} ${title}, ${moment(startsAt, zone)}`,
            ),
          )
        : undefined,
      block.buttons(button('My meetings', 'meeting list', { mine: 'mine' })),
    ),
  uselessAfter: ({ meetings }) => meetings.at(-1)?.startsAt,
}

async function goodbyes(trx: Trx, { now }: { readonly now: Date }): Promise<readonly Goodbye[]> {
  await renewRoles(trx, now)
  const gone = await withdrawLeavers(trx, now)
  for (const { meetingId, name } of gone)
    await noteChange(
      trx,
      {
        meetingId,
        personId: null,
        what: rich`${name} does not belong to the group on that day; the invitation is withdrawn.`,
      },
      now,
    )
  return [...Map.groupBy(gone, ({ personId }) => personId)].flatMap(([personId, meetings]) => {
    const [first, ...more] = meetings
    if (!first) return []
    return [
      {
        key: `leaver:${first.meetingId}:${personId}:${now.getTime()}`,
        subject: `meeting:${first.meetingId}`,
        personId,
        meetings: [first, ...more] as const,
      },
    ]
  })
}
