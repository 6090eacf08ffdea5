import { leadersOfGroups } from '../../../db/meetings/joint/leaders.ts'
import { type Block, block, button, message, moment, rich } from '../../../src/core/message.ts'
import { list } from '../../../src/core/text/list.ts'
import type { Context } from '../../define.ts'

interface Joint {
  readonly id: number
  readonly title: string
  readonly startsAt: Date
  readonly sequence: number
  readonly groupIds: readonly number[]
  readonly groupAcronym: string | null
}

/**
 * Says that those who lead the other groups of a joint meeting know of it, and tells those who are not invited, as
 * whoever chairs until the day before; undefined where no other group meets.
 */
export async function tellOtherChairs(
  context: Context,
  meeting: Joint,
  invited: readonly { readonly personId: number }[],
): Promise<Block | undefined> {
  const { db, caller, today } = context
  if (meeting.groupIds.length < 2) return undefined
  const all = await leadersOfGroups(db, meeting.groupIds, today)
  const own = new Set(all.flatMap(({ groupId, personId }) => (personId === caller.personId ? [groupId] : [])))
  const led = all.filter(({ groupId }) => !own.has(groupId))
  if (led.length === 0) return undefined
  const people = led.flatMap(({ personId, name, zone, ...one }) =>
    personId === null || name === null || zone === null ? [] : [{ ...one, personId, name, zone }],
  )
  const known = new Set([...invited.map(({ personId }) => personId), caller.personId])
  context.notify(
    [...new Map(people.map((one) => [one.personId, one])).values()]
      .filter(({ personId }) => !known.has(personId))
      .map(({ personId, zone, acronym }) => ({
        key: `joint:${meeting.id}:${meeting.sequence}:${personId}`,
        personId,
        kind: 'joint',
        subject: `meeting:${meeting.id}`,
        message: message(
          rich`${caller.name} scheduled a joint meeting of ${acronym}, which you lead: ${meeting.title} (${meeting.groupAcronym ?? acronym}), ${moment(meeting.startsAt, zone)}. You are not among those who are invited on that day.`,
          block.buttons(button('Show', 'meeting show', { meeting: `M${meeting.id}` })),
        ),
        uselessAfter: meeting.startsAt,
      })),
  )
  const texts = [...Map.groupBy(led, ({ acronym }) => acronym)].map(([acronym, leaders]) => {
    const names = leaders.flatMap(({ entity, name }) => entity ?? name ?? [])
    return names.length === 0
      ? `${acronym} has no chair today who could be told.`
      : `Those who lead ${acronym} are told: ${list([...new Set(names)], 'and')}.`
  })
  return block.text(texts.join(' '))
}
