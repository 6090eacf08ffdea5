import { datedFigures } from '../../db/newsletter/figures.ts'
import { listNewsletters } from '../../db/newsletter/newsletters.ts'
import { anyone } from '../../src/core/catalog.ts'
import { block, message } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { addDays, type Day, formatDay } from '../../src/core/time/day.ts'
import { inPrintedOrder } from '../../src/newsletter/plannedFigures.ts'
import { figureChange } from '../../src/newsletter/render/title.ts'
import { type Context, command } from '../define.ts'
import { changesHere } from '../newsletter/plan/planHere.ts'

/** More issues than three years have. */
const issuesLookedAt = 20

export const figures = command({
  name: 'figures',
  about: 'The framework in numbers, with the change since the last issue',
  heading: 'In numbers',
  options: { on: option.lastDay({ about: 'As they stood on this day; today by default' }) },
  access: anyone,
  examples: ['/report figures', '/report figures on:2022-10-31'],
  async run(context, { on: asked = context.today }) {
    // `2026` ends ahead while it lasts.
    const on = asked > context.today ? context.today : asked
    const from = await dayAfterLastIssue(context, on)
    const rows = inPrintedOrder(
      await datedFigures(context.db, { from, to: on }),
      await changesHere(context.db),
    )
    return message(
      `In numbers on ${formatDay(on)}, with the change since ${formatDay(addDays(from, -1))}:`,
      block.fields(
        rows.map(({ label, value, previous, asOf }) => {
          const isOld = asOf !== null && asOf < from
          const change = figureChange({ value, previous, ...(isOld ? { asOf } : {}) })
          const notes = [change, asOf === null ? '' : `of ${formatDay(asOf)}`].filter((note) => note !== '')
          return [label, `${value.toLocaleString('en')}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`]
        }),
      ),
    )
  },
})

/** The first day that no published issue tells of; the first of the year before there is one. */
async function dayAfterLastIssue({ db }: Context, on: Day): Promise<Day> {
  const issues = await listNewsletters(db, null, issuesLookedAt)
  const ends = issues
    .filter(({ status, kind, periodTo }) => status === 'published' && kind !== 'annual' && periodTo < on)
    .map(({ periodTo }) => periodTo)
    .sort()
  const last = ends.at(-1)
  return last === undefined ? `${on.slice(0, 4)}-01-01` : addDays(last, 1)
}
