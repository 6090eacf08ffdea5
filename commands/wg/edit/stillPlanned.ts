import { listMeetings } from '../../../db/meetings/meetings.ts'
import { type Block, block, button, moment, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { addDays, type Day, startOfDay } from '../../../src/core/time/day.ts'
import type { Context } from '../../define.ts'

const mostShown = 5
const daysAhead = 400

/** The meetings of a group that are planned after it is closed: it is for people to say what becomes of them. */
export async function stillPlanned(
  { db, now, zone }: Context,
  groupId: number,
  from: Day,
): Promise<readonly Block[]> {
  const closing = startOfDay(from, zone)
  const ahead = await listMeetings(db, {
    ...{ groupId, personId: null, limit: 100, offset: 0 },
    from: closing < now ? now : closing,
    to: startOfDay(addDays(from, daysAhead), zone),
  })
  const planned = ahead.filter(({ status }) => status === 'scheduled')
  if (planned.length === 0) return []
  const firstOnes = planned.filter(
    ({ seriesId }, at) =>
      seriesId === null || planned.findIndex((other) => other.seriesId === seriesId) === at,
  )
  const shown = firstOnes.slice(0, mostShown)
  const more = firstOnes.length - shown.length
  // What is held together with another group is that one's too.
  const own = shown.filter(({ groupIds }) => groupIds.length < 2)
  return [
    block.text(`${counted(planned.length, 'meeting of it is', 'meetings of it are')} still planned:`),
    block.list([
      ...shown.map(({ id, title, startsAt, seriesId, groupIds, groupAcronym }) => {
        const rest = seriesId === null ? '' : ', and the rest of its series'
        const joint = groupIds.length < 2 ? '' : `, held together by ${groupAcronym}`
        return rich`M${id} ${title}, ${moment(startsAt, zone)}${rest}${joint}`
      }),
      ...(more > 0 ? [`and ${more} more`] : []),
    ]),
    block.buttons(
      ...own.map(({ id, seriesId }) =>
        button(
          `Cancel M${id}`,
          'meeting cancel',
          { meeting: `M${id}`, ...(seriesId === null ? {} : { series: 'rest' }) },
          'danger',
        ),
      ),
    ),
  ]
}
