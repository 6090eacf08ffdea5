import type { Notice } from '../../../src/core/feature/notice.ts'
import { block, message, rich } from '../../../src/core/message.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import type { TakeOver } from './takeOver.ts'

/** The summary to both: what goes over, announced ahead or done. */
export function handoverNotices(done: {
  readonly id: number
  readonly from: number | null
  readonly to: { readonly id: number; readonly name: string }
  readonly on: string
  readonly words: TakeOver
  readonly ahead: boolean
}): readonly Notice[] {
  const { id, from, to, on, ahead } = done
  const { phrase, role, lines } = done.words
  const as = role === undefined ? '' : ` as ${role}`
  const stop = lines.length > 0 ? ':' : '.'
  const day = formatDay(on)
  const people = from === null ? [to.id] : [to.id, from]
  return people.map((personId) => ({
    key: `handover:${id}:${ahead ? 'ahead' : 'done'}:${personId}`,
    personId,
    kind: 'handover',
    subject: `person:${personId}`,
    message: message(
      personId === to.id
        ? ahead
          ? rich`On ${day} you take over ${phrase}${stop}`
          : rich`You have taken over ${phrase}${stop}`
        : ahead
          ? rich`On ${day} ${to.name} takes over from you${as}${stop}`
          : rich`${to.name} has taken over from you${as}${stop}`,
      lines.length > 0 ? block.list(lines) : undefined,
    ),
  }))
}
