import { aboveButtons } from '../core/feature/withReason.ts'
import { block, type Message, moment, rich } from '../core/message.ts'

/** A notice that comes later than this says that it is late: its “tomorrow” may be today. */
const lateAfterMs = 30 * 60_000

/** A notice that could not be said in its time, with that time; any other as it is. */
export function markedLate(
  message: Message,
  { dueAt, clock }: { readonly dueAt: Date; readonly clock: string | null },
  now: Date,
): Message {
  if (now.getTime() - dueAt.getTime() <= lateAfterMs) return message
  const line = rich`Late: this was to be said ${moment(dueAt, clock ?? 'UTC')}.`
  return { ...message, blocks: aboveButtons(message.blocks, block.text(line)) }
}
