import type { Plan } from '../../../db/meetings/change.ts'
import type { Clash } from '../../../db/meetings/clashes.ts'
import { invitees, inviteGroup } from '../../../db/meetings/invitations.ts'
import { askAgain } from '../../../db/meetings/invited/askAgain.ts'
import { layAside } from '../../../db/meetings/record/agenda.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import type { Context } from '../../define.ts'
import { clashBlocks, factsBelowHour } from '../card.ts'
import { takingBack } from '../plan/carried/takingBack.ts'
import { isFormerStart } from '../plan/changes.ts'
import { tellRooms } from '../tellRooms.ts'
import { moveSentence, tellMoved } from './tellMoved.ts'

interface Changed {
  readonly before: Meeting
  readonly plan: Plan
  readonly after: Meeting
  readonly note: string | undefined
  readonly clashing: readonly Clash[]
}

/** Asks everybody anew where the time is another, and tells them, the rooms and whoever changed it. */
export async function tellChange(context: Context, { before, plan, after, note, clashing }: Changed) {
  const { db, now, zone } = context
  const { id } = before
  const moved = plan.startsAt.getTime() !== before.startsAt.getTime()
  const answered = (await invitees(db, id)).filter(({ response }) => response !== null)
  const asksAnew = moved && answered.length > 0 && !isFormerStart(before, plan.startsAt)
  if (moved) {
    await askAgain(db, { meetingId: id, from: before.startsAt, to: plan.startsAt })
    await layAside(db, id)
    await inviteGroup(db, id, dayOf(plan.startsAt, plan.zone))
  }
  const people = await invitees(db, id)
  const restored = moved ? people.filter(({ response }) => response !== null) : []
  context.about(`meeting:${id}`)
  const news = (reader: string) => moveSentence(before, after, reader)
  await tellMoved(context, people, { before, after, asksAnew })
  const saidHere = await tellRooms(context, after, 'moved', news(after.zone))
  return message(
    rich`${news(zone)} ${counted(people.length, 'person is', 'people are')} told.`,
    asksAnew
      ? block.text(
          `${counted(answered.length, 'answer was', 'answers were')} for the former time; everybody ${restored.length > 0 ? 'else ' : ''}is asked again.`,
        )
      : undefined,
    restored.length > 0
      ? block.text(
          `${counted(restored.length, 'answer')} given for this time before ${restored.length === 1 ? 'counts' : 'count'} again.`,
        )
      : undefined,
    // In a room of the group, its own card says them.
    saidHere ? undefined : factsBelowHour(after, zone),
    note === undefined ? undefined : block.text(note),
    ...clashBlocks(clashing, zone),
    before.startsAt > now || before.begunAt !== null || !moved
      ? block.buttons(
          button(moved ? 'Undo: move it back' : 'Undo: change it back', ...takingBack(before, plan)),
        )
      : undefined,
  )
}
