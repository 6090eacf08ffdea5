import type { CastVote } from '../../../db/meetings/polls/castVotes.ts'
import { type Choice, orUserError, UserError } from '../../../src/core/errors.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { dayOf, type TimeReference, weekdayOf } from '../../../src/core/time/day.ts'
import { readMoment } from '../../../src/core/time/moment.ts'
import { contains, readPeriod } from '../../../src/core/time/period.ts'
import { meaningsOf } from '../../../src/core/time/words/vocabulary.ts'
import { formatMoment } from '../../../src/core/time/zone.ts'
import { allBut, isPreference, votesInWords } from './votesInWords.ts'

interface Slot {
  readonly number: number
  readonly startsAt: Date
}

type Slots = readonly Slot[]

type Vote = CastVote['vote']

/**
 * One vote for every time of a poll, from what was typed as suiting and as good enough: `1, 3`, `Tuesday, 2 if needed`,
 * `all`, `none`. Nothing where nothing was typed. Raises `UserError`.
 */
export function votesTyped(
  slots: Slots,
  yes: string | undefined,
  maybe: string | undefined,
  here: TimeReference,
): readonly CastVote[] {
  if (yes === undefined && maybe === undefined) return []
  const left = maybe === undefined && yes !== undefined ? allBut(yes) : undefined
  if (left !== undefined) return withoutThese(slots, votesTyped(slots, left, undefined, here))
  const said = new Map<number, Vote>()
  let declined = false
  for (const [text, vote, option] of [
    [yes, 'yes', 'slots'],
    [maybe, 'if-needed', 'if-needed'],
  ] as const) {
    const parts = partsOf(text === undefined ? undefined : votesInWords(text))
    for (const [at, part] of parts.entries()) {
      const [words, meant] = withVote(part, vote)
      declined ||= meant === 'no'
      const instead = (number: number) => parts.with(at, part.replace(words, String(number))).join(', ')
      for (const number of slotsNamed(slots, words, { instead, option, here })) {
        if (said.has(number) && said.get(number) !== meant)
          throw yes === undefined || maybe === undefined
            ? new UserError(`${number} is given two answers; say one.`, { option })
            : new UserError(`${number} is given both under slots: and under if-needed:.`, {
                option: 'if-needed',
              })
        said.set(number, meant)
      }
    }
  }
  // A “no” to some times says nothing about the times not named, nor does what suits best.
  if (declined || (maybe === undefined && yes !== undefined && isPreference(yes)))
    return [...said].map(([number, vote]) => ({ number, vote })).toSorted((a, b) => a.number - b.number)
  return slots.map(({ number }) => ({ number, vote: said.get(number) ?? 'no' }))
}

/** A yes to all times but those that are named. */
function withoutThese(slots: Slots, named: readonly CastVote[]): readonly CastVote[] {
  const out = new Set(named.filter(({ vote }) => vote !== 'no').map(({ number }) => number))
  return slots.map(({ number }) => ({ number, vote: out.has(number) ? 'no' : 'yes' }))
}

