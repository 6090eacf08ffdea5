import type { Settled } from '../../core/feature/rule.ts'
import { block, type Message, moment, rich } from '../../core/message.ts'
import { ownTimes } from '../../core/text/ownTimes.ts'
import { withHeading } from '../heading.ts'

interface How {
  readonly kind: string
  /** The reader's own IANA zone; null where only the directory tells one, or for a room. */
  readonly zone: string | null
}

/** A notice as it is said to its reader. */
export function asSaid(body: Message, { kind, zone }: How): Message {
  return withHeading(zone === null ? body : ownTimes(body, zone), kind)
}

/** The same once its duty is done: what became of it stands in the place of its buttons. */
export function asSettled(body: Message, how: How, { word, by, at }: Settled): Message {
  const line = rich`✓ ${word}${by === null ? '' : ` by ${by}`}, ${moment(new Date(at), how.zone ?? 'UTC')}.`
  const blocks = body.blocks.filter(({ kind }) => kind !== 'buttons')
  return asSaid({ ...body, blocks: [...blocks, block.text(line)] }, how)
}

export function hasButtons({ blocks }: Message): boolean {
  return blocks.some(({ kind }) => kind === 'buttons')
}
