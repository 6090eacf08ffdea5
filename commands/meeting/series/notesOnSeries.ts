import { counted } from '../../../src/core/text/counted.ts'
import { list } from '../../../src/core/text/list.ts'
import { type Day, formatDay, weekdayOf } from '../../../src/core/time/day.ts'
import type { Occurrence } from '../../../src/meetings/series/occurrences.ts'
import type { Repeat } from '../../../src/meetings/series/repeat.ts'
import { shownDates } from './inviteToSeries.ts'

/** Names the days that lie on a weekend, where some do and others do not. */
export function weekendNote(dates: readonly Occurrence[]): string | undefined {
  const weekend = dates.filter(({ day }) => [6, 7].includes(weekdayOf(day)))
  if (weekend.length === 0 || weekend.length === dates.length) return undefined
  const days = list(
    weekend.slice(0, shownDates).map(({ day }) => formatDay(day)),
    'and',
  )
  return `Mind the days: ${counted(weekend.length, 'meeting falls', 'meetings fall')} on a weekend, ${days}${weekend.length > shownDates ? ' and later ones' : ''}. Leave them out with except:, or say a weekday, such as repeat:"third Tuesday of the month".`
}

/** What should be known of a rule: how else it might be meant, where it begins, and what the clocks do to it. */
export function notesOn(
  { words: text, others }: Repeat,
  begin: Occurrence,
  dates: readonly Occurrence[],
  typed: Day,
): readonly string[] {
  const moved = dates.filter(({ clock }) => clock !== 'plain')
  return [
    ...(others.length > 0
      ? [`I took it as “${text}”. If you meant “${others[0]}”, cancel it and say repeat:"${others[0]}".`]
      : []),
    ...(begin.day === typed
      ? []
      : [`${formatDay(typed)} is not a day of “${text}”; the series begins on ${formatDay(begin.day)}.`]),
    ...moved.map(({ day, clock }) =>
      clock === 'moved forward'
        ? `On ${formatDay(day)} the clocks skip that hour, so it begins after the change.`
        : `On ${formatDay(day)} the clocks show that hour twice; the first is meant.`,
    ),
  ]
}
