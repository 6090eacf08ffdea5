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
  return isList ? [...new Set(names.map((name) => findItem(items, name)))] : [findItem(items, text)]
}

/** The item that its place on the agenda, `I12` or words of its title mean. Raises `UserError`. */
export function findItem(items: readonly AgendaItem[], text: string): AgendaItem {
  const byNumber = /^I(\d{1,9})$/.exec(text)?.[1]
  const place = /^#?(\d{1,3})\.?$/.exec(text)?.[1]
  const word = fold(text)
  const titled = items.filter(({ title }) => fold(title) === word)
  const found =
    byNumber !== undefined
      ? items.filter(({ id }) => id === Number(byNumber))
      : place !== undefined
        ? items.slice(Number(place) - 1, Number(place))
        : titled.length > 0
          ? titled
          : items.filter(({ title }) => fold(title).includes(word))
  const [item] = found
  if (item && found.length === 1) return item
  const choices = (found.length > 0 ? found : items)
    .slice(0, 10)
    .map(({ id, title }) => ({ label: shorten(title), value: `I${id}` }))
  if (items.length === 0) throw new UserError('The agenda has no items.', { option: 'item' })
  throw new UserError(
    found.length > 0
      ? `“${shorten(text)}” may be ${counted(found)}. Which one?`
      : `There is no item “${shorten(text)}”; give its place, 1 to ${items.length}, or words of its title.`,
    { option: 'item', choices },
  )
}

function counted(items: readonly AgendaItem[]): string {
  return list(items.slice(0, 5).map(({ title }) => title))
}
