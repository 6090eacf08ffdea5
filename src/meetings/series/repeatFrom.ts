import { dayOf } from '../../core/time/day.ts'
import { readRepeat } from './readRepeat.ts'
import type { Repeat } from './repeat.ts'

interface First {
  readonly at: Date
  /** IANA zone in which it was meant. */
  readonly zone: string
  /** The weekday of a month that was typed: `first monday of the month`. */
  readonly nth?: string | undefined
}

/**
 * What a typed repetition says for what begins at a moment: `monthly` and `quarterly` from “the last Friday” on keep to
 * the last Friday of the month, not to this one's day of it. Raises `UserError`.
 */
export function repeatFrom(repeat: string, { at, zone, nth }: First): Repeat {
  const start = dayOf(at, zone)
  const typed = readRepeat(repeat, start, zone)
  const plain = /^FREQ=MONTHLY(;INTERVAL=\d+)?(?:;BYMONTHDAY=[\d,]+;BYSETPOS=-1)?$/.exec(typed.rule)
  if (nth === undefined || !plain) return typed
  const { rule, words: text } = readRepeat(nth, start, zone)
  const [, interval] = plain
  return interval === undefined
    ? { ...typed, rule, words: text }
    : {
        ...typed,
        rule: rule.replace('FREQ=MONTHLY', `FREQ=MONTHLY${interval}`),
        words: `${typed.words}, on ${text.replace(/^every /, 'the ')}`,
      }
}

/** A repetition with its own end, as it is typed to be read again the same way. */
export function asRule({ rule, end }: Pick<Repeat, 'rule' | 'end'>): string {
  if (end?.kind === 'count') return `${rule};COUNT=${end.count}`
  return end?.kind === 'until' ? `${rule};UNTIL=${end.day.replaceAll('-', '')}` : rule
}
