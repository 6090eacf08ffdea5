import { fold } from '../../text/nearest.ts'
import { isPeriodForm } from '../../time/period.ts'
import { wordsOf } from '../sentences/saying.ts'

/** A sentence in its parts, as far as its form tells them. */
export interface SentenceParts {
  /** Words in their order as they were typed, without the signs around them; those of records and periods left out. */
  readonly words: readonly string[]
  /** How many words stand before the period: names do not go on behind it. */
  readonly parted?: number
  /** `M1` and `U12`, each with its letter in capitals. */
  readonly records: readonly string[]
  /** `next week`, `the last two months`, as typed. */
  readonly period: string | undefined
  /** `15:00`, `3pm`. */
  readonly clock: string | undefined
}

/** The most words of a period, as of `in the first half of December`. */
const longestPeriod = 5

/** A word without which nothing is a period; few sentences have one, so few are tried. */
const ofTime =
  /^(?:\d{1,4}(?:st|nd|rd|th)?|q[1-4]|today|tomorrow|yesterday|tonight|days?|weeks?|weekend|months?|quarters?|years?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/

/** What may stand before such a word at the beginning of a period. */
const before =
  /^(?:the|this|next|last|past|coming|previous|following|end|beginning|start|early|mid|late|first|second|since|until|till|from|between)$/

/** What may stand between its words. */
const within = /^(?:of|to|and|or|the|-|–|two|three|four|five|six|half|few|week|month)$/

/** Parts a sentence into its words, the records that it numbers and a period. */
export function partsOf(sentence: string): SentenceParts {
  const typed = wordsOf(sentence)
    .map((word) => word.replace(/^[("“‘'«¿¡]{1,3}/u, '').replace(/[)"”»?!.,;:؟]{1,4}$/u, ''))
    .filter((word) => word !== '')
  const records = typed.filter((word) => record.test(word)).map((word) => word.replace('#', '').toUpperCase())
  const clock = typed.find(isClock)
  const others = typed.filter((word) => !record.test(word) && word !== clock)
  const span = periodIn(others)
  if (!span) return { words: others, records, period: undefined, clock }
  const [from, to] = span
  return {
    words: [...others.slice(0, from), ...others.slice(to)],
    parted: from,
    records,
    period: others.slice(from, to).join(' '),
    clock,
  }
}

/** Whether a word is an hour, also where no `at` stands before it. */
function isClock(word: string): boolean {
  return /^(?:[01]?\d|2[0-3])(?::[0-5]\d(?:[ap]m)?|[ap]m)$/i.test(word)
}

/** `U12`, and no quarter of a year. */
const record = /^(?!q[1-4]$)\p{L}{1,3}#?\d{1,9}$/iu

/** More words of time name several periods, none of them the one that is asked about. */
const mostTimed = 6

/** Where the longest period stands among the words: its first word and the one behind its last. */
function periodIn(words: readonly string[]): readonly [from: number, to: number] | undefined {
  const folded = words.map(fold)
  const timed = folded.map((word) => ofTime.test(word))
  if (timed.filter(Boolean).length > mostTimed) return undefined
  const opens = folded.map((word, at) => timed[at] === true || before.test(word))
  const goesOn = folded.map((word, at) => opens[at] === true || within.test(word))
  for (let length = Math.min(longestPeriod, words.length); length > 0; length -= 1)
    for (let from = 0; from + length <= words.length; from += 1) {
      if (!opens[from] || !timed.slice(from, from + length).includes(true)) continue
      if (goesOn.slice(from, from + length).includes(false)) continue
      const text = words.slice(from, from + length).join(' ')
      // A number alone is a year in four digits.
      if (!/^\d{1,3}$/.test(text) && isPeriodForm(text)) return [from, from + length]
    }
  return undefined
}
