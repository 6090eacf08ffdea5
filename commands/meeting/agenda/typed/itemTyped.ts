import { orUserError, UserError } from '../../../../src/core/errors.ts'
import { readDuration } from '../../../../src/core/time/duration.ts'
import { withoutBullet } from '../../../../src/newsletter/pasted/signs.ts'
import { mayName } from '../../action/actionInWords.ts'
import { longestItem } from '../longest.ts'

export interface ItemTyped {
  readonly title: string
  readonly presenter: string | null
  readonly minutes: number | null
}

/**
 * An item as lists of them have it: `Budget, 20 min, OPCW`, `Budget (OPCW, 20 min)`, `Budget 20 min` or
 * `"Budget" 20 min OPCW`. What was given by an option of its own is not looked for, but for minutes after a presenter.
 */
export function itemTyped(typed: string, given: Partial<ItemTyped>): ItemTyped {
  const item = partsTyped(withMinutesLast(typed), given)
  // A dash or a colon led to what was taken from behind the title.
  const title = item.title.replace(/[\s–—:;,-]{1,9}$/, '')
  return title === '' ? item : { ...item, title }
}

/** `Debrief (15 mins) - OSCE` with its minutes at the end. */
function withMinutesLast(typed: string): string {
  const [, before, minutes, after] =
    /^([^()]{1,300})(\(\d{1,3} ?(?:m|mins?\.?|minutes?|['’′])\)) ?([^()]{1,100})$/iu.exec(typed) ?? []
  return minutes === undefined ? typed : `${before?.trimEnd()} ${after?.trim()} ${minutes}`
}

function partsTyped(typed: string, given: Partial<ItemTyped>): ItemTyped {
  const { presenter = null, minutes = null } = given
  const whole = { title: typed, presenter, minutes }
  if (minutes !== null) return whole
  const late = presenter === null ? {} : atEnd(presenter)
  if (late.minutes !== undefined)
    return { title: typed, presenter: late.title ?? presenter, minutes: late.minutes }
  const parts = partsOf(typed)
  const at = parts.findLastIndex((part) => minutesIn(part) !== undefined)
  if (at < 1) return { ...whole, ...atEnd(typed) }
  const after = parts.slice(at + 1)
  const before = parts.slice(0, at)
  const last = before.at(-1) ?? ''
  const acronym = before.length > 1 && after.length === 0 && /^\p{Lu}[\p{Lu}\p{Nd}-]+$/u.test(last)
  const whose = presenter === null && after.length === 1 && mayName(after[0] ?? '') ? after[0] : undefined
  const title = acronym && presenter === null ? before.slice(0, -1) : before
  const who = presenter ?? (acronym ? last : (whose ?? null))
  return {
    title: [...title, ...(whose === undefined ? after : [])].join(', '),
    presenter: who,
    minutes: minutesIn(parts[at] ?? '') ?? null,
  }
}

/**
 * The items of `1. Opening 2. Drones 3. AOB`, counted from one, of `Opening; Drones; AOB`, or of several lines; the text
 * itself where it is one.
 */
export function itemsIn(typed: string): readonly string[] {
  const lines = typed.split('\n').filter((line) => line.trim() !== '')
  if (lines.length > 1)
    return lines.map((line) =>
      withoutBullet(line)
        .text.trim()
        .replace(/^(?:\d{1,2}[.)]|[-•*–]) ?/, ''),
    )
  const starts: { readonly start: number; readonly end: number }[] = []
  for (const { 0: whole, 1: count, index } of typed.matchAll(/(?<!\S)(\d{1,2})[.)] ?(?=\p{L})/gu))
    if (Number(count) === starts.length + 1) starts.push({ start: index, end: index + whole.length })
  if (starts.length < 2 || starts[0]?.start !== 0) return partedBySigns(typed) ?? [typed]
  return starts
    .map(({ end }, at) =>
      typed
        .slice(end, starts[at + 1]?.start)
        .trim()
        .replace(/[;,.]$/, ''),
    )
    .filter((item) => item !== '')
}

/** `Opening; Drones; Next steps`; undefined where a part is no title, as in `Budget; OPCW; 20 min`. */
function partedBySigns(typed: string): readonly string[] | undefined {
  const parts = typed.split(';').map((part) => part.trim())
  const areTitles = parts.every(
    (part) => /^\p{Lu}.{2,80}$/u.test(part) && !/^[\p{Lu}\p{Nd}-]+$/u.test(part.replace(/^AOB$/, 'Aob')),
  )
  return parts.length > 1 && areTitles ? parts : undefined
}

/** The pieces between commas, in brackets at the end, and after a title in quotation marks. */
function partsOf(typed: string): readonly string[] {
  const [before, title = '', rest = '', ...more] = typed.split(/["“”]/)
  const apart = before === '' && more.length === 0 ? withMinutesApart(rest) : undefined
  if (title !== '' && apart) return [title, ...apart]
  const open = typed.lastIndexOf('(')
  const inside = open > 0 && typed.endsWith(')')
  const text = inside ? `${typed.slice(0, open)},${typed.slice(open + 1, -1)}` : typed
  return text.split(',').map((part) => part.trim())
}

/** `20 min OPCW` and `OPCW, 20 min` in parts; undefined for other words. */
function withMinutesApart(text: string): readonly string[] | undefined {
  const words = text.replaceAll(',', ' ').trim().split(/ +/)
  for (const count of [2, 1]) {
    for (const at of [0, words.length - count]) {
      const minutes = words.slice(at, at + count).join(' ')
      const who = words.toSpliced(at, count).join(' ')
      if (minutesIn(minutes) === undefined || !/^\p{Lu}|^$/u.test(who)) continue
      return at === 0 ? [minutes, ...(who === '' ? [] : [who])] : [who, minutes]
    }
  }
  return undefined
}

/** `Budget 20 min` and `Budget 20m`. */
function atEnd(typed: string): Partial<ItemTyped> {
  const words = typed.split(' ')
  for (const count of [2, 1]) {
    const minutes = minutesIn(words.slice(-count).join(' '))
    if (minutes !== undefined && words.length > count)
      return { title: words.slice(0, -count).join(' '), minutes }
  }
  return {}
}

/** `20 min`, `1h30`, `20'`; undefined for what is no length of an item. */
export function minutesIn(typed: string): number | undefined {
  // `20'` is written for minutes.
  const text = typed.replace(/(?<=^\d{1,3}) ?['’′]$/u, ' min')
  if (!/^\d{1,3} ?\p{L}{1,7}(?: ?\d{1,2}(?: ?\p{L}{1,7})?)?$/u.test(text)) return undefined
  const read = orUserError(() => readDuration(text))
  return read instanceof UserError || read < 1 || read > longestItem ? undefined : read
}
