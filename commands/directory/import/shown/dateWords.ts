import { type Block, block, button } from '../../../../src/core/message.ts'
import { formatDay } from '../../../../src/core/time/day.ts'
import { readDay } from '../../../../src/core/time/typedDay.ts'
import {
  type DateOrder,
  dateOrders,
  dayText,
  inOrder,
} from '../../../../src/directory/import/dates/dateOrder.ts'
import type { FileOutcome } from '../importSheets.ts'

/** Says in which order the dates of a file were read that may be read in two, and what tells it. */
export function dateWords({ sheets }: FileOutcome): readonly Block[] {
  const words = sheets.flatMap(({ dates: { order, example, shownBy, both } }) => {
    if (example === undefined) return []
    if (both !== undefined) {
      return [
        `The file writes dates with the day first (${both[0]}) and with the month first (${both[1]}), so that those that may be two days cannot be told apart. Write these as 2024-11-30, or with the name of the month.`,
      ]
    }
    if (order === undefined) return []
    const known = shownBy === undefined ? 'as was said' : `as ${shownBy} shows`
    return [`Dates are read with the ${order}, ${known}: ${example} is ${inThatOrder(example, order)}.`]
  })
  return [...new Set(words)].map((one) => block.text(one))
}

/** `12 Nov 2026` of `12/11/2026`. */
export function inThatOrder(date: string, order: DateOrder): string {
  return formatDay(readDay(inOrder(dayText(date), order), { now: new Date(0), zone: 'UTC' }))
}

/** Of dates of which somebody said the order, the other one, in case it was said of another file. */
export function otherDateOrder(id: number, { sheets }: FileOutcome): readonly Block[] {
  const said = sheets.find(
    ({ dates: { order, example, shownBy } }) =>
      order !== undefined && example !== undefined && shownBy === undefined,
  )?.dates.order
  const other = dateOrders.find((order) => order !== said)
  return said === undefined || other === undefined ? [] : [block.buttons(dateOrderButton(id, other))]
}

const labels: Readonly<Record<DateOrder, string>> = {
  'day first': 'The day comes first',
  'month first': 'The month comes first',
}

/** The press that says in which order the dates of an import stand. */
export function dateOrderButton(id: number, order: DateOrder) {
  return button(labels[order], 'directory column', { import: `I${id}`, dates: order })
}
