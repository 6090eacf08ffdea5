import { eachTime } from '../../../src/core/feature/notice.ts'
import type { Firing } from '../../../src/core/feature/rule.ts'
import { type Block, block, moment, rich } from '../../../src/core/message.ts'
import { addDays, dayOf, startOfDay } from '../../../src/core/time/day.ts'

/** A meeting of which somebody is told. */
interface MeetingToTell {
  readonly meetingId: number
  readonly personId: number
  readonly title: string
  readonly startsAt: Date
  /** The reader's. */
  readonly zone: string
}

/** One message to one person on several meetings, soonest first. */
export interface GroupedFiring<Meeting extends MeetingToTell> extends Firing {
  readonly meetings: readonly [Meeting, ...Meeting[]]
}

/** All that a person is told of in one message; the same meetings told of at another time are another message. */
export function groupedFirings<Meeting extends MeetingToTell>(
  rule: string,
  meetings: readonly Meeting[],
): readonly GroupedFiring<Meeting>[] {
  return [...Map.groupBy(meetings, ({ personId }) => personId)].flatMap(([personId, [first, ...more]]) =>
    first
      ? [
          {
            key: `${rule}:${first.meetingId}:${personId}:${eachTime}`,
            subject: `meeting:${first.meetingId}`,
            personId,
            endsAt: first.startsAt,
            meetings: [first, ...more] as const,
          },
        ]
      : [],
  )
}

/** The meetings beside the first, which the message names above them; undefined where there are none. */
export function otherMeetings([, ...more]: readonly MeetingToTell[]): Block | undefined {
  if (more.length === 0) return undefined
  return block.list(
    more.map(
      ({ meetingId, title, startsAt, zone }) => rich`M${meetingId} ${title}, ${moment(startsAt, zone)}`,
    ),
  )
}

/** When the day of UTC ends: what has not changed meanwhile is looked at again then. */
export function tomorrow(now: Date): Date {
  return startOfDay(addDays(dayOf(now, 'UTC'), 1), 'UTC')
}
