import { UserError } from '../../core/errors.ts'
import { addMonths, type Day, formatDay } from '../../core/time/day.ts'
import type { Repeat } from './repeat.ts'
import { longestSeries, ruleDays, type SeriesEnd } from './rule.ts'

/**
 * Where a series ends, and its days; it begins on the first day of the rule on or after `start`. Raises `UserError`
 * for one without an end, with two, of a single meeting or of too many.
 */
export function boundedDays(
  repeat: Repeat,
  start: Day,
  until: Day | undefined,
): { readonly end: SeriesEnd; readonly days: readonly Day[] } {
  if (repeat.end && until !== undefined)
    throw new UserError('The series ends twice: in the repetition, and by until:. Leave one of them out.', {
      option: 'until',
    })
  const end = repeat.end ?? (until === undefined ? undefined : ({ kind: 'until', day: until } as const))
  if (!end) {
    const choices = [12, 24].map((months) => addMonths(start, months))
    throw new UserError('The series has no end. Say until when, or how often: “quarterly, 8 times”.', {
      option: 'until',
      choices: choices.map((day) => ({ label: `Until ${formatDay(day)}`, value: day })),
    })
  }
  const option = repeat.end ? 'repeat' : 'until'
  if (end.kind === 'count' && end.count < 2)
    throw new UserError('A series has two meetings at least; leave repeat: out for a single one.', { option })
  if (end.kind === 'until' && end.day < start)
    throw new UserError(
      `The series would end on ${formatDay(end.day)}, before its first day, ${formatDay(start)}; let it end later.`,
      { option },
    )
  const days = ruleDays(repeat.rule, start, longestSeries, end)
  if (days.length < 2)
    throw new UserError(
      `${repeat.words} comes to ${days.length === 1 ? 'a single day' : 'no day'} from ${formatDay(start)} on; leave repeat: out, or let it end later.`,
      { option },
    )
  const many = end.kind === 'count' ? end.count > longestSeries : days.length >= longestSeries
  if (many)
    throw new UserError(`That would be more than ${longestSeries} meetings; let the series end sooner.`, {
      option,
    })
  return { end, days }
}
