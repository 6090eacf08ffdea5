import { meaningsOf } from '../../words/vocabulary.ts'
import { looseZones, zoneNamed } from '../../zones/readZone.ts'
import type { Token } from '../token.ts'
import { isGlued, isSign, type Match } from '../written.ts'

/** A zone as it is written in a longer text. */
export type WrittenZone =
  | { readonly kind: 'zone'; readonly zone: string }
  /** Minutes ahead of UTC. */
  | { readonly kind: 'offset'; readonly minutes: number }
  /** Means one of several. */
  | { readonly kind: 'loose'; readonly name: string; readonly meant: readonly string[] }

/** The most tokens that a name has: `America/Argentina/Rio_Gallegos` has seven. */
const longest = 9

/** Islands whose bare name, beside a time, is a day of the year. */
const feasts: ReadonlySet<string> = new Set(['christmas', 'easter'])

/** Words that stand beside times; to look among the zones for each takes longer than all else. */
const besideTimes: ReadonlySet<string> = new Set(['since', 'after', 'before', 'and', 'or', 'for'])
const noName = ['weekday', 'offset', 'unit', 'step', 'edge', 'nth', 'count'] as const

/** Whether no name of a zone begins with a word of time, as “La Paz” does with an article. */
function beginsNone(word: string): boolean {
  const meaning = meaningsOf(word)
  return besideTimes.has(word) || noName.some((one) => meaning[one] !== undefined)
}

/** Whether `la` is that of `de la tarde`, and `et` that of `et demie`, which name zones elsewhere. */
export function isOtherWord(tokens: readonly Token[], at: number): boolean {
  const [before, word, after] = [tokens[at - 1]?.text, tokens[at]?.text, tokens[at + 1]]
  return (word === 'la' && before === 'de') || (word === 'et' && after !== undefined && after.kind !== 'sign')
}

/** The zone named at a token, the longest name first. */
export function zoneAt(text: string, tokens: readonly Token[], at: number): Match<WrittenZone> | undefined {
  const offset = offsetAt(tokens, at)
  if (offset) return offset
  const [first] = tokens.slice(at, at + 1)
  if (first?.kind !== 'word' || beginsNone(first.text)) return undefined
  const ends = tokens.slice(at, at + longest).map((token) => token.end)
  const names = ends.map((end) => text.slice(first.start, end)).reverse()
  for (const [less, name] of names.entries()) {
    const next = at + names.length - less
    if (feasts.has(name.toLowerCase())) continue
    const zone = zoneNamed(name.replace(/^d['’](?=\p{L})|(?: local)? time$/giu, ''))
    if (zone !== undefined) return { value: { kind: 'zone', zone }, next }
    // Beside a time, GMT is the offset that it names, in summer too.
    if (/^gmt$/i.test(name)) return { value: { kind: 'offset', minutes: 0 }, next }
    const meant = names.length - less > 5 ? [] : looseZones(name)
    if (meant.length > 0) return { value: { kind: 'loose', name, meant }, next }
  }
  return undefined
}

/** `Z`, `UTC+1`, `GMT+0100`, `+02:00`, `-05:00`. */
function offsetAt(tokens: readonly Token[], at: number): Match<WrittenZone> | undefined {
  const token = tokens[at]
  const named = token?.text === 'utc' || token?.text === 'gmt'
  const last = at === tokens.length - 1
  if (token?.text === 'z' && (!token.spaced || last))
    return { value: { kind: 'offset', minutes: 0 }, next: at + 1 }
  const sign = tokens[named ? at + 1 : at]
  const hours = tokens[named ? at + 2 : at + 1]
  if (!isSign(sign, '+', '-') || hours?.kind !== 'number' || !isGlued(hours)) return undefined
  if (named && sign?.spaced && hours.text.length > 4) return undefined
  const place = named ? at + 3 : at + 2
  const parted = isSign(tokens[place], ':') && isGlued(tokens[place]) && tokens[place + 1]?.text.length === 2
  // A dash and a number without `UTC` before them are the end of a span, save where they are written as `-05:00`.
  if (!named && isSign(sign, '-') && !(parted && hours.text.length === 2)) return undefined
  const compact = hours.text.length > 2
  const minutes = compact
    ? Number(hours.text.slice(0, -2)) * 60 + Number(hours.text.slice(-2))
    : hours.value * 60 + (parted ? (tokens[place + 1]?.value ?? 0) : 0)
  if (minutes > 14 * 60) return undefined
  return {
    value: { kind: 'offset', minutes: isSign(sign, '-') ? -minutes : minutes },
    next: parted && !compact ? place + 2 : place,
  }
}
