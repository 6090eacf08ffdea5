import type { WrittenDate } from '../../core/time/findDates.ts'
import type { Period } from '../../core/time/period.ts'
import type { Bracket, Edge } from './edges.ts'

/**
 * The dates of what is told, in their order: never one that is only mentioned. Brackets count with days and
 * months, free text with its days; months there where no day is named. A dateline counts where nothing else does,
 * and what begins with its date is not dated again further on. What was signed or said on the only date is told by it.
 */
export function tellsOf(
  text: string,
  all: readonly WrittenDate[],
  brackets: readonly Bracket[],
  edge: Edge | undefined,
  period: Period,
): readonly WrittenDate[] {
  const bracketed = (date: WrittenDate) =>
    brackets.some(({ open, close }) => date.start > open && date.end <= close)
  const atEdge = (date: WrittenDate) => edge?.dates.includes(date) === true
  const told = all.filter((date) => !date.mentioned)
  const days = told.filter((date) => date.precision === 'day' || bracketed(date) || atEdge(date))
  const found = days.length > 0 ? days : told.length > 0 ? told : closing(text, all, period)
  const [first] = found
  if (first && isDateline(text, first) && found.length > 1) return found.slice(1)
  if (edge?.form !== 'leading') return found
  return found.filter((date) => atEdge(date) || bracketed(date) || goesOn(text, date))
}

/** What is itself the news where no other date is told: `MoU signed on 23 January`, `in a statement of 4 July`. */
const news =
  /(?:signed|adopted|issued|published|statement|letter|report|decision|declaration|agreement) (?:on|of|dated) $/i

/** The only date of a text, at its end and in the period, of what was signed or said on it. */
function closing(text: string, all: readonly WrittenDate[], period: Period): readonly WrittenDate[] {
  const [only, ...others] = all
  if (!only || others.length > 0 || only.from < period.from || only.to > period.to) return []
  const ends = /^[\s.)]{0,3}$/.test(text.slice(only.end, only.end + 4))
  return ends && news.test(text.slice(Math.max(0, only.start - 20), only.start)) ? [only] : []
}

/** `… and on 7 March …` goes on with what the first date began. */
function goesOn(text: string, { start }: WrittenDate): boolean {
  const words = text
    .slice(Math.max(0, start - 16), start)
    .toLowerCase()
    .trim()
    .split(' ')
  return words.at(-1) === 'and' || (words.at(-2) === 'and' && words.at(-1) === 'on')
}

/** How far from the beginning a dateline's date stands. */
const datelineReach = 40

/** `Vienna, 6 June 2024 – …`: a date between the town and a dash. */
function isDateline(text: string, { start, end }: WrittenDate): boolean {
  if (start === 0 || start > datelineReach) return false
  const town = text.slice(0, start).trim()
  const capitals = /^\(?\p{Lu}/u.test(town) && town.endsWith(',')
  return capitals && /^\s?(?:\([^()]{1,20}\)\s?)?[–—:-]/.test(text.slice(end, end + 30))
}
