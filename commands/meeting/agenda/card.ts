import type { ActionItem } from '../../../db/meetings/record/actionRows.ts'
import type { AgendaItem } from '../../../db/meetings/record/agenda.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { type Block, block, button, type Rich, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { isolate } from '../../../src/core/text/direction/isolate.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import { formatDuration } from '../../../src/core/time/duration.ts'
import { ownerName } from '../action/owner.ts'

/** An agenda in its order, with how its time compares with the meeting's length; matters arising come first. */
export function agendaBlocks(
  meeting: Pick<Meeting, 'minutes'>,
  items: readonly AgendaItem[],
  arising: readonly ActionItem[],
): readonly (Block | undefined)[] {
  return [
    arising.length > 0 ? block.heading('Matters arising') : undefined,
    arising.length > 0 ? block.list(arising.map(actionLine)) : undefined,
    items.length > 0 && arising.length > 0 ? block.heading('Items') : undefined,
    items.length > 0 ? block.list(items.map((item, at) => rich`${at + 1}. ${itemLine(item)}`)) : undefined,
    items.length > 0 ? block.text(timeLine(items, meeting.minutes)) : undefined,
  ]
}

/** `Review conference (OPCW, 20 min)`. */
export function itemLine({
  title,
  presenter,
  minutes,
}: Pick<AgendaItem, 'title' | 'presenter' | 'minutes'>): Rich {
  const length = minutes === null ? '' : formatDuration(minutes)
  if (presenter === null) return length === '' ? rich`${title}` : rich`${title} (${length})`
  return rich`${title} (${presenter}${length === '' ? '' : `, ${length}`})`
}

/** `A3 Send the draft (OPCW, due 12 Dec 2026)`. */
export function actionLine(action: ActionItem): string {
  const due = action.dueOn === null ? 'no due day' : `due ${formatDay(action.dueOn)}`
  return `A${action.id} ${isolate(action.what)} (${isolate(ownerName(action))}, ${due})`
}

function timeLine(items: readonly AgendaItem[], length: number): string {
  const planned = items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
  const open = items.filter(({ minutes }) => minutes === null).length
  const without = open > 0 ? `; ${counted(open, 'item has', 'items have')} no time yet` : ''
  if (planned === 0) return `The meeting lasts ${formatDuration(length)}; no item has a time yet.`
  const over = planned - length
  const compared = over > 0 ? `${formatDuration(over)} too long` : `${formatDuration(-over)} to spare`
  return `${formatDuration(planned)} of ${formatDuration(length)} planned, ${over === 0 ? 'which just fits' : compared}${without}.`
}

export function agendaButtons(id: number, items: readonly AgendaItem[]): Block {
  const meeting = `M${id}`
  return block.buttons(
    { ...button('Add an item', 'meeting agenda add', { meeting }), ask: true },
    ...(items.length > 0
      ? [
          { ...button('Change an item', 'meeting agenda edit', { meeting }), ask: true },
          { ...button('Remove an item', 'meeting agenda remove', { meeting }), ask: true },
        ]
      : []),
    ...(items.length > 1 ? [{ ...button('Reorder', 'meeting agenda order', { meeting }), ask: true }] : []),
  )
}
