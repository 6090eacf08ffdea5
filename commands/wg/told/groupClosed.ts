import { expectedInvitees } from '../../../db/meetings/expectedInvitees.ts'
import type { Question } from '../../../src/core/feature/feature.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'
import { type Block, block, button, headed, message, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import type { Context } from '../../define.ts'
import { askWhereMany } from '../../records/askWhereMany.ts'
import { toldLine } from './toldLine.ts'

/** Those who belong to a group, for whom its closing is news. */
export interface GroupPeople {
  readonly group: { readonly id: number; readonly acronym: string }
  readonly people: readonly { readonly personId: number; readonly name: string; readonly as: Seat }[]
}

type Seat = 'chair' | 'member' | 'observer'

/** Whom it concerns that a group is closed from a day on, or is not: all who belong to it then, but the caller. */
export async function peopleOfGroup(
  { db, caller, today }: Context,
  group: GroupPeople['group'],
  on: Day,
): Promise<GroupPeople> {
  const people = await expectedInvitees(db, [group.id], on < today ? today : on)
  return { group, people: people.filter(({ personId }) => personId !== caller.personId) }
}

/** Shows who would be told, where they are many. */
export async function askBeforeClosing(
  context: Context,
  { group, people }: GroupPeople,
  closed: Day | null,
): Promise<Question | undefined> {
  const many = counted(people.length, 'person', 'people')
  return closed === null
    ? askWhereMany(context, people, {
        what: `Open ${group.acronym} again? That is about to write to ${many}.`,
        yes: 'Open it and tell them',
      })
    : askWhereMany(context, people, {
        what: `Close ${group.acronym} from ${formatDay(closed)} on? That is about to write to ${many}.`,
        more: [block.text('It leaves the lists from that day on; meetings and terms stay on record.')],
        yes: 'Close it and tell them',
      })
}

/** Tells those who belong to a group that it is closed, or open again where `closed` is null; says to the caller whom. */
export function tellOfClosing(
  context: Context,
  { group, people }: GroupPeople,
  { change, closed }: { readonly change: number; readonly closed: Day | null },
): Block | undefined {
  const { acronym } = group
  const by = context.caller.name
  context.notify(
    people.map(({ personId, as }) => ({
      key: `closed:D${change}:${personId}`,
      personId,
      kind: 'closed',
      subject: `group:${group.id}`,
      message: headed(
        'Working group',
        withReason(
          message(
            closed === null
              ? rich`${acronym} is not closed after all: ${by} took that back.`
              : rich`${acronym} is closed from ${formatDay(closed)} on, by a change of ${by}.`,
            block.buttons(button('Show the group', 'wg show', { wg: acronym })),
          ),
          { as: `${seats[as]} ${acronym}`, otherwise: 'Is that wrong? Tell the secretariat.' },
          false,
        ),
      ),
    })),
  )
  return toldLine(people.map(({ name }) => name))
}

const seats: Readonly<Record<Seat, string>> = {
  chair: 'among those who chair',
  member: 'a member of',
  observer: 'an observer of',
}
