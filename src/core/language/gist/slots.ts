import { type CommandSpec, givenInWords } from '../../catalog.ts'
import type { Option, OptionKind } from '../../option.ts'
import type { SentenceParts } from './parts.ts'

/** What a sentence names, in the options of a command. */
export interface Placed {
  readonly fields: Readonly<Record<string, string>>
  /** How well it fits: more for what has its place, less for what has none. */
  readonly fits: number
  /** How many names have no place. */
  readonly left: number
}

const fit = { record: 0.7, period: 0.2, name: 0.15 }
const misfit = { record: 1.5, period: 0.5 }

/** The kinds of options that a name fits. */
const named = new Set<OptionKind>(['entity', 'entities', 'person', 'group', 'groups', 'meeting'])
const dated = new Set<OptionKind>(['period', 'day'])

/** Whether an option takes the name of something in the directory or of a meeting. */
export function isNamed(kind: OptionKind | undefined): boolean {
  return kind !== undefined && named.has(kind)
}

/** What a look searches by, where that is not its first option. */
const searchedIn = new Set(['words', 'query', 'about', 'topics'])

/** The most words of a name. */
const mostWords = 5
/** More names and places than these have more ways to stand than can be offered. */
const mostNames = 2
const mostPlaces = 2

/** Puts what a sentence names into the options of a command: once for each way in which its names may stand. */
export function placeIn(
  command: CommandSpec,
  { records, period, clock }: SentenceParts,
  names: readonly string[],
): readonly Placed[] {
  const options = givenInWords(command.options)
  const fields: Record<string, string> = {}
  let fits = 0
  const free = (takes: (option: Option) => boolean) =>
    options.filter(([name, option]) => fields[name] === undefined && takes(option)).map(([name]) => name)
  for (const record of records) {
    const letter = /^\p{L}+/u.exec(record)?.[0]
    const numbers = ({ kind, prefix }: Option) => prefix === letter || (kind === 'meeting' && letter === 'M')
    const [name] = free(numbers)
    const several = options.find(
      ([one, option]) => fields[one] !== undefined && takesSeveral(option) && numbers(option),
    )
    if (name !== undefined) fields[name] = record
    else if (several) fields[several[0]] = `${fields[several[0]]}, ${record}`
    fits += name === undefined && !several ? -misfit.record : fit.record
  }
  const [begins] = free(({ kind, required }) => kind === 'moment' && required === true)
  // The day of what begins then is not where a series of it ends.
  if (begins !== undefined && period !== undefined && !/^(?:un)?till? /i.test(period)) {
    if (clock !== undefined) fields[begins] = `${period} ${clock}`
    // Only the hour is asked for then.
    else if (isOneDay(period)) fields[begins] = period
    fits += clock === undefined ? 0 : fit.period
  } else if (period !== undefined) {
    const [name] = free(({ kind }) => dated.has(kind))
    if (name !== undefined) fields[name] = period
    fits += name === undefined ? -misfit.period : fit.period
  }
  if (names.length === 0) return [{ fields, fits, left: 0 }]
  // What is searched for is any text; what a change writes is not to be guessed.
  const [first] = Object.keys(command.options)
  const isSearched = (name: string) => name === first || searchedIn.has(name)
  const searched = command.changes
    ? []
    : free(({ kind }) => kind === 'text')
        .filter(isSearched)
        .slice(0, 1)
  const places = searched.length > 0 ? searched : free(({ kind }) => isNamed(kind))
  const ways = arranged(likelyNames(names), places.slice(0, mostPlaces))
  // What is named may belong into a text, which the form of a change asks for: `i want to talk about drones`; beside a
  // period, words without a capital may be no name either: `a date in January for the annual review`.
  const isPlain = period !== undefined && searched.length === 0 && !names.some((name) => /\p{Lu}/u.test(name))
  const mayBeNone = command.changes || isPlain
  const all = mayBeNone && (ways[0]?.length ?? 0) > 0 ? [...ways, []] : ways
  return all.map((placed) => ({
    fields: inOrder(options, { ...fields, ...Object.fromEntries(placed) }),
    fits: fits + placed.length * fit.name,
    left: names.length - placed.length,
  }))
}

/** `10 December`, `Thursday`, `tomorrow`, and no `December 2026` or `next week`. */
function isOneDay(period: string): boolean {
  return (
    /(?<!\p{Nd})\p{Nd}{1,2}(?!\p{Nd})|(?<!\p{L})(?:\p{L}{3,6}day|tomorrow)(?!\p{L})/iu.test(period) &&
    !/(?<!\p{L})(?:weeks?|months?|quarters?|years?|to|until|till|and|q\p{Nd})(?!\p{L})|[–—]|\p{Nd} ?- ?\p{Nd}/iu.test(
      period,
    )
  )
}

/** Fields in the order of their options. */
export function inOrder(
  options: readonly (readonly [name: string, option: Option])[],
  fields: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    options.flatMap(([name]) => {
      const text = fields[name]
      return text === undefined ? [] : [[name, text] as const]
    }),
  )
}

/** Some take `U1, U2` as a text, since they take `all` as well. */
function takesSeveral({ several, kind }: Option): boolean {
  return several === true || kind === 'text'
}

/** Those that are short enough for a name, what is written with a capital before the others. */
function likelyNames(names: readonly string[]): readonly string[] {
  const short = names.filter((name) => name.split(' ').length <= mostWords)
  const [capital = [], small = []] = [/^\p{Lu}/u, /^\P{Lu}/u].map((form) =>
    short.filter((name) => form.test(name)),
  )
  return [...capital, ...small].slice(0, mostNames)
}

/**
 * The ways to put names into places, each into one of its own and as many as there are places for. What is written with
 * a capital comes first.
 */
function arranged(
  names: readonly string[],
  places: readonly string[],
): readonly (readonly (readonly [place: string, name: string])[])[] {
  if (names.length === 0 || places.length === 0) return [[]]
  const [name = '', ...others] = names
  const placed = places.flatMap((place) =>
    arranged(
      others,
      places.filter((one) => one !== place),
    ).map((rest) => [[place, name] as const, ...rest]),
  )
  return names.length > places.length ? [...placed, ...arranged(others, places)] : placed
}
