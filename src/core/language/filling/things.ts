import { fold } from '../../text/nearest.ts'
import type { TimeReference } from '../../time/day.ts'
import type { Thing } from './thing.ts'
import { timesIn } from './times.ts'
import { mayBeOfTitle, type Titled, titleIn } from './titles.ts'
import { type Run, runsOf, type Word } from './words.ts'

/** What the words of a line may name in the store. */
export interface Names {
  /** By each name, folded: what to type for it. */
  readonly entities: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, string>
  readonly people: readonly string[]
  readonly meetings: readonly Titled<string>[]
  /** Records by the letter of their kind. */
  readonly records: readonly Titled<{ readonly prefix: string; readonly text: string }>[]
  readonly items: readonly Titled<{ readonly text: string; readonly meeting: string }>[]
  readonly sections: ReadonlyMap<string, string>
}

const numbered = /^(?!q[1-4]$)(\p{L}{1,3})#?(\p{Nd}{1,7})$/iu
const email = /^[^\s@()<>]{1,64}@[^\s@()<>]{1,100}\.\p{L}{2,20}$/u
const link = /^https?:\/\/\S{3,}$/i
const phone = /^\+?[\p{Nd}(][\p{Nd}()./-]{0,20}$/u

/** Everything that a line names, each word at most once; what is surest first taken. In the order of the line. */
export function thingsIn(
  line: string,
  words: readonly Word[],
  names: Names,
  here: TimeReference,
): readonly Thing[] {
  const taken = new Set<number>()
  const things: Thing[] = []
  const take = (found: readonly Thing[]) => {
    for (const thing of found) {
      const own = placesOf(thing)
      if (own.some((at) => taken.has(at))) continue
      for (const at of own) taken.add(at)
      things.push(thing)
    }
  }
  take(quotesIn(line, words))
  take(words.flatMap((word, at) => signed(word, at)))
  take(phonesIn(words, taken))
  const runs = runsOf(words).toSorted((one, other) => other.to - other.from - (one.to - one.from))
  take(runs.flatMap((run) => named(run, words, names)))
  take(timesIn(words, taken, here))
  const meeting = titleIn(words, names.meetings, taken)
  const titles: readonly Thing[] = [
    ...(meeting
      ? [{ kind: 'meeting' as const, text: meeting.value, from: meeting.from, to: meeting.to }]
      : []),
    ...['A', 'U', 'R'].flatMap((prefix): readonly Thing[] => {
      const found = titleIn(
        words,
        names.records.filter(({ value }) => value.prefix === prefix),
        taken,
      )
      return found ? [{ kind: 'record', prefix, text: found.value.text, from: found.from, to: found.to }] : []
    }),
    ...itemOf(words, names, taken),
  ]
  const numbers = words.flatMap(({ text }, at): readonly Thing[] =>
    !taken.has(at) && /^\p{Nd}{1,9}$/u.test(text) ? [{ kind: 'number', text, from: at, to: at + 1 }] : [],
  )
  // Words of titles are left to whichever of them a command takes.
  return [...things, ...titles, ...numbers].toSorted((one, other) => one.from - other.from)
}

export function placesOf({ from, to }: Pick<Thing, 'from' | 'to'>): readonly number[] {
  return Array.from({ length: to - from }, (_, more) => from + more)
}

const quoted = /[“"«„]([^“”"«»„]{1,200})[”"»]/gu

function quotesIn(line: string, words: readonly Word[]): readonly Thing[] {
  return [...line.matchAll(quoted)].flatMap(({ 0: whole, 1: text = '', index }): readonly Thing[] => {
    const from = words.findIndex(({ start }) => start >= index)
    const to = words.findLastIndex(({ end }) => end <= index + whole.length) + 1
    return from < 0 || to <= from ? [] : [{ kind: 'quote', text: text.trim(), from, to }]
  })
}

function signed({ text }: Word, at: number): readonly Thing[] {
  const place = { from: at, to: at + 1 }
  const [, letter = '', digits = ''] = numbered.exec(text) ?? []
  if (letter === 'M' || letter === 'm') return [{ kind: 'meeting', text: `M${digits}`, ...place }]
  if (letter !== '')
    return [
      { kind: 'record', prefix: letter.toUpperCase(), text: `${letter.toUpperCase()}${digits}`, ...place },
    ]
  if (email.test(text)) return [{ kind: 'email', text, ...place }]
  return link.test(text) ? [{ kind: 'link', text, ...place }] : []
}

function phonesIn(words: readonly Word[], taken: ReadonlySet<number>): readonly Thing[] {
  const from = words.findIndex(({ text }, at) => !taken.has(at) && /^\+\p{Nd}/u.test(text))
  if (from < 0) return []
  let to = from + 1
  while (to < words.length && !taken.has(to) && phone.test(words[to]?.text ?? '')) to += 1
  const text = words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ')
  return text.replace(/\P{Nd}/gu, '').length < 7 ? [] : [{ kind: 'phone', text, from, to }]
}

/** What a run of words is the name of; a name in small letters that is another word as well is none. */
function named({ from, to, text }: Run, words: readonly Word[], names: Names): readonly Thing[] {
  const typed = words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ')
  const hasCapital = /\p{Lu}/u.test(typed)
  const group = names.groups.get(text)
  const entity = names.entities.get(text)
  const section = names.sections.get(text)
  const isShort = to - from === 1 && ordinary.has(text)
  if (isShort && !/^\p{Lu}[\p{Lu}\p{Nd}-]+$/u.test(typed)) return []
  if (group !== undefined && entity === undefined) return [{ kind: 'group', text: group, from, to }]
  if (entity !== undefined) return [{ kind: 'entity', text: entity, from, to }]
  const people = names.people.filter((name) => isNameOf(text, name, hasCapital))
  const [person] = people
  if (person !== undefined && people.length === 1) return [{ kind: 'person', text: person, from, to }]
  const lead = words[from - 1]?.folded ?? ''
  const isLed = to - from > 1 || asSection.test(lead) || words[to]?.folded === 'section'
  return section === undefined || !isLed ? [] : [{ kind: 'section', text: section, from, to }]
}

/** What stands before a section of one word, which is another word as well. */
const asSection = /^(?:under|into|in|to|section|as|unter|sous|bajo|en)$/

/** Acronyms that are words as well, and words that name a group as well as what it is about. */
const ordinary = new Set([
  'who',
  'gender',
  'care',
  'us',
  'it',
  'its',
  'act',
  'aid',
  'un',
  'the',
  'compact',
  'itu',
  'ola',
  'ico',
])

/** Whether words are the whole name of a person, or with a capital one part of it that is no other word. */
function isNameOf(text: string, name: string, hasCapital: boolean): boolean {
  const whole = fold(name).replaceAll('-', ' ')
  if (whole === text) return true
  return hasCapital && text.length > 2 && !text.includes(' ') && whole.split(' ').includes(text)
}

function itemOf(words: readonly Word[], { items }: Names, taken: ReadonlySet<number>): readonly Thing[] {
  const found = titleIn(words, items, taken)
  if (!found) return []
  const { value, from, to } = found
  return [{ kind: 'item', text: value.text, meeting: value.meeting, from, to }]
}

/** What the store is asked for a line: its runs of words, and the words that may be of a name or a title. */
export function askedOf(words: readonly Word[]): {
  readonly runs: readonly string[]
  readonly ofPeople: readonly string[]
  readonly ofTitles: readonly string[]
} {
  return {
    runs: [...new Set(runsOf(words).map(({ text }) => text))],
    ofPeople: words.flatMap(({ text, folded }) => (/^\p{Lu}\p{L}{2}/u.test(text) ? folded.split('-') : [])),
    ofTitles: words.filter(mayBeOfTitle).map(({ folded }) => folded.replace(/(?:ies|es|s)$/, '')),
  }
}
