import { findDates, type WrittenDate } from '../../core/time/findDates.ts'
import type { Period } from '../../core/time/period.ts'
import { meaningsOf } from '../../core/time/words/vocabulary.ts'
import { wholeWeek } from './weeks.ts'
import { weeksInNumbers } from './weeksInNumbers.ts'

/** `5/6 May`: two days, as reports write them; elsewhere such numbers are a ratio, or as `14/2` a day. */
const pairOfDays = /\b(\d{1,2})\/(\d{1,2})(?= ?(?:of |de )?(\p{L}{1,12}))/gu

/** `2026-11-03/05`: days of one month, as calendars exchange them. */
const daysInOrder = /\b(\d{4})-(\d\d)-(\d\d)\/(\d\d)(?![\d/-])/g

/** `8/9/10 May`: days one after another. */
const rowOfDays = /\b(\d{1,2})\/(\d{1,2})\/(\d{1,2})(?= ?(?:of |de )?(\p{L}{1,12}))/gu

/** `postponed from 12 May to 14 May`: the first of the days is one on which nothing was. */
const formerDay =
  /\b(?:postponed|moved|rescheduled|shifted|deferred|brought forward) from .{1,40}? to(?= )/giu

/** `Recommendation 8 – 24 October`: what is counted before a dash or a comma is not a day. */
const counted =
  /\b(?:recommendations?|articles?|goals?|sdgs?|phases?|pillars?|modules?|chapters?|annex|rules?|principles?|levels?|volumes?|vol\.|nos?\.|targets?|protocols?|objectives?|outcomes?|outputs?|priority|tracks?|tiers?|terminals?|pages?|paras?\.?|paragraphs?) \d{1,2}(?= ?[–—,-] ?\d)/giu

/** `Bulletin No. 3/2026`, `decision 10/2026`: what is numbered by its year. */
const numbered =
  /\b(?:nos?\.?|nr\.?|n°|numbers?|resolutions?|decisions?|issues?|bulletins?|circulars?|cases?|decrees?|regulations?|directives?|laws?|opinions?|orders?|reports?|ref\.?) ?\d{1,2}\/\d{4}/giu

/** Words that may stand before a month without its capital. */
const leads = new Set('on in of from by until till and to since between for since ( , ;'.split(' '))

/**
 * The most numbers and dates that are read, more than any item has: each takes part of a millisecond to place in the
 * calendar.
 */
const mostDates = 24

/** The dates that a text names, with what is not a date in a sentence left out. */
export function datesIn(text: string, period: Period): readonly WrittenDate[] {
  const paired = text
    .replace(rowOfDays, (row, first, second, third, word: string) => {
      const isRow = Number(second) === Number(first) + 1 && Number(third) === Number(second) + 1
      return isRow && isMonth(word) ? row.replaceAll('/', ',') : row
    })
    .replace(pairOfDays, (pair, first, second, word: string) =>
      Number(first) < Number(second) && isMonth(word) ? pair.replace('/', '-') : pair,
    )
    .replace(daysInOrder, '$3-$4/$2/$1')
    .replace(formerDay, (former) => ' '.repeat(former.length))
    .replace(counted, (phrase) => ' '.repeat(phrase.length))
    .replace(numbered, (phrase) => ' '.repeat(phrase.length))
  const found = findDates(paired, { period, most: mostDates })
  const weeks = weeksInNumbers(text, period).filter(
    ({ start, end }) => !found.some((date) => date.start < end && date.end > start),
  )
  return [...found, ...weeks]
    .sort((one, other) => one.start - other.start)
    .map((date) => wholeWeek(text, { ...date, written: text.slice(date.start, date.end) }))
    .filter((date) => !isVerb(text, date))
}

function isMonth(word: string): boolean {
  return word.startsWith('月') || meaningsOf(word.toLowerCase()).month !== undefined
}

/** `States may 5 times …` and `they march 3 miles`. */
function isVerb(text: string, { written, start }: WrittenDate): boolean {
  if (!/^(?:may|march|mar) /.test(written)) return false
  const before = text.slice(Math.max(0, start - 12), start).trimEnd()
  return (
    before !== '' &&
    !leads.has(
      before
        .slice(before.lastIndexOf(' ') + 1)
        .toLowerCase()
        .slice(-8),
    )
  )
}
