import { meaningsOf } from '../../time/words/vocabulary.ts'

/** A longer line tells something. */
const mostWords = 14

/** No number above the days of a month is a time. */
const lastDay = 31

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const ordinals = listed('first second third fourth fifth sixth seventh eighth ninth tenth last')
const joints = listed(
  'and or but & the on at for of option options slot slots number date dates day days time times one ones them these those only just either i we me us would is are be can could do make also too well please both',
)
const works = listed('work works suit suits fine ok okay good best better prefer preferred possible free')
const worksNot = listed(
  "not no doesn't doesnt don't dont does do can't cant cannot isn't aren't none neither except without",
)
const alls = listed('all any every everything')
const counts = listed('two three four five six')

/**
 * Whether a line is made of times and of whether they suit, as people answer a poll: `2 and 3`, `Tuesday works`, `any day
 * but Wednesday`, `all three`. A lone day or number says too little.
 */
export function saysVotes(text: string): boolean {
  const words = text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[\s,;]+/)
    .map((word) => word.replace(/[.!?]{1,3}$/, ''))
    .filter((word) => word !== '')
  const [first = '', second = ''] = words
  if (words.length < 2 || words.length > mostWords || /^(?:yes|no|maybe)$/.test(first)) return false
  const times = words.filter(isTime)
  // `44 not 40` corrects a number.
  if (words.includes('not') && times.every(isNumbered) && !words.some((word) => works.has(word))) return false
  const known = (word: string) =>
    joints.has(word) || works.has(word) || worksNot.has(word) || alls.has(word) || counts.has(word)
  if (!words.every((word) => isTime(word) || known(word))) return false
  if (alls.has(first) && counts.has(second) && words.length === 2) return true
  const verdict = words.some((word) => works.has(word) || worksNot.has(word))
  // `both work for me` answers two invitations.
  if (times.length === 0) return verdict && (alls.has(first) || /^(?:none|neither)$/.test(first))
  return (
    verdict ||
    (alls.has(first) && words.includes('but')) ||
    (numbered(times) > 1 && words.every((word) => isTime(word) || /^(?:and|or|&)$/.test(word)))
  )
}

function isTime(word: string): boolean {
  return (
    isNumbered(word) ||
    ordinals.has(word) ||
    /^\d{1,2}[:.h]\d{0,2}$|^\d{1,2} ?[ap]m$/.test(word) ||
    meaningsOf(word).weekday !== undefined ||
    meaningsOf(word).month !== undefined
  )
}

function isNumbered(word: string): boolean {
  const [, number] = /^#?(\d{1,2})(?:st|nd|rd|th)?$/.exec(word) ?? []
  return Number(number) > 0 && Number(number) <= lastDay
}

function numbered(times: readonly string[]): number {
  return times.filter((time) => isNumbered(time) || ordinals.has(time)).length
}
