import type { Option, Options } from '../../../option.ts'
import { isMomentForm } from '../../../time/beginsWithDate.ts'
import { quotedAndMore } from '../../quotes.ts'

/** A time that stood in quotes behind other words, and those words. */
export interface QuotedTime {
  readonly rest: string
  readonly name: string
  readonly value: string
}

/**
 * `"Planning" ETCIP "10 Dec 15:00"`: the time in quotes at the end of the first value or of a group, where one is still
 * wanted. It is looked for before quotes are taken off, which here are not those of one value.
 */
export function quotedTimeAtEnd(
  options: Options,
  of: string,
  raw: string,
  isGiven: (name: string) => boolean,
): QuotedTime | undefined {
  const kind = options[of]?.kind
  if (of !== Object.keys(options)[0] && kind !== 'group' && kind !== 'groups') return undefined
  const name = Object.entries(options).find(
    ([other, option]) => option.kind === 'moment' && option.required && !isGiven(other),
  )?.[0]
  const [, rest, value] = /^(.*\S)[,;]?\s+["“„«]([^"“”„«»]{1,60})["“”»]$/su.exec(raw) ?? []
  if (name === undefined || rest === undefined || value === undefined || !isMomentForm(value))
    return undefined
  return { rest, name, value }
}

/** `start:"12 Jan 14:30" every quarter`: what goes on behind a moment in quotes is of it, where no text is wanted there. */
export function momentGoingOn(option: Option | undefined, raw: string, hasText: boolean): string {
  const more = option?.kind === 'moment' && hasText ? quotedAndMore(raw) : undefined
  return more && !/["“”„«»:]/.test(more[1]) ? more.join(' ') : raw
}
