import type { BelievedTerm } from '../../../db/directory/terms/believed.ts'
import { option } from '../../../src/core/option.ts'
import { addDays, type Day, dayOf, formatDay, startOfDay } from '../../../src/core/time/day.ts'

/** The two axes of the record: the day that is meant, and the day on which it was believed. */
export const recordDays = {
  on: option.day({ about: 'As it stood on this day; today by default' }),
  known: option.day({ about: 'As the record had it at the end of this day' }),
} as const

/** The last moment of a day on somebody's clock; undefined for none. */
export function endOf(day: Day | undefined, zone: string): Date | undefined {
  return day === undefined ? undefined : new Date(startOfDay(addDays(day, 1), zone).getTime() - 1)
}

/** `1 Jan 2022 to 30 Jun 2022`; `until` is the first day after the term. */
export function span(from: Day | null, until: Day | null): string {
  const last = until === null ? null : formatDay(addDays(until, -1))
  if (from === null) return last === null ? 'no days on record' : `until ${last}`
  return last === null ? `since ${formatDay(from)}` : `${formatDay(from)} to ${last}`
}

/** `stood for CTED, since 3 Mar 2024`, with its source. */
export function termWords(term: BelievedTerm): string {
  return [whatWords(term), span(term.from, term.until), ...groundWords(term)].join('; ')
}

function whatWords({ kind, role, group, entity, holder }: BelievedTerm): string {
  const who = holder === null ? entity : `${holder} (${entity})`
  switch (kind) {
    case 'post':
      return `${holder ?? ''} for ${entity}`
    case 'role':
      return `${who}, ${role} of ${group}`
    case 'seat':
      return `${who}, ${role === 'observer' ? 'observer' : `${role} seat`} in ${group}`
  }
}

/** Before this moment lies what the sample and older stores hold, of which nobody knows when it was recorded. */
const unknownBefore = new Date('1971-01-01T00:00:00Z')

/** The source and who recorded it, as far as they are known. */
export function groundWords({
  source,
  recordedBy,
  recordedAt,
}: Pick<BelievedTerm, 'source' | 'recordedBy' | 'recordedAt'>): readonly string[] {
  const day = recordedAt < unknownBefore ? '' : ` on ${formatDay(dayOf(recordedAt, 'UTC'))}`
  return [
    ...(source === null ? [] : [`source: ${source}`]),
    ...(recordedBy === null && day === ''
      ? []
      : [`recorded${recordedBy === null ? '' : ` by ${recordedBy}`}${day}`]),
  ]
}
