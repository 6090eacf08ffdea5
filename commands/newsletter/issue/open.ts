import { type AdoptedUpdate, adoptUpdates } from '../../../db/newsletter/adoptUpdates.ts'
import { issueNumbered } from '../../../db/newsletter/issueNumbered.ts'
import {
  listNewsletters,
  type NewsletterIssue,
  openNewsletter,
  periodOf,
} from '../../../db/newsletter/newsletters.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { orUserError, UserError } from '../../../src/core/errors.ts'
import { type Block, block, button, message, moment, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { list } from '../../../src/core/text/list.ts'
import { endOfDay, formatDay } from '../../../src/core/time/day.ts'
import { formatPeriod, type Period, readPeriod } from '../../../src/core/time/period.ts'
import { command } from '../../define.ts'
import { beginCalls } from '../calls/beginCalls.ts'
import { changesHere } from '../plan/planHere.ts'
import { issueName, isWholeYear, monthsOf, shortNameOf } from './issue.ts'

export const open = command({
  name: 'open',
  about: 'Open an issue for a period and begin collecting updates',
  options: {
    period: required(option.period({ exact: true, about: 'The months it covers, e.g. 2023-03..2023-04' })),
    closes: required(option.dueDay({ about: 'The last day for updates', follows: 'period' })),
    kind: option.choice({
      about: 'Which newsletter; annual for a whole year by default, else bi-monthly',
      choices: ['bi-monthly', 'annual'],
    }),
    number: option.integer({
      about: 'Its number, to continue an existing numbering',
      min: 1,
      max: 999,
    }),
  },
  access: secretariat,
  changes: true,
  examples: [
    '/newsletter open 2026-11..2026-12 closes:2027-01-08',
    '/newsletter open 2026-11..2026-12 closes:2027-01-08 number:37',
  ],
  // `open the November newsletter` may mean the one that there is.
  async refuse({ db, now, zone }, { period: typed, kind: named }) {
    const period = typed === undefined ? undefined : orUserError(() => readPeriod(typed, { now, zone }))
    if (period === undefined || period instanceof UserError) return
    const kind = named ?? (isWholeYear(period) ? 'annual' : 'bi-monthly')
    const there = (await listNewsletters(db, period, 12)).find((one) => one.kind === kind)
    if (there) throw overlaps(there, period)
  },
  async run(context, { period, closes, kind: named, number }) {
    const { db, now, zone, caller } = context
    const kind = named ?? (isWholeYear(period) ? 'annual' : 'bi-monthly')
    const closesAt = endOfDay(closes, zone)
    if (closesAt <= now)
      throw new UserError(`${formatDay(closes)} has passed. Give a day ahead.`, { option: 'closes' })
    if (closes < period.from) {
      throw new UserError(`${formatDay(closes)} is before the period begins on ${formatDay(period.from)}.`, {
        option: 'closes',
      })
    }
    const taken = number === undefined ? undefined : await issueNumbered(db, { number, annual: false })
    if (taken) throw alreadyThere(taken, `No. ${number} is taken: it is the issue of`)
    const issue = await openNewsletter(
      db,
      { kind, period, closesAt, openedBy: caller.personId, number: number ?? null },
      now,
    )
    if (!issue) {
      const others = await listNewsletters(db, period, 12)
      const other = others.find((one) => one.kind === kind) ?? others[0]
      if (!other) throw new Error('an issue overlaps the period and yet none was found')
      throw overlaps(other, period)
    }
    const adopted = await adoptUpdates(db, issue, period)
    context.about(`newsletter:${issue.id}`)
    const calls = await beginCalls(context, issue)
    const isPlanned = Object.keys(await changesHere(db)).length > 0
    return message(
      rich`Opened ${issueName(issue)}; updates are taken until ${moment(closesAt, zone)}.`,
      ...adoptedLines(adopted, period),
      ...(calls?.said ?? []),
      isPlanned
        ? undefined
        : block.text(
            'The newsletter has no name yet, and its sections have their original titles: /newsletter plan show.',
          ),
      block.buttons(
        ...(calls?.buttons ?? []),
        button('Status', 'newsletter status', monthsOf(issue)),
        button('Draft', 'newsletter draft', monthsOf(issue)),
        ...(adopted.length > 0
          ? []
          : [button('Undo: take it back', 'newsletter close', { ...monthsOf(issue), unopened: 'yes' })]),
        ...(isPlanned ? [] : [{ ...button('Name it', 'newsletter plan name'), ask: true }]),
      ),
    )
  },
})

/** How many updates had waited for the issue, and which of them tell of days before its months. */
function adoptedLines(adopted: readonly AdoptedUpdate[], { from }: Period): readonly Block[] {
  if (adopted.length === 0) return []
  const earlier = adopted.filter(({ endOn }) => endOn !== null && endOn < from).map(({ id }) => `U${id}`)
  const text =
    earlier.length === 0
      ? ''
      : ` ${list(earlier.toSorted(), 'and')} ${earlier.length === 1 ? 'tells' : 'tell'} of days before its months.`
  return [
    block.text(
      `${counted(adopted.length, 'update')} posted before it opened ${adopted.length === 1 ? 'is' : 'are'} in it.${text}`,
    ),
  ]
}

function overlaps(other: NewsletterIssue, period: Period): UserError {
  const isSame = other.periodFrom === period.from && other.periodTo === period.to
  const what = isSame ? 'is there already' : `already covers part of ${formatPeriod(period)}`
  return new UserError(`${shortNameOf(other)}, ${what}; nothing was opened.`, { buttons: waysOf(other) })
}

function alreadyThere(other: NewsletterIssue, why: string): UserError {
  return new UserError(`${why} ${formatPeriod(periodOf(other))}. Nothing was opened.`, {
    option: 'number',
    buttons: waysOf(other),
  })
}

function waysOf(other: NewsletterIssue) {
  return [
    button('Its status', 'newsletter status', monthsOf(other)),
    other.status === 'published'
      ? button('Read it', 'newsletter read', monthsOf(other))
      : button('Its draft', 'newsletter draft', monthsOf(other)),
  ]
}
