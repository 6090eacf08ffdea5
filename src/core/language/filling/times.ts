import type { TimeReference } from '../../time/day.ts'
import { readLength } from '../../time/duration.ts'
import { isPeriodForm } from '../../time/period.ts'
import { readTypedMoment } from '../../time/phrases/typedMoment.ts'
import { readDay } from '../../time/typedDay.ts'
import { meaningsOf } from '../../time/words/vocabulary.ts'
import type { Thing, TimeReading } from './thing.ts'
import type { Word } from './words.ts'

/** The most words of a time, as of `the second Tuesday in January at 3 pm`. */
const longest = 7
/** A line that has more words of time tells a story. */
const mostTried = 14

/** What stands before a time and is no part of it. */
const joint = /^(?:to|and|or|of|until|till|by|at|on|auf|um|am|bis|zu|hasta|до|в|на)$/
/** What begins a time and says nothing by itself. */
const opening = /^(?:the|this|next|last|past|coming|every|each|late|early|mid|half|quarter|end|within|since)$/
/** What may end one beside a word of time: `an hour later`. */
const closing = /^(?:later|earlier|longer|shorter|ago|more|sharp|christmas|easter)$/
/** The times that stand in a line, each as long as it can be read. */
export function timesIn(
  words: readonly Word[],
  taken: ReadonlySet<number>,
  here: TimeReference,
): readonly Thing[] {
  const timed = words.map(({ folded }, at) => !taken.has(at) && isTimed(folded))
  if (timed.filter(Boolean).length > mostTried) return []
  const things: Thing[] = []
  for (let from = 0; from < words.length; from += 1) {
    const isJoint = joint.test(words[from]?.folded ?? '')
    const begins = !isJoint && (timed[from] || opening.test(words[from]?.folded ?? ''))
    const thing = begins ? longestFrom(from) : undefined
    if (!thing) continue
    things.push(thing)
    from = thing.to - 1
  }
  return things

  function longestFrom(from: number): Thing | undefined {
    for (let to = Math.min(words.length, from + longest); to > from; to -= 1) {
      const run = words.slice(from, to)
      const all = run.map((_, at) => from + at)
      const isEnd = timed[to - 1] || closing.test(words[to - 1]?.folded ?? '')
      if (!isEnd || all.some((at) => taken.has(at)) || !isTime(run)) continue
      const text = run.map((word) => word.text).join(' ')
      const reads = readingsOf(text, here)
      if (reads.size > 0) return { kind: 'time', text, from, to, reads }
    }
    return undefined
  }
}

/** `15:00`, `3pm`, `9.30am`, `8th`, `2026-12-04`, `14/12`. */
const digits =
  /^(?:\p{Nd}{1,2}(?::\p{Nd}{2})?(?:[ap]m|h\p{Nd}{0,2}|st|nd|rd|th)?|\p{Nd}{1,2}\.\p{Nd}{2}(?:[ap]m)?|\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}|\p{Nd}{1,2}[-–]\p{Nd}{1,2}|\p{Nd}{1,2}[/.]\p{Nd}{1,2}(?:[/.]\p{Nd}{2,4})?|20\p{Nd}{2}|\p{Nd}{1,3})$/u
/** Digits that are a time without any other word. */
const wholeDigits = /:|[ap]m$|h\p{Nd}{0,2}$|(?:st|nd|rd|th)$|^\p{Nd}{4}-/u
/** Names of days and months that are other words in small letters. */
const otherwise = /^(?:may|march|mar|dec|sat|sun|mon|wed)$/
const feast = /^(?:christmas|easter|ramadan)$/

function isTimed(word: string): boolean {
  if (/^\p{Nd}/u.test(word)) return digits.test(word)
  return feast.test(word) || Object.keys(meaningsOf(word)).length > 0
}

/** Whether a run holds a word that says a time by itself, or a unit of time with its number. */
function isTime(run: readonly Word[]): boolean {
  const names = run.some(
    ({ text, folded }) => saysTime(folded) && !(otherwise.test(folded) && text === folded),
  )
  if (names) return true
  const units = run.some(({ folded }) => meaningsOf(folded).unit !== undefined)
  const counts = run.some(({ folded }) => counted.test(folded) || meaningsOf(folded).count !== undefined)
  return units && counts && run.length > 1
}

const counted =
  /^(?:\p{Nd}{1,3}|next|last|this|past|coming|every|each|end|half|quarter|within|mid|early|late)$/u

function saysTime(word: string): boolean {
  if (/^\p{Nd}/u.test(word)) return wholeDigits.test(word)
  const { month, weekday, offset, hour, half } = meaningsOf(word)
  return feast.test(word) || [month, weekday, offset, hour, half].some((meaning) => meaning !== undefined)
}

function readingsOf(text: string, here: TimeReference): ReadonlySet<TimeReading> {
  const reads = new Set<TimeReading>()
  const tried = (reading: TimeReading, read: () => unknown) => {
    try {
      if (read() !== false) reads.add(reading)
    } catch {
      // It is no such time.
    }
  }
  tried('length', () => readLength(text))
  if (reads.size > 0 && !/^(?:in|within) /i.test(text)) return /:/.test(text) ? new Set(['moment']) : reads
  tried('moment', () =>
    readTypedMoment(text, { kind: 'moment', about: '', required: true, ahead: true }, here, undefined),
  )
  tried('day', () => readDay(text, here, 'due'))
  tried('period', () => isPeriodForm(text))
  return reads
}
