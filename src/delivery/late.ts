import { aboveButtons } from '../core/feature/withReason.ts'
import { block, type Message, moment, rich } from '../core/message.ts'

/** What comes longer after its time than this says so: its “tomorrow” may be today. */
const lateAfterMs = 30 * 60_000

/** A notice that could not be said in its time, with that time; any other as it is. */
export function markedLate(
  said: Message,
  { dueAt, clock }: { readonly dueAt: Date; readonly clock: string | null },
  now: Date,
): Message {
  if (now.getTime() - dueAt.getTime() <= lateAfterMs) return said
  const line = rich`Late: this was to be said ${moment(dueAt, clock ?? 'UTC')}.`
  return { ...said, blocks: aboveButtons(said.blocks, block.text(line)) }
}
