import { type Block, block } from '../../../src/core/message.ts'
import { list } from '../../../src/core/text/list.ts'
import { inOrder, labelOf, valueWords } from '../edit/shown.ts'

export type Columns = Readonly<Record<string, unknown>>

/** What differs in a record, by column. */
export interface RecordChange {
  readonly before: Columns
  readonly after: Columns
}

/** No column of the record as it stands today. */
const past = 'formerName'

/** Each column that differs, with what stands there now and what stood there before; `names` says what a number means. */
export function changedLines(
  { before, after }: RecordChange,
  names: Readonly<Record<string, ReadonlyMap<unknown, string>>> = {},
): readonly (readonly [label: string, words: string])[] {
  const words = (column: string, value: unknown) => names[column]?.get(value) ?? valueWords(value)
  return inOrder(Object.keys(after))
    .filter((column) => column !== past)
    .map((column) => [
      labelOf(column),
      `${words(column, after[column])} (was ${words(column, before[column])})`,
    ])
}

/** As many as a sentence holds, and as long. */
const mostInSentence = 3
const longestSentence = 240

/** What was changed, for the end of a sentence, and in fields below it where that is too much for one. */
export function changedWords(lines: readonly (readonly [label: string, words: string])[]): {
  readonly words: string
  readonly below: Block | undefined
} {
  const labels = lines.map(([label]) => lowered(label))
  const whole = lines.map(([, words], at) => `${labels[at]} now ${words}`).join('; ')
  return lines.length <= mostInSentence && whole.length <= longestSentence
    ? { words: whole, below: undefined }
    : { words: list(labels, 'and'), below: block.fields(lines) }
}

/** What was changed, for the new address itself: that address, and of anything else its name and no value. */
export function wordsToAddress(
  { after: { email } }: RecordChange,
  lines: readonly (readonly [label: string, words: string])[],
): { readonly words: string; readonly below: undefined } {
  const others = lines.map(([label]) => label).filter((label) => label !== labelOf('email'))
  const too = others.length === 0 ? '' : `; ${list(others.map(lowered), 'and')} too`
  return { words: `e-mail now ${valueWords(email)}${too}`, below: undefined }
}

function lowered(label: string): string {
  return `${label.slice(0, 1).toLowerCase()}${label.slice(1)}`
}

/** What a change is once it is taken back: of what stood there before, the columns that it changed. */
export function takenBack({
  before,
  after,
}: {
  readonly before: Columns | null
  readonly after: Columns
}): RecordChange {
  return {
    before: after,
    after: Object.fromEntries(Object.keys(after).map((column) => [column, before?.[column] ?? null])),
  }
}
