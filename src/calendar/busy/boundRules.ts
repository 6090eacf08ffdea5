import type ICAL from 'ical.js'

import { UnreadableCalendar } from './unreadable.ts'

/** What is left of the work that one calendar may cost. */
export interface WorkBudget {
  left: number
}

/** Raises `UnreadableCalendar` where a calendar costs more than it may. */
export function spend(steps: WorkBudget, cost: number): void {
  steps.left -= cost
  if (steps.left < 0) throw new UnreadableCalendar('its repeating events are too many, or never come round')
}

const tooOften = new Set(['SECONDLY', 'MINUTELY', 'HOURLY'])
/** A rule that is still without a start by then has none. */
const latestYear = 2500
/** No list of a rule needs more: the days of a leap year. */
const longestList = 366

/**
 * Lets every rule of a calendar, those of its zones too, spend steps. The library seeks the next start of a rule until
 * it finds one, and a rule such as each 30th of February has none.
 */
export function boundRules(reader: typeof ICAL, calendar: ICAL.Component, steps: WorkBudget): void {
  class BoundIterator extends reader.RecurIterator {
    override check_contracting_rules(): boolean {
      spend(steps, this.last.year > latestYear ? Infinity : 1)
      return super.check_contracting_rules()
    }

    override increment_month(): void {
      spend(steps, 1)
      super.increment_month()
    }

    override increment_monthday(days: number): void {
      spend(steps, days)
      super.increment_monthday(days)
    }

    override expand_year_days(year: number): number {
      spend(steps, 1)
      return super.expand_year_days(year)
    }
  }

  for (const part of partsOf(calendar))
    for (const property of part.getAllProperties('rrule')) {
      const rule = property.getFirstValue()
      if (!(rule instanceof reader.Recur)) throw new UnreadableCalendar('what stands there cannot be read')
      rule.iterator = (dtstart) => {
        if (tooOften.has(rule.freq))
          throw new UnreadableCalendar('one of its events repeats every hour or more often')
        const lists = Object.values(rule.parts)
        // Sorting the weekdays of a rule takes the square of their number.
        for (const { length } of lists.map((list) => list ?? []))
          spend(steps, length > longestList ? Infinity : length ** 2 / 50)
        return new BoundIterator({ rule, dtstart })
      }
    }
}

function partsOf(component: ICAL.Component): readonly ICAL.Component[] {
  return component.getAllSubcomponents().flatMap((part) => [part, ...partsOf(part)])
}
