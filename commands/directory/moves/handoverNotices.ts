import type { Notice } from '../../../src/core/feature/notice.ts'
import { block, message, rich } from '../../../src/core/message.ts'
import { formatDay } from '../../../src/core/time/day.ts'

/** The summary to both: what goes over, announced ahead or done. */
export function handoverNotices(done: {
  readonly id: number
  readonly label: string
  readonly from: number | null
  readonly to: { readonly id: number; readonly name: string }
  readonly on: string
  readonly lines: readonly string[]
  readonly ahead: boolean
}): readonly Notice[] {
  const { id, label, from, to, on, lines, ahead } = done
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
          ? rich`On ${day} you take over from ${label}:`
          : rich`You have taken over from ${label}:`
        : ahead
          ? rich`On ${day} ${to.name} takes over from you:`
          : rich`${to.name} has taken over from you:`,
      block.list(lines),
    ),
  }))
}
