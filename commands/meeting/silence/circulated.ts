import type { Silence } from '../../../db/meetings/silence/silences.ts'
import { block, button, headed, type Message, message, moment, rich } from '../../../src/core/message.ts'

/** A text under silence as it is sent to everybody of the group, with the deadline in their zone; `before` is one that was put off. */
export function circulated(
  { id, body, groupAcronym, closesAt }: Pick<Silence, 'id' | 'body' | 'groupAcronym' | 'closesAt'>,
  zone: string,
  before?: Date,
): Message {
  return headed(
    called(id),
    message(
      before === undefined
        ? rich`For adoption by silence in ${groupAcronym} (S${id}), until ${moment(closesAt, zone)}:`
        : rich`There is more time to object to S${id} in ${groupAcronym}: until ${moment(closesAt, zone)}. It was ${moment(before, zone)}.`,
      block.text(body),
      block.text('It is adopted unless an entity objects by then. Whoever agrees need do nothing.'),
      block.buttons({
        ...button('Break the silence', 'meeting silence break', { silence: `S${id}` }),
        ask: true,
      }),
    ),
  )
}

/** What heads a card of a silence procedure: `Silence procedure S1`, and how it ended. */
export function called(id: number, end?: 'adopted' | 'not adopted' | 'broken'): string {
  return `Silence procedure S${id}${end === undefined ? '' : `: ${end}`}`
}
