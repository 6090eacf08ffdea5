import { monthNames } from '../../core/time/day.ts'
import { isAllCaps, isCapital, type Word, wordsOf } from '../words/words.ts'
import { spelled } from './spelled.ts'

/** What an item's words weigh, by the stem that stands for each: names and numbers more than what any item says. */
export interface WeighedWords {
  readonly weights: ReadonlyMap<string, number>
  /** Stems of names that are not acronyms: places, programmes, people. */
  readonly names: ReadonlySet<string>
  /** Stems of acronyms: who took part rather than what was done. */
  readonly acronyms: ReadonlySet<string>
}

const empty = new Set(
  'a an the and or of for to in on at by with from into as its their his her this that these those is was were be been are has have had it they he she we our which who whom also under over during within among across towards toward upon via vs versus between about against through including jointly together new first second third united nations un counter terrorism counterterrorism terrorist'.split(
    ' ',
  ),
)

/** Words that say the same of an activity. */
const same: ReadonlyMap<string, string> = new Map(
  [
    'hold held organiz organis conduct host conven deliver implement carri take took place run ran complet conclud',
    'train workshop course seminar session meet event webinar class',
    'launch publish releas issu present unveil',
    'judge judicial magistrate judiciary',
    'offic official practition guard staff personnel',
    'border frontier',
    'expert specialist',
    'hand handed donat receiv provid give',
    'start begin began kick open',
    'prison prisoner',
    'laborator lab',
    'memorandum mou memoranda',
    'unman drone uav uas aircraft',
    'electronic digital',
    'journalist reporter editor media',
    'young youth',
    'faith religious religion',
    'fund financ',
    'npo npos nonprofit profit',
    'address call urg stress said say underlin',
    'visit travel',
    'woman women female',
    'hate hatred',
    'brief speak spoke',
    'use usage',
    'check control',
    'protect safeguard',
    'treat care',
    'online internet',
    'return returnee',
    'assess review',
    'secur secure securit',
  ].flatMap((line) => {
    const words = line.split(' ')
    return words.flatMap((word) =>
      [word, word.replace(/e$/, ''), cut(word)].map((form) => [form, words[0] ?? word] as const),
    )
  }),
)
const light = new Set([
  'hold',
  'train',
  'launch',
  'particip',
  'capac',
  'build',
  'support',
  'regional',
  'national',
])
const months: ReadonlySet<string> = new Set(
  monthNames.flatMap((name) => [name.toLowerCase(), name.slice(0, 3).toLowerCase()]),
)
const weekdays: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
)

/** The words of an item's text by which it can be told from another, without its dates. */
export function weighedWords(text: string): WeighedWords {
  const words = wordsOf(spelled(text))
  const weights = new Map<string, number>()
  const names = new Set<string>()
  const acronyms = new Set<string>()
  for (const [at, word] of words.entries()) {
    if (!isTelling(words, at)) continue
    const stem = stemOf(word.key)
    const acronym = isAllCaps(word)
    const name = !acronym && isCapital(word) && at > 0 && words[at - 1]?.key !== '.'
    if (name && !light.has(stem)) names.add(stem)
    if (acronym) acronyms.add(stem)
    const weight = light.has(stem) ? 0.4 : name || acronym ? 2 : /\p{N}/u.test(stem) ? 1.5 : 1
    weights.set(stem, Math.max(weight, weights.get(stem) ?? 0))
  }
  return { weights, names, acronyms }
}

/** Whether a word says something of what was done: no sign, no small word, no date. */
export function isTelling(words: readonly Word[], at: number): boolean {
  const key = words[at]?.key ?? ''
  return /[\p{L}\p{N}]/u.test(key) && !empty.has(key) && !isDate(words, at)
}

/** Weekdays, months, and the days and years beside them. */
function isDate(words: readonly Word[], at: number): boolean {
  const key = words[at]?.key ?? ''
  if (months.has(key) || weekdays.has(key)) return true
  if (!/^\p{N}{1,4}$/u.test(key)) return false
  return [-3, -2, -1, 1, 2, 3].some((step) => months.has(words[at + step]?.key ?? ''))
}

/** A word without its ending, or the one that stands for all of its meaning. */
export function stemOf(key: string): string {
  const stem = cut(key)
  return same.get(stem) ?? same.get(key) ?? stem
}

function cut(key: string): string {
  const short = key.length < 5 ? key : key.replace(/(?:ings?|ers?|ed|ies|es|s|e|y)$/, '')
  return short.length < 3 ? key : short
}
