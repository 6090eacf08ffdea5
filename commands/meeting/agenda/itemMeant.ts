import { lastChangeOf } from '../../../db/ledger/lastChanges.ts'
import { type AgendaItem, agendaOf } from '../../../db/meetings/record/agenda.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Button, button } from '../../../src/core/message.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import type { Context } from '../../define.ts'
import { findItem } from './findItem.ts'
import { changeTyped, type ItemChange } from './typed/changeTyped.ts'

interface Meant {
  readonly items: readonly AgendaItem[]
  readonly before: AgendaItem
  /** What was typed behind the name of the item. */
  readonly change: ItemChange
}

/** The item that is named, and what is typed in one with its name. Raises `UserError`. */
export async function itemMeant(context: Context, meetingId: number, typed: string): Promise<Meant> {
  const items = await agendaOf(context.db, meetingId)
  const last = isLast.test(typed) ? await justChanged(context, meetingId) : undefined
  const isNamed = items.some(({ title }) => fold(title) === fold(typed))
  const read = last !== undefined || isNamed ? undefined : changeTyped(typed)
  const before = findItem(items, last ?? read?.item ?? typed)
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
