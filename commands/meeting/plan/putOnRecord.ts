import { createMeeting, type NewMeeting, recordHeld } from '../../../db/meetings/change.ts'
import { lockTimes } from '../../../db/meetings/clashes.ts'
import { meetingThen } from '../../../db/meetings/outcome.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, type Message, message, moment, rich } from '../../../src/core/message.ts'
import type { Context, Question } from '../../define.ts'
import { called } from '../called.ts'

/**
 * Puts a meeting that took place on record, without writing to anybody; asks first unless `held` says that it did.
 * Raises `UserError` for one that is still ahead.
 */
export async function record(
  context: Context,
  meeting: NewMeeting,
  {
    group,
    exact,
    held,
    note,
  }: {
    readonly group: string
    readonly exact: Readonly<Record<string, string>>
    readonly held: boolean
    /** What the caller should know about the time: that it is skipped or repeated by a change of the clocks, or unusual. */
    readonly note: string | undefined
  },
): Promise<Message | Question> {
  const { db, now, zone } = context
  const name = rich`${meeting.title} (${group}), ${moment(meeting.startsAt, zone)}`
  if (meeting.startsAt > now)
    throw new UserError('A meeting ahead cannot have been held; leave it out to schedule it.', {
      option: 'held',
    })
  await lockTimes(db)
  const twin = await meetingThen(db, { startsAt: meeting.startsAt, groups: [...meeting.groupIds] })
  if (twin) throw isThere(twin, group)
  const noted = note === undefined ? undefined : block.text(note)
  if (!held) {
    return {
      kind: 'question',
      message: message(
        rich`${name}: that moment has passed. Has it taken place, and shall I put it on record? Nobody is written to.`,
        noted,
      ),
      yes: 'Record it as held',
      values: { ...exact, held: 'yes' },
    }
  }
  const id = await createMeeting(db, meeting, now)
  await recordHeld(db, id, now)
  context.about(`meeting:${id}`)
  return message(
    rich`Recorded M${id}: ${name}, as held. Nobody was written to.`,
    noted,
    block.text('Say what came of it, and the newsletter takes it up.'),
    block.buttons(
      { ...button('Say what came of it', 'meeting hold', { meeting: `M${id}` }, 'primary'), ask: true },
      { ...button('Undo: take it off', 'meeting cancel', { meeting: `M${id}` }), confirmed: true },
    ),
  )
}

/** A meeting recorded twice would be in the newsletter twice. */
export function isThere(
  { id, title, status }: NonNullable<Awaited<ReturnType<typeof meetingThen>>>,
  group: string,
): UserError {
  const values = { meeting: `M${id}` }
  const show = button('Show it', 'meeting show', values)
  if (status === 'held')
    return new UserError(
      `${called({ id, title })} of ${group} is on record as held at that very time already.`,
      {
        buttons: [show],
      },
    )
  return new UserError(
    `${called({ id, title })} of ${group} was scheduled for that very time: say what came of it, or cancel it where it did not take place.`,
    { buttons: [{ ...button('Say what came of it', 'meeting hold', values), ask: true }, show] },
  )
}
