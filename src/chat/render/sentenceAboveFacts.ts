import type { Message, Rich } from '../../core/message.ts'

/**
 * What a card says above its blocks: its summary without a time that one of its fields shows, if a comma sets the time
 * apart as in `You said yes to M1 Plenary, Thu 10 Dec 2026, 15:00.` The summary itself keeps it, for notifications.
 */
export function sentenceAboveFacts({ summary, blocks }: Message): Rich {
  const told = new Set(
    blocks
      .flatMap((one) => (one.kind === 'fields' ? one.fields : []))
      .flatMap(({ value }) => value.flatMap((span) => (span.kind === 'moment' ? [span.at] : []))),
  )
  if (told.size === 0) return summary
  const at = summary.findIndex(
    (span, place) => span.kind === 'moment' && told.has(span.at) && isApart(summary, place),
  )
  const before = summary[at - 1]
  if (before?.kind !== 'text') return summary
  const cut = { ...before, text: before.text.slice(0, -comma.length) }
  return [...summary.slice(0, at - 1), ...(cut.text === '' ? [] : [cut]), ...summary.slice(at + 1)]
}

const comma = ', '

function isApart(summary: Rich, at: number): boolean {
  const [before, after] = [summary[at - 1], summary[at + 1]]
  if (before?.kind !== 'text' || !before.text.endsWith(comma)) return false
  return after === undefined || (after.kind === 'text' && /^[.,:;]/.test(after.text))
}
