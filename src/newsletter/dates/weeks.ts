import { addDays, weekdayOf } from '../../core/time/day.ts'
import type { WrittenDate } from '../../core/time/findDates.ts'

const week = 'w(?:ee)?ks?'
const manners = [
  ['beginning', `w/[bc]|w\\.[bc]\\.|w[bc]|${week} (?:commencing|beginning|starting)(?: on| from)?`],
  ['ending', `${week} ending(?: on)?`],
  ['around', `${week} of|semaines? du|semanas? del|неделя|неделе|неделю|woche vom`],
] as const
const leads = manners.map(
  ([manner, words]) => [manner, new RegExp(`(?<![\\p{L}\\p{N}])(?:${words}):?(?: the)? ?$`, 'iu')] as const,
)
/** `weeks of 9 and 16 November`. */
const several = /(?:weeks|wks|semaines|semanas) \p{L}+(?: the)? ?$/iu
/** How far before a date such words begin. */
const reach = 40

/** What words before a date make of it, which then says where in its week it lies: `w/c `, `in the week of `. */
function mannerOf(before: string): (typeof manners)[number][0] | undefined {
  return leads.find(([, words]) => words.test(before))?.[0]
}

/** Whether a date that follows stands for its week. */
export function isWeekBefore(text: string): boolean {
  return mannerOf(text.slice(-reach)) !== undefined
}

/**
 * `week of 11 November` as Monday to Friday of it, `w/c 8 November` as the five days from there, `week ending 14
 * November` as its days until then; any other date as it is.
 */
export function wholeWeek(text: string, date: WrittenDate): WrittenDate {
  const { from, to, start, precision } = date
  const before = text.slice(Math.max(0, start - reach), start)
  const manner = precision === 'day' ? mannerOf(before) : undefined
  // `week of 9-13 November` says its days itself.
  if (manner === undefined || (from !== to && !several.test(before))) return date
  if (manner === 'ending') return { ...date, from: addDays(from, 1 - weekdayOf(from)), mentioned: false }
  if (manner === 'beginning') return { ...date, to: addDays(to, 4) }
  // Whoever names a Saturday or Sunday begins weeks with it.
  const monday = (weekday: number) => (weekday > 5 ? 8 : 1) - weekday
  return {
    ...date,
    from: addDays(from, monday(weekdayOf(from))),
    to: addDays(to, monday(weekdayOf(to)) + 4),
  }
}
