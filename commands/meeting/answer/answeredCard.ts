import type { Invitation } from '../../../db/meetings/invitations.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import {
  type Block,
  type Button,
  block,
  button,
  headed,
  type Message,
  message,
  moment,
  rich,
} from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'
import { markOf } from '../../records/overruled.ts'
import { called } from '../called.ts'
import { meetingFields } from '../card.ts'

const answers = ['yes', 'maybe', 'no'] as const

interface Answered {
  readonly answer: (typeof answers)[number]
  /** The note beside it; null for none. */
  readonly remark: string | null
  /** The invitation as it was before the answer. */
  readonly before: Invitation
  readonly isNews: boolean
  /** Says what of the typed line was not taken. */
  readonly notTaken: readonly Block[]
}

/** Says what the caller has answered, with the meeting, as it may stand in the place of the invitation. */
export function answeredCard({ zone }: Pick<Context, 'zone'>, meeting: Meeting, given: Answered): Message {
  const { answer, remark, isNews, notTaken } = given
  const card = message(
    rich`${isNews ? 'You said ' : 'You already said '}${answer} to ${called(meeting)}, ${moment(meeting.startsAt, zone)}${isNews ? '' : '; nothing was changed'}.`,
    meetingFields(meeting, zone),
    remark === null ? undefined : block.text(rich`Those who lead the group also see: ${remark}`),
    ...notTaken,
    block.buttons(
      ...otherAnswers(meeting, given),
      ...(answer === 'no'
        ? []
        : [button('Add to my calendar', 'meeting calendar', { meeting: `M${meeting.id}` })]),
      ...undoButtons(meeting, given),
    ),
  )
  return headed(`Meeting M${meeting.id}`, card)
}

/** Stands for the hour to which an answer was given, so that its undo takes back none to another hour. */
export function markOfHour({ startsAt }: Pick<Meeting, 'startsAt'>): string {
  return markOf(startsAt.toISOString())
}

/** The answers that were not given; the one given before brings back its note. */
function otherAnswers(meeting: Meeting, { answer, before }: Answered): readonly Button[] {
  return answers
    .filter((other) => other !== answer)
    .map((other) => {
      const isFormer = other === before.response
      return button(isFormer ? `Undo: back to ${other}` : `Change to ${other}`, 'meeting rsvp', {
        ...{ meeting: `M${meeting.id}`, answer: other },
        ...(isFormer && before.remark !== null ? { note: before.remark } : {}),
        ...(isFormer ? { undoes: markOfHour(meeting) } : {}),
      })
    })
}

/** Brings back the note of the same answer, or having given none. */
function undoButtons(of: Meeting, { answer, remark, before }: Answered): readonly Button[] {
  const meeting = `M${of.id}`
  if (before.response === null) {
    const undoes = markOfHour(of)
    return [button('Undo: no answer', 'meeting rsvp', { meeting, answer: 'unanswered', undoes })]
  }
  if (before.response !== answer || before.remark === remark) return []
  return [button('Undo: the note before', 'meeting rsvp', { meeting, answer, note: before.remark ?? 'none' })]
}
