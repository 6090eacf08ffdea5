import { workTimesOf } from '../../../db/directory/hours/workTimes.ts'
import type { ExpectedInvitee } from '../../../db/meetings/expectedInvitees.ts'
import type { Db } from '../../../db/store/db.ts'
import { type Block, block, moment, rich } from '../../../src/core/message.ts'
import { namesOf } from '../../../src/core/reach/whom.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { addDays, dayOf } from '../../../src/core/time/day.ts'
import { hoursOfAll } from './hoursOfAll.ts'

/** No later meeting is looked at: absences and public holidays are known for about a year. */
const longestMs = 365 * 86_400_000

/** Most lines that are shown; the others are counted. */
const mostShown = 10

/** The meetings of a series that fall on holidays or absences of those who would be invited, with whose they are. */
export async function daysOffOfSeries(
  db: Db,
  { starts, minutes, zone }: { starts: readonly Date[]; minutes: number; zone: string },
  people: readonly ExpectedInvitee[],
): Promise<readonly Block[]> {
  const [first] = starts
  if (!first) return []
  const ids = people.map(({ personId }) => personId)
  const times = await workTimesOf(db, ids, addDays(dayOf(first, 'UTC'), -1))
  const near = starts.filter((at) => at.getTime() - first.getTime() <= longestMs)
  const window = { from: first.getTime(), to: (near.at(-1) ?? first).getTime() + minutes * 60_000 }
  const hours = new Map((await hoursOfAll(times, window)).map((one) => [one.personId, one.hours]))
  const lines = near.flatMap((at) => {
    const off = people.filter(({ personId }) => {
      const own = hours.get(personId)
      // That a weekday is none of theirs is said of the first meeting.
      return own?.holidays.has(dayOf(at, own.zone))
    })
    return off.length === 0
      ? []
      : [
          rich`${moment(at, zone, 'day')}: ${counted(off.length, 'person is', 'people are')} away or on a holiday: ${namesOf(off)}`,
        ]
  })
  if (lines.length === 0) return []
  const more = lines.length - mostShown
  return [
    block.heading('Meetings of the series on holidays and absences'),
    block.list([...lines.slice(0, mostShown), ...(more > 0 ? [`and ${counted(more, 'more meeting')}`] : [])]),
  ]
}
