import { addDays, addMonths, type Day, daysBetween, lastOfMonth, partsOf } from '../../core/time/day.ts'
import { formatPeriod } from '../../core/time/period.ts'

/** How often a working group meets. */
export const rhythms = ['monthly', 'bi-monthly', 'quarterly', 'half-yearly', 'yearly', 'none'] as const

export type Rhythm = (typeof rhythms)[number]

/** A stretch of the calendar in which a group of that rhythm is expected to meet once. */
export interface RhythmPeriod {
  readonly rhythm: Exclude<Rhythm, 'none'>
  readonly from: Day
  readonly to: Day
  /** From this day on a group without a date is reminded. */
  readonly middle: Day
  /** From this day on a group without a date is late: the last month, or the last third of a shorter period. */
  readonly last: Day
}

const monthsOf: Readonly<Record<RhythmPeriod['rhythm'], number>> = {
  monthly: 1,
  'bi-monthly': 2,
  quarterly: 3,
  'half-yearly': 6,
  yearly: 12,
}

/** The period in which a day lies; undefined for a group that keeps no rhythm. */
export function rhythmPeriod(rhythm: Rhythm, day: Day): RhythmPeriod | undefined {
  if (rhythm === 'none') return undefined
  const months = monthsOf[rhythm]
  const [year, month] = partsOf(day)
  const first = month - ((month - 1) % months)
  const from = `${String(year).padStart(4, '0')}-${String(first).padStart(2, '0')}-01`
  const to = lastOfMonth(year, first + months - 1)
  const length = daysBetween(from, to) + 1
  return {
    rhythm,
    from,
    to,
    middle: addDays(from, Math.floor(length / 2)),
    last: months >= 3 ? addMonths(from, months - 1) : addDays(from, Math.ceil((length * 2) / 3)),
  }
}

/** The period after one. */
export function periodAfter({ rhythm, to }: RhythmPeriod): RhythmPeriod {
  const next = rhythmPeriod(rhythm, addDays(to, 1))
  if (!next) throw new Error(`no period follows ${to}`)
  return next
}

/** `Q4 2026`, `November 2026`, `2026`, as a person would say it. */
export function formatRhythmPeriod(period: RhythmPeriod): string {
  if (period.rhythm !== 'quarterly') return formatPeriod(period)
  const [year, month] = partsOf(period.from)
  return `Q${Math.ceil(month / 3)} ${year}`
}

/** What a person calls such a period: `this quarter`. */
export const periodWords: Readonly<Record<RhythmPeriod['rhythm'], string>> = {
  monthly: 'month',
  'bi-monthly': 'two months',
  quarterly: 'quarter',
  'half-yearly': 'half-year',
  yearly: 'year',
}
