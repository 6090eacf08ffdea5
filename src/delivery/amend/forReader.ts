import { isSnooze } from '../../core/feature/isSnooze.ts'
import type { NoticeSettlement } from '../../core/feature/rule.ts'
import { block, button, type Message, moment, rich } from '../../core/message.ts'
import { ownTimes } from '../../core/text/ownTimes.ts'
import { withHeading } from '../heading.ts'

interface How {
  readonly kind: string
  /** The reader's own IANA zone; null where only the directory tells one, or for a room. */
  readonly zone: string | null
  /** The zone in which times are written for them; null for a room. */
  readonly clock: string | null
}

/** A notice as it is said to its reader. */
export function forReader(body: Message, { kind, zone }: Pick<How, 'kind' | 'zone'>): Message {
  return withHeading(zone === null ? body : ownTimes(body, zone), kind)
}

/**
 * The same once what it asks for is done: what became of it stands in the place of its buttons. One that its reader has
 * put off keeps the buttons that do what it asks for.
 */
export function asSettled(body: Message, how: How, { word, by, at, snoozed }: NoticeSettlement): Message {
  if (snoozed) {
    const line = block.text(rich`${word} until ${moment(new Date(snoozed.until), snoozed.zone)}.`)
    const undo = block.buttons(button('Undo: let it be', 'reminder unsnooze', { snooze: `Z${snoozed.id}` }))
    return forReader({ ...body, blocks: [...body.blocks.filter((one) => !isSnooze(one)), line, undo] }, how)
  }
  const line = rich`✓ ${word}${by === null ? '' : ` by ${by}`}, ${moment(new Date(at), how.clock ?? 'UTC')}.`
  const blocks = body.blocks.filter(({ kind }) => kind !== 'buttons')
  return forReader({ ...body, blocks: [...blocks, block.text(line)] }, how)
}

export function hasButtons({ blocks }: Message): boolean {
  return blocks.some(({ kind }) => kind === 'buttons')
}
