import { adoptUpdates } from '../../db/newsletter/changeUpdates.ts'
import { openNewsletter, periodOf } from '../../db/newsletter/newsletters.ts'
import { secretariat } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { block, button, message, moment, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { formatDay } from '../../src/core/time/day.ts'
import { formatPeriod } from '../../src/core/time/period.ts'
import { command } from '../define.ts'
import { issueOf } from './issue.ts'
import { endOfDay } from './states.ts'

export const open = command({
  name: 'open',
  about: 'Open an issue for a period and begin collecting updates',
  options: {
    period: required(option.period({ about: 'The months it covers, e.g. 2023-03..2023-04' })),
    closes: required(option.day({ about: 'The last day for updates' })),
    kind: option.choice({
      about: 'Which newsletter; bi-monthly unless told',
      choices: ['bi-monthly', 'annual'],
    }),
  },
  access: secretariat,
  changes: true,
  examples: ['/newsletter open 2026-11..2026-12 closes:2027-01-08'],
  async run(context, { period, closes, kind }) {
    const { db, now, zone, caller } = context
    const closesAt = endOfDay(closes, zone)
    if (closesAt <= now)
      throw new UserError(`${formatDay(closes)} has passed. Give a day ahead.`, { option: 'closes' })
    if (closes < period.from) {
      throw new UserError(`${formatDay(closes)} is before the period begins on ${formatDay(period.from)}.`, {
        option: 'closes',
      })
    }
    const issue = await openNewsletter(
      db,
      { kind: kind ?? 'bi-monthly', period, closesAt, openedBy: caller.personId },
      now,
    )
    if (!issue) {
      const other = await issueOf(db, period)
      throw new UserError(
        `No. ${other.number} (${formatPeriod(periodOf(other))}) already covers part of ${formatPeriod(period)}; nothing was opened.`,
        {
          buttons: [
            button('Its status', 'newsletter status', { period: `${other.periodFrom}..${other.periodTo}` }),
          ],
        },
      )
    }
    const adopted = await adoptUpdates(db, issue.id, period)
    context.about(`newsletter:${issue.id}`)
    const months = `${period.from}..${period.to}`
    return message(
      rich`Opened No. ${issue.number}, ${formatPeriod(period)}; updates are taken until ${moment(closesAt, zone)}.`,
      adopted > 0
        ? block.text(
            `${counted(adopted, 'update')} posted before it opened ${adopted === 1 ? 'is' : 'are'} in it.`,
          )
        : undefined,
      block.buttons(
        button('Status', 'newsletter status', { period: months }),
        button('Draft', 'newsletter draft', { period: months }),
      ),
    )
  },
})
