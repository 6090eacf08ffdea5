import type { CommandSpec } from '../../catalog.ts'
import type { Option } from '../../option.ts'

/** A word that stands for a record; on its own it names none. */
export const pronoun = /^(?:it|this|that|them|these|those|(?:this|that) one)$/i

/** Whether the number that a text begins with is of what a command is about: `edit U1` is no meeting’s. */
export function takesRecord({ options }: Pick<CommandSpec, 'options'>, text: string): boolean {
  const letters = lettersOf(text)
  const [first] = Object.values(options)
  return letters !== undefined && letters === prefixOf(first)
}

/** Whether a text is nothing but the number of a record: `M1`. */
export function isRecordNumber(text: string): boolean {
  return /^\p{L}{1,4}\p{Nd}{1,9}$/u.test(text)
}

/** Whether it is one in the place of something else, as M1 is no group’s name. */
export function isOtherRecord(option: Option | undefined, text: string): boolean {
  return isRecordNumber(text) && lettersOf(text) !== prefixOf(option)
}

function lettersOf(text: string): string | undefined {
  return /^(\p{L}{1,4})\p{Nd}{1,9}(?![\p{L}\p{Nd}])/u.exec(text)?.[1]?.toUpperCase()
}

function prefixOf(option: Option | undefined): string | undefined {
  return option?.kind === 'meeting' ? 'M' : option?.prefix
}
