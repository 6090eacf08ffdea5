import { daysBetween } from '../../core/time/day.ts'
import type { WrittenDate } from '../../core/time/findDates.ts'
import type { Period } from '../../core/time/period.ts'
import type { Bracket, EdgeDate } from './edgeDates.ts'

/**
 * The dates of what is told, in their order: never one that is only mentioned. Brackets count with days and
 * months, free text with its days; months there where no day is named. A dateline counts where nothing else does,
 * and what begins with its date is not dated again further on. What was signed or said on the only date is told by it.
 */
export function datesOfNews(
  text: string,
  all: readonly WrittenDate[],
  brackets: readonly Bracket[],
  edge: EdgeDate | undefined,
  period: Period,
): readonly WrittenDate[] {
  const bracketed = (date: WrittenDate) =>
    brackets.some(({ open, close }) => date.start > open && date.end <= close)
  const atEdge = (date: WrittenDate) => edge?.dates.includes(date) === true
  const begun = all.filter((date) => !date.mentioned)
  const until = lastDay(text, all, begun)
  const own = near(begun, period).filter((date) => !isOfAnother(text, date))
  const dates = until ? all : own.length > 0 ? own : begun
  const hasDay = dates.some((date) => date.precision === 'day' && !bracketed(date))
  // `phase 1 (Jan-Oct) closed on 4 Dec`: months in brackets beside a day of the sentence say when something else was.
  const days = dates.filter(
    (date) => date.precision === 'day' || atEdge(date) || (bracketed(date) && !hasDay),
  )
  const found = days.length > 0 ? days : dates.length > 0 ? dates : closing(text, all, period)
  const [first] = found
  if (first && isDateline(text, first) && found.length > 1) return found.slice(1)
  if (edge?.form !== 'leading') return found
  return found.filter((date) => atEdge(date) || bracketed(date) || date === until || goesOn(text, date))
}

/** The farthest from an issue's months that a day lies of which the issue tells beside one within them. */
const farDays = 62

/**
 * The dates without those far from the months, where another date lies within them: `next held in June 2027`.
 */
function near(dates: readonly WrittenDate[], { from, to }: Period): readonly WrittenDate[] {
  if (!dates.some((date) => date.from <= to && date.to >= from)) return dates
  return dates.filter(
    (date) => daysBetween(to, date.from) <= farDays && daysBetween(date.to, from) <= farDays,
  )
}

/** What another date is of, beside the one that is told: `the International Day of 21 August`, `to prepare the summit on 3 December`. */
const ofAnother =
  /\b(?:(?:conference|summit|forum|session|meeting|day|event|assembly|anniversary) of|(?:prepar(?:e|ing|ation)|preparatory|ahead of|prior to|in advance of|follow(?:ed|ing)?[- ]up (?:to|on|of)) [^.;:()]{3,90}? (?:of|on|in|from)) (?:the )?$/i

function isOfAnother(text: string, { start }: WrittenDate): boolean {
  return ofAnother.test(text.slice(Math.max(0, start - 120), start))
}

/** What is itself the news where no other date is told: `MoU signed on 23 January`, `in a statement of 4 July`. */
const news =
  /(?:signed|adopted|issued|published|statement|letter|report|decision|declaration|agreement) (?:on|of|dated) $/i

/** The same where the sentence goes on: `In a statement of 4 July, …`, `open since Monday, 4 July, …`. */
const newsOfAll =
  /(?:\b(?:statement|letter|declaration) (?:of|dated) |\b\p{Ll}+ on |\bsince (?:\p{L}+day,? )?|\b(?:planned|scheduled|expected|foreseen|slated|due) (?:for|on|in) )$/iu

/** The only date of a text, if it lies in the period and is when something was signed, said or begun, or is planned. */
function closing(text: string, all: readonly WrittenDate[], period: Period): readonly WrittenDate[] {
  const [only, ...others] = all
  if (!only || others.length > 0 || only.from < period.from || only.to > period.to) return []
  const ends = /^[\s.)]{0,3}$/.test(text.slice(only.end, only.end + 4))
  const before = wordsBefore(text, only)
  return newsOfAll.test(before) || (ends && news.test(before)) ? [only] : []
}

const begins = /\b(?:from|starting(?: on)?|beginning(?: on)?|as of|partir du|partir del?|desde el|с) $/iu
const lasts = /(?<!\p{L})(?:until|till|through|jusqu.au|hasta el|до) (?:\p{L}+day,? )?$/iu
/** The most days from the first to the last. */
const longest = 62

/** The last day of an activity whose first day is the only other date: `from 3 March it receives inspectors, until 14 March`. */
function lastDay(
  text: string,
  all: readonly WrittenDate[],
  dates: readonly WrittenDate[],
): WrittenDate | undefined {
  const [first, ...others] = dates
  const [last, ...more] = all.filter((date) => date.mentioned)
  if (!first || !last || others.length > 0 || more.length > 0 || last.from <= first.to) return undefined
  const spans = begins.test(wordsBefore(text, first)) && lasts.test(wordsBefore(text, last))
  return spans && daysBetween(first.from, last.to) <= longest ? last : undefined
}

/** Whether the only date begins what a day further on ends: neither can be printed without the other. */
export function goesOnUntil(text: string, all: readonly WrittenDate[]): boolean {
  return (
    lastDay(
      text,
      all,
      all.filter((date) => !date.mentioned),
    ) !== undefined
  )
}

function wordsBefore(text: string, { start }: WrittenDate): string {
  return text.slice(Math.max(0, start - 30), start)
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
  const capitals = /^\(?\p{Lu}/u.test(town) && /[,–—-]$/.test(town)
  return capitals && /^\s?(?:\([^()]{1,20}\)\s?)?[–—:-]/.test(text.slice(end, end + 30))
}
