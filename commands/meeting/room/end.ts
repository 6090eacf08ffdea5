import { agendaOf, timeItem } from '../../../db/meetings/record/agenda.ts'
import { resolutionsOf } from '../../../db/meetings/record/resolutions.ts'
import { setSitting } from '../../../db/meetings/room/sitting.ts'
import { nextMeetingsOfGroups } from '../../../db/meetings/upcoming.ts'
import { chairOf } from '../../../src/core/catalog.ts'
import { block, button, headed, message, rich } from '../../../src/core/message.ts'
import { type Context, command } from '../../define.ts'
import { onlyUnderWay } from '../meetingOption.ts'
import { noteInHistory } from '../outcome/noteInHistory.ts'
import { lockSitting } from './sitting.ts'
import { currentItem } from './standing.ts'

export const end = command({
  name: 'end',
  about: 'Close a meeting in the room',
  options: { meeting: onlyUnderWay },
  access: chairOf('meeting'),
  audience: 'room',
  changes: true,
  examples: ['/meeting end M1'],
  async run(context, { meeting: ref }) {
    const { db, now } = context
    const meeting = await lockSitting(context, ref.id)
    const agenda = await agendaOf(db, meeting.id)
    const current = currentItem(agenda)
    if (current) await timeItem(db, current.id, { begunAt: current.begunAt, endedAt: now })
    await setSitting(db, meeting.id, { begunAt: meeting.begunAt, closedAt: now })
    context.about(`meeting:${meeting.id}`)
    await noteInHistory(context, meeting.id, rich`Ended the meeting.`)
    const left = agenda.filter((item) => item.endedAt === null && item !== current)
    const values = { meeting: `M${meeting.id}` }
    const over = Math.max(now.getTime(), meeting.startsAt.getTime() + meeting.minutes * 60_000)
    const next = await nextOf(context, meeting.groupIds, new Date(over + 1))
    const open = (await resolutionsOf(db, meeting.id)).filter(({ status }) => status === 'proposed')
    const ended = message(
      rich`Ended M${meeting.id} ${meeting.title}.`,
      open.length > 0 ? block.list(open.map(({ id, body }) => `Not decided: R${id} ${body}`)) : undefined,
      left.length > 0 ? block.text(`Not reached: ${left.map(({ title }) => title).join('; ')}.`) : undefined,
      block.buttons(
        { ...button('Record the outcome', 'meeting hold', values, 'primary'), ask: true },
        button('Minutes so far', 'meeting minutes', values),
        ...(left.length > 0 && next !== undefined
          ? [
              button(`Carry over to M${next}`, 'meeting agenda add', {
                meeting: `M${next}`,
                item: 'all',
                from: `M${meeting.id}`,
              }),
            ]
          : []),
        button('Undo: go on', 'meeting start', values),
      ),
    )
    return headed(`Meeting M${meeting.id}: ended`, ended)
  },
})

/** The next meeting after an instant of the group that leads. */
async function nextOf(
  { db }: Context,
  [leading]: readonly number[],
  after: Date,
): Promise<number | undefined> {
  if (leading === undefined) return undefined
  const [ahead] = await nextMeetingsOfGroups(db, [leading], after)
  return ahead?.next?.id
}
