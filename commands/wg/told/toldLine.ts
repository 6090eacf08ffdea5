import type { Question } from '../../../src/core/feature/feature.ts'
import { type Block, block, message } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { list } from '../../../src/core/text/list.ts'
import type { Context } from '../../define.ts'

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

/** Shows who is about to be told, where they are many and it was not confirmed. */
export function askWhereMany(
  { confirmed, askAbove }: Pick<Context, 'confirmed' | 'askAbove'>,
  names: readonly string[],
  {
    what,
    note,
    yes,
    values = {},
  }: {
    readonly what: string
    readonly note?: string
    readonly yes: string
    readonly values?: Question['values']
  },
): Question | undefined {
  if (confirmed || names.length <= askAbove) return undefined
  return {
    kind: 'question',
    message: message(
      `${what} That is about to write to ${counted(names.length, 'person', 'people')}: ${whom(names)}.`,
      note === undefined ? undefined : block.text(note),
      block.text('Nothing has been sent or changed yet.'),
    ),
    yes,
    values,
  }
}
