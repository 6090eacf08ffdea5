import { orUserError, UserError } from '../../../../src/core/errors.ts'
import { quotedFirst } from '../../../../src/core/language/quotes.ts'
import { saysNothing } from '../../../../src/core/text/nothing.ts'
import { readDuration } from '../../../../src/core/time/duration.ts'
import { longestItem } from '../longest.ts'
import { itemTyped, minutesIn } from './itemTyped.ts'

/** What was typed of an item that is to be changed; what was not typed is undefined. No minutes are null, and `none` is no presenter. */
export interface ItemChange {
  readonly title?: string | undefined
  readonly presenter?: string | undefined
  readonly minutes?: number | null | undefined
}

/** An item and what it is to become, typed in one: `item` names it. */
export interface ChangeTyped {
  readonly item: string
  readonly change: ItemChange
  /** What stood behind the place of the item and may be its new words or its presenter. */
  readonly unclear?: string
  /** Where `unclear` may be a place on the agenda: from 1, `Infinity` for the last. */
  readonly place?: number
}

/** `2 30 min`, `item 2: UNODC, 30 min`, `2 to Budget and staff`, `2 by UNODC`, `Drones 30 min`; undefined for a name alone. */
export function changeTyped(typed: string): ChangeTyped | undefined {
  const [, place, behind] =
    /^(?:(?:agenda )?(?:item|point) )?#?(I?\d{1,9})[.:,)]? +(?!(?:and|&) )(\S.*)$/iu.exec(typed.trim()) ?? []
  if (place === undefined || behind === undefined) return withLength(typed)
  const [, verb = '', rest = behind] =
    /^(to|as|into|by|presenter|presented by|is presented by|is|takes|gets|needs|for|in) (\S.*)$/iu.exec(
      behind,
    ) ?? []
  const minutes = minutesIn(rest)
  if (minutes !== undefined) return { item: place, change: { minutes } }
  if (/^(?:to|as|into)$/i.test(verb)) {
    const title = quotedFirst(rest)?.[0]
    const at = title === undefined ? placeTyped(rest) : undefined
    if (at !== undefined) return { item: place, change: {}, unclear: rest, place: at }
    return { item: place, change: { title: title ?? rest } }
  }
  if (/(?:by|presenter)$/i.test(verb)) return { item: place, change: presenterAnd(rest) }
  return { item: place, change: {}, unclear: behind }
}

/** `2`, `number 2`, `the end`: a place on the agenda; undefined for other words. */
function placeTyped(typed: string): number | undefined {
  const [, number] = /^(?:(?:number|no\.|place|position|item|point) )?#?(\d{1,3})\.?$/i.exec(typed) ?? []
  if (number !== undefined) return Number(number)
  if (/^(?:the )?(?:first|top|beginning|start)(?: (?:place|position))?$/i.test(typed)) return 1
  return /^(?:the )?(?:last|end|bottom)(?: (?:place|position))?$/i.test(typed) ? Infinity : undefined
}

/** `UNODC, 30 min` */
function presenterAnd(typed: string): ItemChange {
  const { title, minutes } = itemTyped(typed, {})
  return minutes === null ? { presenter: title } : { presenter: title, minutes }
}

/** `Drones 30 min` and `Drones, 30 min, OPCW`. */
function withLength(typed: string): ChangeTyped | undefined {
  const { title, presenter, minutes } = itemTyped(typed, {})
  if (minutes === null || title === typed) return undefined
  return { item: title, change: presenter === null ? { minutes } : { presenter, minutes } }
}

/** Minutes of a length that was typed for an item; null for `none`. Raises `UserError`. */
export function lengthTyped(typed: string): number | null {
  if (saysNothing(typed)) return null
  const read = orUserError(() => minutesIn(typed) ?? readDuration(typed))
  if (read instanceof UserError) throw new UserError(read.message, { option: 'minutes' })
  if (read <= longestItem) return read
  throw new UserError(`An item takes ${longestItem} minutes at most; “${typed}” is ${read}.`, {
    option: 'minutes',
  })
}
