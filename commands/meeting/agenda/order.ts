import { lockMeeting } from '../../../db/meetings/meetings.ts'
import { type AgendaItem, agendaOf, orderItems } from '../../../db/meetings/record/agenda.ts'
import { memberOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { type Context, command, found } from '../../define.ts'
import { meetingOption } from '../meetingOption.ts'
import { noteInHistory } from '../outcome/noteInHistory.ts'
import { refuseUnlessAhead } from './ahead.ts'
import { agendaBlocks, agendaButtons } from './card.ts'
import { findEach, findItem } from './findItem.ts'
import { orderJustChanged } from './saidTwice.ts'

export const orderAgenda = command({
  group: 'agenda',
  name: 'order',
  about: 'Reorder the items of an agenda',
  options: {
    meeting: meetingOption,
    items: required(
      option.text({ about: 'The new order: 3, 1; the others follow; or swap 1 and 4', max: 500 }),
    ),
    undoes: option.text({
      onlyPressed: true,
      about: 'The order that an undo takes back, as its button says',
      max: 500,
    }),
  },
  access: memberOf('meeting'),
  audience: 'room',
  changes: true,
  examples: ['/meeting agenda order M1 items:"3, 1, 2"'],
  async run(context, { meeting: ref, items: typed, undoes }) {
    const { db } = context
    const meeting = found(await lockMeeting(db, ref.id), 'such meeting')
    refuseUnlessAhead(meeting)
    const before = await agendaOf(db, meeting.id)
    const after = inOrder(before, typed)
    if (undoes === undefined) await refuseOrderedTwice(context, meeting.id, { before, after, typed })
    if (after.every((item, at) => item === before[at]))
      throw new UserError('The agenda is already in this order; nothing was changed.')
    refuseReordered(meeting.id, before, undoes)
    await orderItems(
      db,
      meeting.id,
      after.map(({ id }) => id),
    )
    context.about(`meeting:${meeting.id}`)
    await noteInHistory(
      context,
      meeting.id,
      rich`Reordered the agenda: ${after.map(({ title }) => title).join('; ')}.`,
    )
    return message(
      rich`The agenda of M${meeting.id} ${meeting.title} in its new order:`,
      ...agendaBlocks(meeting, after, []),
      block.buttons(
        button('Undo: as before', 'meeting agenda order', {
          meeting: `M${meeting.id}`,
          items: ordered(before),
          undoes: ordered(after),
        }),
      ),
      agendaButtons(meeting.id, after),
    )
  },
})

const swapped = /^swap (?:items? )?(.{1,200}?) (?:and|with|&) (?:item )?(.{1,200})$/i

const asLast = /^(.{1,200}?),? (?:last|(?:to|at) the end)$/i

/** Those that were named first, and the others as they stood; with `swap 2 and 4`, two in each other’s places. */
function inOrder(items: readonly AgendaItem[], typed: string): readonly AgendaItem[] {
  const [, one, other] = swapped.exec(typed.trim()) ?? []
  if (one !== undefined && other !== undefined) {
    const first = findItem(items, one, { option: 'items', whole: (item) => `swap ${item} and ${other}` })
    const second = findItem(items, other, { option: 'items', whole: (item) => `swap ${one} and ${item}` })
    return items.map((item) => (item === first ? second : item === second ? first : item))
  }
  const [, behind] = asLast.exec(typed.trim()) ?? []
  if (behind !== undefined) {
    const last = findItem(items, behind)
    return [...items.filter((item) => item !== last), last]
  }
  const first = wanted(items, typed)
  return [...first, ...items.filter((item) => !first.includes(item))]
}

/** Asks where the same places were said a moment ago, which now would mix up the order that they led to. */
async function refuseOrderedTwice(
  context: Context,
  meetingId: number,
  { before, after, typed }: { before: readonly AgendaItem[]; after: readonly AgendaItem[]; typed: string },
): Promise<void> {
  const former = await orderJustChanged(context, meetingId, before)
  if (!former || ordered(inOrder(former, typed)) !== ordered(before) || ordered(after) === ordered(before))
    return
  throw new UserError(
    `You put the agenda into that order a moment ago: ${before.map(({ title }) => title).join('; ')}. Once more it would be: ${after.map(({ title }) => title).join('; ')}. Nothing was changed.`,
    {
      buttons: [
        button('Reorder once more', 'meeting agenda order', {
          meeting: `M${meetingId}`,
          items: ordered(after),
        }),
      ],
    },
  )
}

/** By their numbers: places shift where somebody adds or removes an item. */
function ordered(items: readonly AgendaItem[]): string {
  return items.map(({ id }) => `I${id}`).join(',')
}

/** Raises `UserError` where the items of the order that an undo takes back, as far as they are left, stand otherwise. */
function refuseReordered(meetingId: number, items: readonly AgendaItem[], undoes: string | undefined): void {
  if (undoes === undefined) return
  const undone = undoes.split(',')
  const left = items.filter(({ id }) => undone.includes(`I${id}`))
  if (ordered(left) === undone.filter((one) => !isGone(one, items)).join(',')) return
  throw new UserError(
    `That was changed once more since. The agenda of M${meetingId} is: ${items.map(({ title }) => title).join('; ')}. Nothing was changed.`,
  )
}

/** The items that were named, in the order in which they were. Raises `UserError`. */
function wanted(items: readonly AgendaItem[], typed: string): readonly AgendaItem[] {
  const parts = typed
    .split(/[,;]/)
    .flatMap((part) => (/^[\d\s]+$/.test(part) ? part.trim().split(/\s+/) : [part.trim()]))
    .filter((part) => part !== '' && !isGone(part, items))
  const found = findEach(items, parts, 'items')
  const twice = found.find((item, at) => found.indexOf(item) !== at)
  if (twice) throw new UserError(`“${twice.title}” is named twice.`, { option: 'items' })
  return found
}

/** An item that an undo gives by its number and that has been taken off since. */
function isGone(part: string, items: readonly AgendaItem[]): boolean {
  return /^I\d{1,9}$/.test(part) && !items.some(({ id }) => part === `I${id}`)
}
