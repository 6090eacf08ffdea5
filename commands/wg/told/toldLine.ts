import { type Block, block } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { list } from '../../../src/core/text/list.ts'

const mostNamed = 5

/** `A, B and C`; beyond some, the first ones and how many more. */
export function whom(names: readonly string[]): string {
  const more = names.length - mostNamed
  const some = more > 1 ? [...names.slice(0, mostNamed), counted(more, 'other')] : names
  return list(some, 'and')
}

/** Says to whoever changed something who is told of it; nothing where nobody else is concerned. */
export function toldLine(names: readonly string[]): Block | undefined {
  if (names.length === 0) return undefined
  return block.text(`${whom(names)} ${names.length === 1 ? 'is' : 'are'} told.`)
}
