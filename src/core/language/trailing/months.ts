import { orUserError, UserError } from '../../errors.ts'
import type { Options } from '../../option.ts'
import { fold } from '../../text/nearest.ts'
import { isMomentForm } from '../../time/beginsWithDate.ts'
import { addDays } from '../../time/day.ts'
import { type Period, readPeriod } from '../../time/period.ts'
import { meaningsOf } from '../../time/words/vocabulary.ts'

/** `pass WHO`, `pass for WHO, Nov-Dec 2026`: an entity beside or instead of the months, where these may be left out. */
export function takeEntity(options: Options, first: string, fields: Record<string, string>): void {
  const option = options[first]
  const [name] = Object.entries(options).find(([, { kind }]) => kind === 'entity') ?? []
  const typed = withoutFor(fields[first] ?? '')
  if (option?.kind !== 'period' || option.required || !name || fields[name] !== undefined) return
  if (typed === '' || isPeriodWritten(typed)) return
  const { entity, months } = parted(typed.split(/\s+/))
  if (months === '') delete fields[first]
  else fields[first] = months
  fields[name] = entity
}

/** `extend 1 to 20 Jan`, `extend Nov-Dec 15 Jan`: the number or the months of an issue before the day that is wanted. */
export function takeIssue(options: Options, first: string, fields: Record<string, string>): void {
  const [name] = Object.entries(options).find(([, { kind }]) => kind === 'period') ?? []
  if (options[first]?.kind !== 'day' || name === undefined || fields[name] !== undefined) return
  const [, sign = '', number, joint = '', day = ''] =
    /^(no\.? ?|#)?(\p{Nd}{1,3})( to| until| till|,)? (\S.{0,60})$/iu.exec(fields[first] ?? '') ?? []
  if (number === undefined) {
    takeMonths(name, first, fields)
    return
  }
  if (!/\p{Nd}|day\b/iu.test(day) || !isMomentForm(day)) return
  if (sign === '' && joint === '' && isMomentForm(fields[first] ?? '')) return
  fields[name] = number
  fields[first] = day
}

/** Takes the months of an issue from before a day, as in `Nov-Dec 15 Jan`, unless the whole text is a day. */
function takeMonths(name: string, first: string, fields: Record<string, string>): void {
  const [, before, stopped] =
    /^(\S.{0,60}) (?:(?:to|until|till) )?(\p{Nd}{1,2}\.\p{Nd}{1,2}\.)$/iu.exec(fields[first] ?? '') ?? []
  // `22.12.` is a day with a stop of its own.
  if (before !== undefined && stopped !== undefined && namesIssue(before)) {
    fields[name] = before.replace(/,$/, '')
    fields[first] = stopped
    return
  }
  const words = (fields[first] ?? '').split(/\s+/)
  if (words.length < 2 || words.length > mostMonths || isMomentForm(words.join(' '))) return
  for (let at = words.length - 1; at > 0; at--) {
    const [months, rest] = [words.slice(0, at).join(' '), words.slice(at).join(' ')]
    const day = rest.replace(/^(?:to|until|till) /i, '')
    // The 15 of `Nov-Dec 15 Jan` is of the day: what is left of it, a month or a number alone, is none.
    if (/(?:^|\s)\p{Nd}{1,2}$/u.test(months) || !/\p{Nd}|day\b/iu.test(day) || /^\p{Nd}+$/u.test(day))
      continue
    if (!namesIssue(months) || !isMomentForm(day)) continue
    fields[name] = months.replace(/,$/, '')
    fields[first] = day
    return
  }
}

/** `export 1 pdf`: a word behind the number of an issue is meant as the choice that is left, also where there is none such. */
export function takeIssueBeforeChoice(options: Options, first: string, fields: Record<string, string>): void {
  const [name, other] = Object.entries(options).flatMap(([one, { kind }]) =>
    kind === 'choice' && fields[one] === undefined ? [one] : [],
  )
  if (options[first]?.kind !== 'period' || name === undefined || other !== undefined) return
  const [, number, word] =
    /^(?:no\.? ?|#)?(\p{Nd}{1,3}),? (?:as |in |to )?(\p{L}{2,20})$/iu.exec(fields[first] ?? '') ?? []
  if (number === undefined || word === undefined || isPeriodWritten(fields[first] ?? '')) return
  // `away 2 weeks` is how long.
  if (meaningsOf(fold(word)).unit !== undefined) return
  fields[first] = number
  fields[name] = word
}

/** The words with the months at their end or beginning apart; all of them are the entity where there are none. */
function parted(words: readonly string[]): { readonly entity: string; readonly months: string } {
  const cut = (at: number) => [words.slice(0, at).join(' '), withoutFor(words.slice(at).join(' '))] as const
  // The longest end that names months, else the longest beginning.
  for (let at = Math.max(1, words.length - mostMonths); at < words.length; at++) {
    const [head, rest] = cut(at)
    if (isPeriodWritten(rest)) return { entity: head.replace(/,$/, ''), months: rest }
  }
  for (let at = Math.min(mostMonths, words.length - 1); at > 0; at--) {
    const [head, rest] = cut(at)
    if (isPeriodWritten(head)) return { entity: rest, months: head }
  }
  return { entity: words.join(' '), months: '' }
}

/** More words than months are named with: `for the months of November and December of the year 2026`. */
const mostMonths = 16

function withoutFor(text: string): string {
  return text.replace(/^(?:for|from|of) /i, '')
}

/** Any day will do where only the form is looked at. */
const here = { now: new Date('2024-01-01T12:00:00Z'), zone: 'UTC' }

/** Whether words name an issue by its months or its number. */
function isPeriodWritten(text: string): boolean {
  return namedOtherwise(text) || periodOf(text) !== undefined
}

/** As `isPeriodWritten`, but for what a day of its own may be meant by. */
export function namesIssue(text: string): boolean {
  const period = periodOf(text)
  return namedOtherwise(text) || (period !== undefined && period.to >= addDays(period.from, shortestIssue))
}

/** An issue is of a month at least. */
const shortestIssue = 27

/** An issue that is named by its number or its kind. */
function namedOtherwise(text: string): boolean {
  const plain = text.replace(/,$/, '')
  return (
    /^(?:(?:issue|newsletter) )?(?:no\.?|number|nr\.?|n[°º]|numéro|№|#)? ?\p{Nd}{1,3}$/iu.test(plain) ||
    /^(?:the )?(?:annual|bi-?monthly|open|current|this|last|next|latest)(?: one| issue| newsletter)?$/i.test(
      plain,
    )
  )
}

function periodOf(text: string): Period | undefined {
  const period = orUserError(() => readPeriod(text.replace(/,$/, ''), here))
  return period instanceof UserError ? undefined : period
}
