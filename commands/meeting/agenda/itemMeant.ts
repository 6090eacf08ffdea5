import { lastChangeOf } from '../../../db/ledger/lastChanges.ts'
import { type AgendaItem, agendaOf } from '../../../db/meetings/record/agenda.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Button, button } from '../../../src/core/message.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import { shorten } from '../../../src/core/text/text.ts'
import type { Context } from '../../define.ts'
import { findItem } from './findItem.ts'
import { soonMs } from './saidTwice.ts'
import { type ChangeTyped, changeTyped, type ItemChange } from './typed/changeTyped.ts'

interface Meant {
  readonly items: readonly AgendaItem[]
  readonly before: AgendaItem
  /** What was typed behind the name of the item. */
  readonly change: ItemChange
}

/** The item that is named, and what is typed in one with its name. Raises `UserError`. */
export async function itemMeant(
  context: Context,
  meetingId: number,
  typed: string,
  given: { readonly title?: string | undefined; readonly minutes?: string | undefined } = {},
): Promise<Meant> {
  const items = await agendaOf(context.db, meetingId)
  const isNamed = items.some(({ title }) => fold(title) === fold(typed))
  const read = isNamed ? undefined : changeTyped(typed)
  const name = read?.item ?? typed
  const last = isLast.test(name) ? await justChanged(context, meetingId) : undefined
  if (isLast.test(name) && last === undefined && items.length > 0) throw whichItem(meetingId, items, given)
  const before = findItem(items, last ?? name)
  if (read?.place !== undefined) throw whichPlace(meetingId, items, before, read)
  if (read?.unclear !== undefined) throw whichOf(meetingId, before, read.unclear)
  return { items, before, change: read?.change ?? {} }
}

const mostChoices = 8

const isLast = /^(?:it|that|this|that one|(?:that|this|the last|my) (?:item|point))$/i

/** The number of the item that the caller added or changed last, `I12`; undefined where that was something else. */
async function justChanged({ db, caller, now }: Context, meetingId: number): Promise<string | undefined> {
  const last = await lastChangeOf(db, caller.personId)
  if (!last?.command.startsWith('meeting agenda ') || last.undo === null) return undefined
  if (now.getTime() - last.at.getTime() > soonMs) return undefined
  // The dispatcher wrote the button from the answer itself.
  const { values } = last.undo as Button
  const item = values['item'] ?? ''
  return values['meeting'] === `M${meetingId}` && /^I\d{1,9}$/.test(item) ? item : undefined
}

/** Which item it is, or whether the meeting itself is meant, nobody can tell. */
function whichItem(
  meetingId: number,
  items: readonly AgendaItem[],
  { title, minutes }: { readonly title?: string | undefined; readonly minutes?: string | undefined },
): UserError {
  const meeting = `M${meetingId}`
  const whole =
    minutes !== undefined
      ? button('The meeting itself', 'meeting move', { meeting, duration: minutes })
      : button('The meeting itself', 'meeting edit', { meeting, ...(title === undefined ? {} : { title }) })
  return new UserError('Which item do you mean? Nothing was changed.', {
    option: 'item',
    choices: items
      .slice(0, mostChoices)
      .map(({ id, title: words }) => ({ label: shorten(words), value: `I${id}` })),
    buttons: [title === undefined && minutes === undefined ? { ...whole, ask: true } : whole],
  })
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
