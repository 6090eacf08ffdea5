import type { Options } from '../../../option.ts'
import { isMomentForm } from '../../../time/beginsWithDate.ts'
import { quotedAndMore } from '../../quotes.ts'
import { longest, withoutJoint } from '../time/leadingTime.ts'

/** An hour of the day, so that a day behind a meeting's name, which may be a part of it, is not taken for a new time. */
const clock = /\p{Nd}(?:[:.h]\p{Nd}{2}| ?[ap]\.?m\b)|\b(?:noon|midnight)\b/iu

/** `ETCIP call Friday 10:00` and `"ETCIP call" to Friday`: the time behind the title of a meeting is what it is moved to. */
export function takeMovedTo(options: Options, first: string, fields: Record<string, string>): void {
  const [time] = Object.entries(options).find(([, { kind }]) => kind === 'moment') ?? []
  const typed = fields[first] ?? ''
  if (time === undefined || options[first]?.kind !== 'meeting' || fields[time] !== undefined) return
  const [title, more = ''] = quotedAndMore(typed) ?? []
  if (title !== undefined) {
    if (!isMomentForm(withoutJoint(more))) return
    fields[first] = title
    fields[time] = withoutJoint(more)
    return
  }
  if (/^#?m?\p{Nd}{1,9}\b/iu.test(typed)) return
  const words = typed.split(/\s+/)
  const parted = behindTo(words) ?? behindTitle(words)
  if (parted === undefined) return
  const [before, after] = parted
  fields[first] = before.join(' ').replace(/,$/, '')
  fields[time] = withoutJoint(after.join(' '))
}

type Parted = readonly [title: readonly string[], time: readonly string[]]

/** `the call on Friday to Monday 10:00`, `ETCIP call from 15:00 to 16:00`: the last “to” leads to the new time. */
function behindTo(words: readonly string[]): Parted | undefined {
  const at = words.findLastIndex((word) => /^to$/i.test(word))
  const after = words.slice(at + 1)
  if (at < 1 || after.length > longest || !isMomentForm(after.join(' '))) return undefined
  const from = words.slice(0, at).findLastIndex((word) => /^from$/i.test(word))
  const isFrom = from > 0 && at - from <= longest && isMomentForm(words.slice(from + 1, at).join(' '))
  return [words.slice(0, isFrom ? from : at), after]
}

/** `ETCIP call Friday 10:00`, but not `the call of 8 Dec 15:00`, which says when it is now. */
function behindTitle(words: readonly string[]): Parted | undefined {
  for (let at = Math.max(1, words.length - longest); at < words.length; at++) {
    const end = words.slice(at).join(' ')
    if (!clock.test(end) || !isMomentForm(withoutJoint(end))) continue
    return /^of$/i.test(words[at] ?? '') || /^of$/i.test(words[at - 1] ?? '')
      ? undefined
      : [words.slice(0, at), words.slice(at)]
  }
  return undefined
}
