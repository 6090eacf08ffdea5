import { recordedKeys } from '../../../db/ledger/recordedKeys.ts'
import type { Invited } from '../../../db/meetings/invitations.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Question } from '../../../src/core/feature/feature.ts'
import { block, type Message, message, moment, rich } from '../../../src/core/message.ts'
import type { EntityRef } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { list } from '../../../src/core/text/list.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import { represented } from '../../../src/meetings/representation.ts'
import type { Context } from '../../define.ts'
import { askWhereMany } from '../../records/askWhereMany.ts'
import { called } from '../called.ts'
import { meetingFields, rsvpButtons } from '../card.ts'
import { noteInHistory } from '../outcome/noteInHistory.ts'

/** Asks those who have not answered once more, or only those of some entities. Raises `UserError` where there is nobody to ask. */
export async function nudge(
  context: Context,
  meeting: Meeting,
  all: readonly Invited[],
  only: readonly EntityRef[] | undefined,
): Promise<Message | Question> {
  const { db, now } = context
  const silent = only ? all.filter(({ entity }) => only.some(({ acronym }) => acronym === entity)) : all
  const others = only?.filter(({ acronym }) => !silent.some(({ entity }) => entity === acronym)) ?? []
  if (others.length > 0)
    throw new UserError(
      `${list(
        others.map(({ acronym }) => acronym),
        'and',
      )} ${others.length > 1 ? 'have' : 'has'} answered ${called(meeting)} or ${others.length > 1 ? 'are' : 'is'} not invited; nobody was written to.`,
      { option: 'only' },
    )
  if (silent.length === 0)
    throw new UserError(`Every entity has answered ${called(meeting)}; nobody was written to.`)
  const told = await recordedKeys(
    db,
    silent.map(({ personId }) => nudgeKey(meeting, personId, now)),
  )
  const waited = silent.filter(({ personId }) => !told.has(nudgeKey(meeting, personId, now)))
  if (waited.length === 0)
    throw new UserError(
      `All who have not answered ${called(meeting)} were asked today already; nobody was written to. Ask again tomorrow.`,
    )
  const question = await askWhereMany(context, waited, {
    what: rich`Ask ${counted(waited.length, 'person', 'people')} once more whether they will come to ${meeting.title} (M${meeting.id})?`,
    neededBy: meeting.startsAt,
    yes: 'Ask them',
  })
  if (question) return question
  tellSilent(context, meeting, waited)
  context.about(`meeting:${meeting.id}`)
  await noteInHistory(
    context,
    meeting.id,
    rich`Asked ${counted(waited.length, 'person', 'people')} once more for an answer.`,
  )
  return message(
    rich`${counted(waited.length, 'person is', 'people are')} asked once more: ${entitiesOf(waited)}.`,
    told.size > 0
      ? block.text(`${counted(told.size, 'other was', 'others were')} asked today already.`)
      : undefined,
  )
}

function entitiesOf(people: readonly Invited[]): string {
  return [...new Set(people.map(({ entity, name }) => entity ?? name))].join(', ')
}

/** People who have not answered, of entities from which nobody has. */
export function silentOf(people: readonly Invited[]): readonly Invited[] {
  const silent = new Set(
    represented(people).flatMap(({ name, answer, present }) => (answer === 'none' && !present ? [name] : [])),
  )
  return people.filter(({ entity, name, response }) => response === null && silent.has(entity ?? name))
}

/** Once a day and for each state of the meeting. */
function nudgeKey({ id, sequence }: Meeting, personId: number, now: Date): string {
  return `nudge:${id}:${sequence}:${dayOf(now, 'UTC')}:${personId}`
}

function tellSilent({ notify, now, caller }: Context, meeting: Meeting, people: readonly Invited[]): void {
  notify(
    people.map(({ personId, zone }) => ({
      key: nudgeKey(meeting, personId, now),
      personId,
      kind: 'nudge',
      subject: `meeting:${meeting.id}`,
      message: message(
        rich`${caller.name} asks whether you will come to ${meeting.title}, ${moment(meeting.startsAt, zone)}.`,
        meetingFields(meeting, zone),
        rsvpButtons(meeting.id),
      ),
      uselessAfter: meeting.startsAt,
    })),
  )
}
