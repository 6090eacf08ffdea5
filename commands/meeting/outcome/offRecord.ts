import { cancelMeeting, recordAgain } from '../../../db/meetings/change.ts'
import { invitees } from '../../../db/meetings/invitations.ts'
import { meetingThen } from '../../../db/meetings/outcome.ts'
import { listActions } from '../../../db/meetings/record/actions.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, type Message, message, moment, rich } from '../../../src/core/message.ts'
import { list } from '../../../src/core/text/list.ts'
import type { Context, Question } from '../../define.ts'
import { actionLine } from '../agenda/card.ts'
import { called } from '../called.ts'
import { isThere } from '../plan/putOnRecord.ts'

/** How many of the actions that stand in the way are named. */
const mostNamed = 5

/**
 * Takes a meeting that was put on record by mistake off it; nobody heard of it, so nobody is told. Raises `UserError`
 * for one that took place: people were invited to it, or something is on record that came of it.
 */
export async function takeOffRecord(context: Context, meeting: Meeting): Promise<Message | Question> {
  const { db, now, zone, confirmed } = context
  await refuseUnlessBare(context, meeting)
  const name = rich`M${meeting.id} ${meeting.title}, ${moment(meeting.startsAt, zone)}`
  if (!confirmed) {
    return {
      kind: 'question',
      message: message(
        rich`Take ${name}, off the record? It was only put on record as held, so nobody is told. Nothing has been changed yet.`,
      ),
      yes: 'Take it off the record',
      values: {},
    }
  }
  await cancelMeeting(db, meeting.id, null, now)
  context.about(`meeting:${meeting.id}`)
  return message(
    rich`Taken off the record: ${name}. Nobody was written to.`,
    block.buttons(button('Undo: put it back', 'meeting restore', { meeting: `M${meeting.id}` })),
  )
}

async function refuseUnlessBare({ db, now }: Context, meeting: Meeting): Promise<void> {
  const values = { meeting: `M${meeting.id}` }
  const title = called(meeting)
  if (meeting.summary !== null || (await invitees(db, meeting.id)).length > 0)
    throw new UserError(
      `${title} took place, so it cannot be cancelled. Correct its outcome with /meeting hold, or take back that it was held with /meeting restore.`,
      {
        buttons: [
          { ...button('Correct the outcome', 'meeting hold', values), ask: true },
          button('Take the outcome back', 'meeting restore', values, 'danger'),
        ],
      },
    )
  const wanted = { groupIds: null, meetingId: meeting.id, personId: null, now, limit: mostNamed, offset: 0 }
  const actions = [
    ...(await listActions(db, { ...wanted, status: 'open' })),
    ...(await listActions(db, { ...wanted, status: 'done' })),
  ]
  if (actions.length > 0)
    throw new UserError(
      `${title} has actions that follow from it: ${list(actions.slice(0, mostNamed).map(actionLine), 'and')}. Take them back first with /meeting action remove.`,
      { buttons: [button('Show', 'meeting show', values)] },
    )
}

/** Puts what was taken off the record back on it; undefined for a meeting that was never only recorded. */
export async function putBackOnRecord(context: Context, meeting: Meeting): Promise<Message | undefined> {
  const { db, now, zone } = context
  const twin = await meetingThen(db, { startsAt: meeting.startsAt, groups: [...meeting.groupIds] })
  if (!(await recordAgain(db, meeting.id, now))) return undefined
  if (twin) throw isThere(twin, meeting.groupAcronym ?? 'its group')
  context.about(`meeting:${meeting.id}`)
  const values = { meeting: `M${meeting.id}` }
  return message(
    rich`On record again: M${meeting.id} ${meeting.title}, ${moment(meeting.startsAt, zone)}, as held. Nobody was written to.`,
    block.buttons(
      { ...button('Say what came of it', 'meeting hold', values, 'primary'), ask: true },
      { ...button('Undo: take it off', 'meeting cancel', values), confirmed: true },
    ),
  )
}
