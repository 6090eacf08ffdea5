import { type KindCount, meetingsOfYear, type YearCount } from '../../db/meetings/cadence/yearCount.ts'
import { anyone } from '../../src/core/catalog.ts'
import { block, button, message, rich } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { partsOf } from '../../src/core/time/day.ts'
import { meetingKinds } from '../../src/meetings/kinds.ts'
import { command } from '../define.ts'

/** The meetings of a year by group and kind: what the annual report counts. */
export const meetings = command({
  name: 'meetings',
  about: 'The meetings of a year, counted by group and kind',
  heading: 'Meetings of a year',
  options: { year: option.integer({ about: 'This year by default', min: 1990, max: 2200 }) },
  access: anyone,
  examples: ['/report meetings', '/report meetings 2025'],
  async run({ db, today }, { year: asked }) {
    const year = asked ?? partsOf(today)[0]
    const { groups: rows, all } = await meetingsOfYear(db, year)
    const held = sum(all, 'held')
    const byKind = meetingKinds.flatMap((kind) => {
      const count = sum(
        all.filter((row) => row.kind === kind),
        'held',
      )
      return count === 0 ? [] : [`${count} ${kind === 'in-focus' ? 'in focus' : kind}`]
    })
    const groups = Map.groupBy(rows, ({ group }) => group ?? 'no group')
    return message(
      `${counted(held, 'meeting', 'meetings')} held in ${year}${byKind.length === 0 ? '' : `: ${byKind.join(', ')}`}; ${sum(all, 'scheduled')} more on the calendar, ${sum(all, 'cancelled')} cancelled.`,
      groups.size === 0
        ? undefined
        : block.table(
            ['Group', ...meetingKinds, 'On the calendar', 'Cancelled', 'Entities present'],
            [...groups].map(([group, of]) =>
              [
                group,
                ...meetingKinds.map((kind) =>
                  String(
                    sum(
                      of.filter((row) => row.kind === kind),
                      'held',
                    ),
                  ),
                ),
                String(sum(of, 'scheduled')),
                String(sum(of, 'cancelled')),
                presence(of),
              ].map((cell) => rich`${cell}`),
            ),
          ),
      block.buttons(
        button('The year before', 'report meetings', { year: String(year - 1) }),
        button('Rhythm of the groups', 'wg cadence'),
      ),
    )
  },
})

function sum(rows: readonly KindCount[], what: 'held' | 'scheduled' | 'cancelled' | 'present'): number {
  return rows.reduce((all, row) => all + row[what], 0)
}

/** How many entities were present at a meeting, on average. */
function presence(rows: readonly YearCount[]): string {
  const held = sum(rows, 'held')
  return held === 0 ? '' : (sum(rows, 'present') / held).toLocaleString('en', { maximumFractionDigits: 1 })
}
