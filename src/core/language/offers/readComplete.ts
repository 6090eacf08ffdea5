import type { Options } from '../../option.ts'
import { fold } from '../../text/nearest.ts'
import { noOption, type RefusalContext, readFields, readFieldsTold } from '../readFields.ts'
import { leavingOut } from './withoutOption.ts'

/**
 * As `readFieldsTold`, but a name that no option has is refused rather than taken into a text where it keeps a required
 * option from being found: `/meeting schedule ETCIP Rail security 3 Dec 15:00 agenda:Opening`.
 */
export function readComplete(
  options: Options,
  rest: string,
  where: RefusalContext,
): ReturnType<typeof readFieldsTold> {
  const read = readFieldsTold(options, rest, where)
  const missing = missingOf(options, read.fields)
  const word = missing.length === 0 ? undefined : unknownName(options, rest)
  const without = word === undefined ? undefined : leavingOut(rest, word)?.rest
  if (word === undefined || without === undefined) return read
  const left = missingWithout(options, without, where)
  if (left && left.length < missing.length && left.every((name) => missing.includes(name)))
    throw noOption(word, where)
  return read
}

function missingWithout(options: Options, rest: string, where: RefusalContext): string[] | undefined {
  try {
    return missingOf(options, readFields(options, rest, where))
  } catch {
    return undefined
  }
}

function missingOf(options: Options, fields: Readonly<Record<string, string>>): string[] {
  return Object.keys(options).filter((name) => options[name]?.required && fields[name] === undefined)
}

/** The first word with a colon that stands directly before its value and is no option; `re:budget` is text. */
function unknownName(options: Options, rest: string): string | undefined {
  const known = Object.keys(options).map(fold)
  const words = rest.matchAll(/(?<=[\s,;])([\p{L}-]{3,20}):(?!\/\/)(?=\S)/gu)
  return words.map(([, word = '']) => word).find((word) => !known.includes(fold(word)))
}
