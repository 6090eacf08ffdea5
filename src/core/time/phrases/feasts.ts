import { UserError } from '../../errors.ts'
import { shorten } from '../../text/text.ts'
import { addDays, type Day, dayFrom, formatDay, partsOf } from '../day.ts'
import { nthWeekday } from '../words/spans.ts'

const feast =
  /^(?:(?:over|during|at|around|for|between|à|pendant|durante|über) )?(?:the |les |las |la )?(christmas and new ?year(?:['’]?s)?|christmas|xmas|no[eë]l|navidad|weihnachten|festive season|end[- ]of[- ]year (?:break|holidays)|fêtes de fin d['’]année|new ?year(?:['’]?s)?|(?:orthodox )?easter|pâques|pascua|semana santa|ostern|thanksgiving)(?: (?:break|holidays?|time|period|week|weekend|days))?(?: (?:of )?(20\d\d))?$/i

/** Days that a feast may mean, with words for what they are where the days alone do not say it. */
export interface DaysOfFeast {
  readonly label: string
  readonly value: string
}

/** The days that `over Christmas` or `at Easter` may mean from a day on, the most likely first; none for anything else. */
export function daysOfFeast(text: string, today: Day): readonly DaysOfFeast[] {
  const [, said, year] = text.length > 60 ? [] : (feast.exec(text.trim()) ?? [])
  const name = said?.toLowerCase()
  if (name === undefined) return []
  const from = year === undefined ? today : (dayFrom(Number(year), 1, 1) ?? today)
  if (/easter|pâques|pascua|santa|ostern/.test(name)) return easterDays(from, name.startsWith('orthodox'))
  if (name === 'thanksgiving') return thanksgiving(from)
  const [own, later] = year === undefined ? ['', ''] : [` ${year}`, ` ${Number(year) + 1}`]
  const days = name.startsWith('new')
    ? [`31 December${own} to 1 January${later}`, `31 December${own} to 3 January${later}`]
    : [`24 December${own} to 1 January${later}`, `24 to 26 December${own}`, `6 to 7 January${later}`]
  const isLong = /season|year|fêtes/.test(name) && !name.startsWith('new')
  return (isLong ? days.slice(0, 1) : days).map((value) => ({ label: value, value }))
}

const joined = /^(?:from |between )?(\S.{2,40}?) ?(?:to|until|till|through|and|-|–|\.\.) ?(\S.{2,40})$/i

/** `from Easter to 30 April`, `20 March to Easter`: the days with which the feast may begin or end, each with the other end. */
function daysFromFeast(typed: string, today: Day): readonly DaysOfFeast[] {
  const [, first = '', last = ''] = typed.length > 90 ? [] : (joined.exec(typed) ?? [])
  const [opening, closing] = [daysOfFeast(first, today), daysOfFeast(last, today)]
  if (opening.length > 0 === closing.length > 0) return []
  const ofBoth = opening.length > 0 ? opening : closing
  const found = ofBoth
    .filter(({ label }) => !label.includes('Orthodox'))
    .map(({ value }) => {
      const [from = '', to = ''] = value.split(' to ')
      return opening.length > 0 ? `${from} to ${last}` : `${first} to ${to}`
    })
  return [...new Set(found)].map((value) => ({ label: value, value }))
}

/** Asks which days `over Christmas` means. Raises `UserError`. */
export function refuseFeast(typed: string, today: Day): void {
  const found = daysOfFeast(typed, today)
  const choices = found.length > 0 ? found : daysFromFeast(typed, today)
  if (choices.length === 0) return
  throw new UserError(`“${shorten(typed, 60)}” is longer for some than for others. Which days?`, { choices })
}

function easterDays(today: Day, isOrthodox: boolean): readonly DaysOfFeast[] {
  const western = next(today, westernEaster)
  const orthodox = next(today, orthodoxEaster)
  const [long, short] = [western, orthodox].map((sunday) => between(addDays(sunday, -2), addDays(sunday, 1)))
  const eastern = { label: `${short}, Orthodox Easter`, value: short ?? '' }
  if (isOrthodox) return [eastern]
  const week = between(addDays(western, -6), addDays(western, 1))
  return [
    { label: `${long}, Good Friday to Easter Monday`, value: long ?? '' },
    { label: `${week}, Holy Week too`, value: week },
    ...(orthodox === western ? [] : [eastern]),
  ]
}

function thanksgiving(today: Day): readonly DaysOfFeast[] {
  const thursday = next(today, (year) => {
    const first = dayFrom(year, 11, 1) ?? ''
    return nthWeekday(first, addDays(first, 29), 4, 4) ?? first
  })
  return [1, 3].map((more) => {
    const value = between(thursday, addDays(thursday, more))
    return { label: value, value }
  })
}

function between(from: Day, to: Day): string {
  return `${formatDay(from)} to ${formatDay(to)}`
}

/** The feast of this year, or of the next one where it is over. */
function next(today: Day, ofYear: (year: number) => Day): Day {
  const year = partsOf(today)[0]
  const found = ofYear(year)
  return addDays(found, 1) >= today ? found : ofYear(year + 1)
}

/** Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
function westernEaster(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return dayFrom(year, Math.floor(f / 31), (f % 31) + 1) ?? ''
}

/** Easter Sunday of the Julian calendar, by the rule of Meeus, on the day of the Gregorian one. */
function orthodoxEaster(year: number): Day {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const f = d + e + 114
  const behind = Math.floor(year / 100) - Math.floor(year / 400) - 2
  return addDays(dayFrom(year, Math.floor(f / 31), (f % 31) + 1) ?? '', behind)
}