function partsOf(text: string | undefined): readonly string[] {
  const typed = (text ?? '').trim()
  if (/^(?:none|no|neither|none of (?:them|these|those))(?: (?:yes|no))?$/i.test(typed)) return []
  return typed
    .replace(betweenVotes, '$1, ')
    .split(/[,;]|\s(?:and|or)\s/i)
    .flatMap((part) => (/^[\d#.\s]+$/.test(part) ? part.split(/\s/) : [part.trim()]))
    .filter((part) => part !== '')
}

const ways = {
  yes: 'yes|ok|okay|fine|good',
  'if-needed': 'if needed|if need be|if necessary|maybe|perhaps',
  no: 'no',
} as const satisfies Readonly<Record<Vote, string>>

/** The space in `1 yes 2 no`. */
const betweenVotes = new RegExp(`(?<=[\\s(:=])(${Object.values(ways).join('|')})\\)?\\s+(?=#?\\d)`, 'gi')

/** `2 if needed`, `2 (maybe)`, `2: yes` and `3 no`. */
function withVote(part: string, vote: Vote): readonly [words: string, vote: Vote] {
  for (const meant of ['yes', 'if-needed', 'no'] as const) {
    const [, words] =
      new RegExp(`^(.*[^\\s:=])(?:\\s*[:=]\\s*|\\s+)\\(?(?:${ways[meant]})\\)?$`, 'i').exec(part) ?? []
    if (words !== undefined) return [words, meant]
  }
  return [part, vote]
}

interface Typed {
  /** All that was typed, with a number in the place of these words. */
  instead(number: number): string
  readonly option: string
  readonly here: TimeReference
}

const numbers = 'zero one two three four five six'.split(' ')
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')

/** `the second one`, `option 2`, `3rd` and `the last` as the number of a time; other words as they are. */
function bareNumber(words: string, slots: Slots): string {
  const plain = words
    .toLowerCase()
    .replace(/^(?:for )?(?:the )?(?:option|slot|time|number|no\.?|nr\.?) ?(?=#?\d)/, '')
    .replace(/^(?:for )?(?:the )?(.+?)(?: (?:one|option|slot|time|date))?$/, '$1')
    .replace(/^(#?\d{1,2})(?:st|nd|rd|th)$/, '$1')
  if (plain === 'last') return String(slots.at(-1)?.number ?? words)
  const nth = ordinals.indexOf(plain)
  return nth >= 0 ? String(nth + 1) : /^#?\d{1,2}$/.test(plain) ? plain : words
}

function slotsNamed(slots: Slots, typedWords: string, typed: Typed): readonly number[] {
  const words = bareNumber(typedWords, slots)
  const count = /^all (two|three|four|five|six|\d{1,2})$/i.exec(words)?.[1]?.toLowerCase()
  if (count !== undefined && (numbers.indexOf(count) === slots.length || Number(count) === slots.length))
    return slots.map(({ number }) => number)
  const both = slots.length === 2 && /^(?:both|either)(?: of (?:them|these|those))?$/i.test(words)
  if (both || /^(?:(?:all|any)(?: of (?:them|these|those))?|every one|everything|all times)$/i.test(words))
    return slots.map(({ number }) => number)
  const number = /^#?(\d{1,2})\.?$/.exec(words)?.[1]
  const numbered = slots.filter((one) => one.number === Number(number))
  // `the 16th` is a day where there are fewer times.
  const named = numbered.length > 0 ? numbered : slotsAt(slots, typedWords, typed.here)
  const [first, ...others] = named
  if (first && others.length === 0) return [first.number]
  throw new UserError(
    first
      ? `“${shorten(words)}” may be ${named.map((one) => one.number).join(' or ')}. Which one?`
      : `“${shorten(words)}” is not a time of this poll; give numbers from 1 to ${slots.length}.`,
    { option: typed.option, choices: named.map((one) => choiceOf(one, typed)) },
  )
}

/** The times on the day that the words say, or the one at the moment. */
function slotsAt(slots: Slots, words: string, here: TimeReference): Slots {
  const { weekday } = meaningsOf(words.toLowerCase())
  if (weekday !== undefined)
    return slots.filter(({ startsAt }) => weekdayOf(dayOf(startsAt, here.zone)) === weekday)
  const days = orUserError(() => readPeriod(words, here, true))
  if (!(days instanceof UserError))
    return slots.filter(({ startsAt }) => contains(days, dayOf(startsAt, here.zone)))
  const moment = orUserError(() => readMoment(words, here))
  return moment instanceof UserError
    ? []
    : slots.filter(({ startsAt }) => startsAt.getTime() === moment.at.getTime())
}

function choiceOf({ number, startsAt }: Slot, { instead, here }: Typed): Choice {
  return {
    label: `${number}: ${formatMoment(startsAt, here.zone)}`,
    value: instead(number),
  }
}
