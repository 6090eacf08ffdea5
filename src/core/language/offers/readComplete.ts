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
  if (missing.length === 0) return read
  const inTheWay = unknownNames(options, rest).findLast((word) => {
    const left = missingWithout(options, rest, word, where)
    return left && left.length < missing.length && left.every((name) => missing.includes(name))
  })
  if (inTheWay !== undefined) throw noOption(inTheWay, where)
  return read
}

function missingWithout(
  options: Options,
  rest: string,
  word: string,
  where: RefusalContext,
): string[] | undefined {
  const without = leavingOut(rest, word)
  try {
    return without && missingOf(options, readFields(options, without.rest, where))
  } catch {
    return undefined
  }
}

function missingOf(options: Options, fields: Readonly<Record<string, string>>): string[] {
  return Object.keys(options).filter((name) => options[name]?.required && fields[name] === undefined)
}

/** More would be a list that is text. */
const mostNames = 3

/** The last words with a colon directly before a value that are no options; `re:budget` is text. */
function unknownNames(options: Options, rest: string): readonly string[] {
  const known = Object.keys(options).map(fold)
  const words = rest.matchAll(/(?<=[\s,;])([\p{L}-]{3,20}):(?!\/\/)(?=\S)/gu)
  return [...words.map(([, word = '']) => word).filter((word) => !known.includes(fold(word)))].slice(
    -mostNames,
  )
}
