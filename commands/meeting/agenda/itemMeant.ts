import { lastChangeOf } from '../../../db/ledger/lastChanges.ts'
import { type AgendaItem, agendaOf } from '../../../db/meetings/record/agenda.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Button, button } from '../../../src/core/message.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import type { Context } from '../../define.ts'
import { findItem } from './findItem.ts'
import { type ChangeTyped, changeTyped, type ItemChange } from './typed/changeTyped.ts'

interface Meant {
  readonly items: readonly AgendaItem[]
  readonly before: AgendaItem
  /** What was typed behind the name of the item. */
  readonly change: ItemChange
}

/** The item that is named, and what is typed in one with its name. Raises `UserError`. */
export async function itemMeant(context: Context, meetingId: number, typed: string): Promise<Meant> {
  const items = await agendaOf(context.db, meetingId)
  const isNamed = items.some(({ title }) => fold(title) === fold(typed))
  const read = isNamed ? undefined : changeTyped(typed)
  const name = read?.item ?? typed
  const last = isLast.test(name) ? await justChanged(context, meetingId) : undefined
  const before = findItem(items, last ?? name)
  if (read?.place !== undefined) throw whichPlace(meetingId, items, before, read)
  if (read?.unclear !== undefined) throw whichOf(meetingId, before, read.unclear)
  return { items, before, change: read?.change ?? {} }
}

const isLast = /^(?:it|that|this|that one|(?:that|this|the last|my) (?:item|point))$/i

/** The number of the item that the caller added or changed last, `I12`; undefined where that was something else. */
async function justChanged({ db, caller }: Context, meetingId: number): Promise<string | undefined> {
  const last = await lastChangeOf(db, caller.personId)
  if (!last?.command.startsWith('meeting agenda ') || last.undo === null) return undefined
  // The dispatcher wrote the button from the answer itself.
  const { values } = last.undo as Button
  const item = values['item'] ?? ''
  return values['meeting'] === `M${meetingId}` && /^I\d{1,9}$/.test(item) ? item : undefined
}

function whichOf(meetingId: number, item: AgendaItem, words: string): UserError {
  const values = { meeting: `M${meetingId}`, item: `I${item.id}` }
  return new UserError(
    `“${item.title}” is the item; is “${words}” to be its new words, or who presents it? Nothing was changed.`,
    {
      buttons: [
        button('Its new words', 'meeting agenda edit', { ...values, title: words }),
        button('Its presenter', 'meeting agenda edit', { ...values, presenter: words }),
      ],
    },
  )
}

function whichPlace(
  meetingId: number,
  items: readonly AgendaItem[],
  item: AgendaItem,
  { unclear = '', place = 1 }: ChangeTyped,
): UserError {
  const meeting = `M${meetingId}`
  const words = button('Its new words', 'meeting agenda edit', {
    meeting,
    item: `I${item.id}`,
    title: unclear,
  })
  const others = items.filter((one) => one !== item)
  const at = Number.isFinite(place) ? place : items.length
  const order = others.toSpliced(at - 1, 0, item)
  const isPlace = at >= 1 && at <= items.length && order.some((one, index) => one !== items[index])
  const move = button('Its new place', 'meeting agenda order', {
    meeting,
    items: order.map(({ id }) => `I${id}`).join(','),
  })
  return new UserError(
    `“${item.title}” is the item; is “${unclear}” to be its new words${isPlace ? ', or its place' : ''}? Nothing was changed.`,
    { buttons: isPlace ? [move, words] : [words] },
  )
}
