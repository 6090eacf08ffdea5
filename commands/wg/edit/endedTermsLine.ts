import { type Block, block } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { list } from '../../../src/core/text/list.ts'

const mostNamed = 5

/** Says who held by name what an entity held, and holds it no longer. */
export function endedTermsLine(names: readonly string[]): Block | undefined {
  if (names.length === 0) return undefined
  const more = names.length - mostNamed
  const some = [...names.slice(0, mostNamed), ...(more > 0 ? [counted(more, 'other')] : [])]
  return block.text(`What ${list(some, 'and')} held there by name ends with it.`)
}
