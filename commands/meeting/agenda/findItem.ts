import type { AgendaItem } from '../../../db/meetings/record/agenda.ts'
import { UserError } from '../../../src/core/errors.ts'
import { list } from '../../../src/core/text/list.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import { shorten } from '../../../src/core/text/text.ts'

/** The items that a list of places or numbers means, `2 and 3` or `I4, I5`, or the one that other words do. */
export function itemsNamed(items: readonly AgendaItem[], text: string): readonly AgendaItem[] {
  const names = text
    .split(/[,;&]|\band\b/i)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const isList = names.length > 1 && names.every((name) => /^[#I]?\d{1,9}\.?$/.test(name))
  return isList ? [...new Set(findEach(items, names, 'item'))] : [findItem(items, text)]
}

/** Where the words of an item were typed: in which option, and what that is with others in their place. */
interface Typed {
  readonly option?: string
  /** The whole text of the option with this item in the place of the words that were not understood. */
  readonly whole?: (item: string) => string
  /** Items that the same text names already. */
  readonly others?: readonly AgendaItem[]
}

/** The item that its place on the agenda, `I12` or words of its title mean. Raises `UserError`. */
export function findItem(
  items: readonly AgendaItem[],
  text: string,
  { option = 'item', whole = (item) => item, others = [] }: Typed = {},
): AgendaItem {
  const found = itemsMeant(items, text)
  const [item] = found
  if (item && found.length === 1) return item
  const choices = (found.length > 0 ? found : items)
    .filter((one) => !others.includes(one))
    .slice(0, 10)
    .map(({ id, title }) => ({ label: shorten(title), value: whole(`I${id}`) }))
  const isGone = found.length === 0 && /^I\d{1,9}$/.test(text)
  if (items.length === 0 && !isGone) throw new UserError('The agenda has no items.', { option })
  throw new UserError(
    found.length > 0
      ? `“${shorten(text)}” may be ${counted(found)}. Which one?`
      : isGone
        ? 'That item is not on the agenda any more. Nothing was changed.'
        : `There is no item “${shorten(text)}”; give its place, 1 to ${items.length}, or words of its title.`,
    { option, choices },
  )
}

/** Finds each item of a list; what is offered for one keeps the others. Raises `UserError`. */
export function findEach(
  items: readonly AgendaItem[],
  names: readonly string[],
  option: string,
): readonly AgendaItem[] {
  return names.map((name, at) =>
    findItem(items, name, {
      option,
      whole: (item) => names.with(at, item).join(', '),
      others: names.toSpliced(at, 1).flatMap((one) => {
        const [only, ...more] = itemsMeant(items, one)
        return only && more.length === 0 ? [only] : []
      }),
    }),
  )
}

function itemsMeant(items: readonly AgendaItem[], text: string): readonly AgendaItem[] {
  const byNumber = /^I(\d{1,9})$/.exec(text)?.[1]
  if (byNumber !== undefined) return items.filter(({ id }) => id === Number(byNumber))
  const place = /^#?(\d{1,3})\.?$/.exec(text)?.[1]
  if (place !== undefined) return items.slice(Number(place) - 1, Number(place))
  const word = fold(text)
  const titled = items.filter(({ title }) => fold(title) === word)
  return titled.length > 0 ? titled : items.filter(({ title }) => fold(title).includes(word))
}

function counted(items: readonly AgendaItem[]): string {
  return list(items.slice(0, 5).map(({ title }) => title))
}
