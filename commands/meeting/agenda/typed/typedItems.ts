import { allKnownEntities } from '../../../../db/directory/entities.ts'
import { withLineBreaks } from '../../../../src/core/language/clean.ts'
import { type Block, block } from '../../../../src/core/message.ts'
import { list } from '../../../../src/core/text/list.ts'
import { shorten } from '../../../../src/core/text/text.ts'
import type { Context } from '../../../define.ts'
import { agendaRows } from './agendaTable.ts'
import { besideAgenda } from './besideAgenda.ts'
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
  const { lines, beside } = besideAgenda(
    withLineBreaks(typed)
      .split('\n')
      .filter((line) => line.trim() !== ''),
  )
  const rows = agendaRows(lines) ?? itemsIn(lines.join('\n')).map((item) => ({ item, presenter: undefined }))
  const parts = rows.map(({ item }) => partHours(item))
  const lengths = lengthsOf(parts)
  const hours = parts.flatMap((part) => part.hours ?? [])
  const read = parts.map(({ text }, at) => {
    const { presenter = given.presenter } = rows[at] ?? {}
    const item = itemTyped(text, presenter === undefined ? given : { ...given, presenter })
    return { ...item, minutes: item.minutes ?? lengths[at] ?? null }
  })
  const isNamed = read.some(({ title, presenter }) => presenter === null && lastName(title) !== undefined)
  const acronyms = new Set(isNamed ? (await allKnownEntities(context.db)).map(({ acronym }) => acronym) : [])
  return {
    items: read.map((item) => withPresenter(item, acronyms)).map((item) => byName(item, context.caller.name)),
    notKept: notKept(
      hours,
      beside,
      lengths.some((one) => one !== undefined),
    ),
  }
}

function notKept(
  hours: readonly string[],
  beside: readonly string[],
  areLengths: boolean,
): Block | undefined {
  const said = [
    ...(hours.length > 0
      ? [
          `Not kept: ${list(hours, 'and')}. An agenda runs item by item from the meeting’s beginning${areLengths ? '; how long each takes was read from the hours' : ''}.`,
        ]
      : []),
    ...(beside.length > 0
      ? [
          `Not taken as items: ${list(
            beside.map((line) => `“${shorten(line, 100)}”`),
            'and',
          )}.`,
        ]
      : []),
  ]
  return said.length > 0 ? block.list(said) : undefined
}

/** “me” becomes the caller’s name, since others read the agenda. */
function byName(item: ItemTyped, name: string): ItemTyped {
  return isMe(item.presenter ?? '') ? { ...item, presenter: name } : item
}

export function isMe(word: string): boolean {
  return /^(?:me|myself|i)$/i.test(word)
}

/** What stands last in a title where a presenter may: `Threat update (INTERPOL)`, `Threat update – INTERPOL`. */
function lastName(title: string): readonly [title: string, name: string] | undefined {
  const [, told, inBrackets, behindDash] =
    /^(.{3,180}?)(?: ?\(([^()]{2,40})\)| [–—-] (\p{Lu}[\p{L} /,&-]{1,39}))$/u.exec(title) ?? []
  const name = inBrackets ?? behindDash
  return told === undefined || name === undefined ? undefined : [told, name]
}

const roles = /^(?:(?:co-|vice-)?chairs?|secretariat|all(?: members)?)$/i

/** An item that ends with a known entity, or a role at the meeting, is presented by it. */
function withPresenter(item: ItemTyped, acronyms: ReadonlySet<string>): ItemTyped {
  const [title, name = ''] = item.presenter === null ? (lastName(item.title) ?? []) : []
  const names = name.split(/ ?[/,&] ?| and /)
  const isPresenter = title !== undefined && names.every((one) => acronyms.has(one) || roles.test(one))
  return isPresenter ? { ...item, title, presenter: name } : item
}
