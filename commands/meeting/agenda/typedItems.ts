import { allKnownEntities } from '../../../db/directory/entities.ts'
import { withLineBreaks } from '../../../src/core/language/clean.ts'
import { type Block, block } from '../../../src/core/message.ts'
import { list } from '../../../src/core/text/list.ts'
import type { Context } from '../../define.ts'
import { lengthsOf, partHours } from './hoursTyped.ts'
import { type ItemTyped, itemsIn, itemTyped } from './itemTyped.ts'

export interface TypedItems {
  readonly items: readonly ItemTyped[]
  /** What stood beside them and is not kept, to be said. */
  readonly notKept: Block | undefined
}

/** The items of what was typed or pasted for an agenda; what was given by an option of its own holds for each of them. */
export async function typedItems(
  context: Context,
  typed: string,
  given: Partial<ItemTyped>,
): Promise<TypedItems> {
  const parts = itemsIn(withLineBreaks(typed)).map(partHours)
  const lengths = lengthsOf(parts)
  const hours = parts.flatMap((part) => part.hours ?? [])
  const read = parts.map(({ text }, at) => {
    const item = itemTyped(text, given)
    return { ...item, minutes: item.minutes ?? lengths[at] ?? null }
  })
  const isNamed = read.some(({ title, presenter }) => presenter === null && lastName(title) !== undefined)
  const acronyms = new Set(isNamed ? (await allKnownEntities(context.db)).map(({ acronym }) => acronym) : [])
  return {
    items: read.map((item) => withPresenter(item, acronyms)).map((item) => byName(item, context.caller.name)),
    notKept:
      hours.length > 0
        ? block.text(
            `Not kept: ${list(hours, 'and')}. An agenda runs item by item from the meeting’s beginning${lengths.some((one) => one !== undefined) ? '; how long each takes was read from the hours' : ''}.`,
          )
        : undefined,
  }
}

/** “me” becomes the caller’s name, since others read the agenda. */
function byName(item: ItemTyped, name: string): ItemTyped {
  return /^(?:me|myself|i)$/i.test(item.presenter ?? '') ? { ...item, presenter: name } : item
}

/** What stands last in a title where a presenter may: `Threat update (INTERPOL)`, `Threat update – INTERPOL`. */
function lastName(title: string): readonly [title: string, name: string] | undefined {
  const [, told, inBrackets, behindDash] =
    /^(.{3,180}?)(?: ?\(([^()]{2,40})\)| [–—-] (\p{Lu}[\p{L} -]{1,39}))$/u.exec(title) ?? []
  const name = inBrackets ?? behindDash
  return told === undefined || name === undefined ? undefined : [told, name]
}

const roles = /^(?:(?:co-|vice-)?chairs?|secretariat|all(?: members)?)$/i

/** An item that ends with a known entity, or a role at the meeting, is presented by it. */
function withPresenter(item: ItemTyped, acronyms: ReadonlySet<string>): ItemTyped {
  const [title, name = ''] = item.presenter === null ? (lastName(item.title) ?? []) : []
  const isPresenter = title !== undefined && (acronyms.has(name) || roles.test(name))
  return isPresenter ? { ...item, title, presenter: name } : item
}
