import type { Block, Message, Rich } from '../../../src/core/message.ts'

/**
 * The fact that says when, of a message whose summary is left to notifications: a phone shows nothing of a Discord
 * message but what stands above its box, so the hour goes there, and is left out below. Undefined where no fact begins
 * with a moment of the summary.
 */
export function liftedFact({
  summary,
  blocks,
}: Message): { readonly when: Rich; readonly blocks: readonly Block[] } | undefined {
  const moments = new Set(summary.flatMap((span) => (span.kind === 'moment' ? [span.at] : [])))
  if (moments.size === 0) return undefined
  for (const [at, one] of blocks.entries()) {
    if (one.kind !== 'fields') continue
    const fact = one.fields.find(({ value: [first] }) => first?.kind === 'moment' && moments.has(first.at))
    if (!fact) continue
    const others = one.fields.filter((field) => field !== fact)
    const left: readonly Block[] = others.length > 0 ? [{ kind: 'fields', fields: others }] : []
    return { when: fact.value, blocks: blocks.toSpliced(at, 1, ...left) }
  }
  return undefined
}
