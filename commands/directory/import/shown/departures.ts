import { type Block, block, button } from '../../../../src/core/message.ts'
import { addDays, formatDay } from '../../../../src/core/time/day.ts'
import type { FileOutcome } from '../importSheets.ts'
import type { Departure } from '../plan/departures.ts'

const mostNamed = 12
const mostButtons = 4

/** Says who leaves as a list has it. No import retires anybody: what they hold is looked at first, one by one. */
export function departures({ sheets }: FileOutcome): readonly Block[] {
  const all = sheets.flatMap(({ plan }) => plan.departures ?? [])
  const left = all.filter(({ hasLeft }) => hasLeft)
  const retirable = left.flatMap(({ name, id, until }) => (id === undefined ? [] : [{ name, id, until }]))
  return [
    ...departureBlocks(
      'Left out, as they have left: ',
      left.filter(({ id }) => id === undefined),
      '',
    ),
    ...departureBlocks(
      'Have left, and are still in the directory: ',
      left.filter(({ id }) => id !== undefined),
      ' No import retires anybody, since their roles end with it: press, or /directory retire person.',
    ),
    ...(retirable.length === 0
      ? []
      : [
          block.buttons(
            ...retirable.slice(0, mostButtons).map(({ name, id, until }) =>
              button(`Retire ${name}`, 'directory retire person', {
                person: `P${id}`,
                on: addDays(until, 1),
              }),
            ),
          ),
        ]),
    ...departureBlocks(
      'Will leave: ',
      all.filter(({ hasLeft }) => !hasLeft),
      ' Retire them when the day has come.',
    ),
  ]
}

function departureBlocks(before: string, some: readonly Departure[], after: string): readonly Block[] {
  if (some.length === 0) return []
  const named = some
    .slice(0, mostNamed)
    .map(({ name, row, until }) => `${name} (row ${row}, ${formatDay(until)})`)
  const more = some.length - mostNamed
  return [block.text(`${before}${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.${after}`)]
}
