import type { Catalog } from '../../catalog.ts'
import type { Option } from '../../option.ts'
import { onceForEach } from '../sentences/byFirstWord.ts'

/** A longer line tells something. */
const longest = 160

/** `the update number 3`, `action item no. 4`: what is counted, in words, and its number. */
const inWords =
  /(?<![\p{L}\p{Nd}-])(?:(?:the|my|our) )?(\p{L}{4,20})(?: item)? (?:number|no\.?|nr\.?) ?#?(\p{Nd}{1,9})(?![\p{L}\p{Nd}./:-])/giu

/** `update 3`: a number alone may count days or hours as well, where words follow it. */
const alone =
  /(?<![\p{L}\p{Nd}-])(?:(?:the|my|our) )?(\p{L}{4,20})(?: item)? #?(\p{Nd}{1,3})(?=[,;.!?]|$| (?:because|and|section)\b)/giu

/** `delete the update number 3` as `delete U3`; undefined where a line names no record so. */
export function withLetters(catalog: Catalog, text: string): string | undefined {
  if (text.length > longest || text.includes('\n') || !/[\p{L}.] \S{0,8}\p{Nd}/u.test(text)) return undefined
  const letters = lettersOf(catalog)
  const lettered = (words: string, noun: string, number: string): string => {
    const prefix = letters.get(noun.toLowerCase())
    return prefix === undefined ? words : `${prefix}${number}`
  }
  const found = text.replace(inWords, lettered).replace(alone, lettered)
  return found === text ? undefined : found
}

/** The letters before the number of what a feature, or a group of actions, is called after: `U` of an update. */
export const lettersOf = onceForEach(
  (catalog: Catalog): ReadonlyMap<string, string> =>
    new Map(
      catalog.flatMap(({ name: feature, commands }) =>
        commands.flatMap(({ group = feature, options }): [string, string][] => {
          const prefix = prefixOf(Object.values(options)[0])
          return prefix !== undefined && group.startsWith(prefix.charAt(0).toLowerCase())
            ? [[group, prefix]]
            : []
        }),
      ),
    ),
)

function prefixOf(option: Option | undefined): string | undefined {
  return option?.kind === 'meeting' ? 'M' : option?.kind === 'record' ? option.prefix : undefined
}
