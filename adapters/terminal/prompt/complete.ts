import type { Sought } from '../../../src/chat/forms/lookups.ts'
import {
  type Catalog,
  type CommandSpec,
  entriesOf,
  entryName,
  type FeatureSpec,
  givenInWords,
} from '../../../src/core/catalog.ts'
import type { Choice } from '../../../src/core/errors.ts'
import { readAction } from '../../../src/core/language/readAction.ts'
import type { Option } from '../../../src/core/option.ts'
import { fold, match } from '../../../src/core/text/nearest.ts'
import { lastPart } from './lastPart.ts'

const ownWords = ['as', 'now', 'back', 'exit']

/** What an option may be meant to hold by the beginning of it. */
export type ValueCompletions = (option: Sought, typed: string) => Promise<readonly Choice[]>

type Completed = Sought & Pick<Option, 'choices' | 'trailing'>

/** What may go on from a line, as readline wants it: the candidates, and the part of the line that they replace. */
export async function complete(
  catalog: Catalog,
  line: string,
  meant: ValueCompletions,
): Promise<[string[], string]> {
  const typed = line.trimStart()
  const part = lastPart(typed)
  const before = typed
    .slice(0, typed.length - part.length)
    .trim()
    .replace(/^\//, '')
  if (before === '') return [featureWords(catalog, part), part]
  if (before === 'as') return [await valuesOf({ kind: 'person' }, part, meant), part]
  const words = before.split(/\s+/)
  const feature = featureNamed(catalog, words[0] ?? '')
  if (!feature) return [[], part]
  if (feature.name === 'help') return [fitting(helpWords(catalog, words), part), part]
  const action = typed.slice(0, typed.length - part.length).replace(/^\/?\S+\s*/, '')
  const named = readAction(feature, action)
  switch (named.kind) {
    case 'action':
      return [await optionWords(named.command, named.rest, part, meant), part]
    case 'help':
      return [fitting(actionsOf(feature, named.action), part), part]
    case 'several':
    case 'unknown':
      return [[], part]
  }
}

function featureWords(catalog: Catalog, part: string): string[] {
  const slash = part.startsWith('/') ? '/' : ''
  const names = [...catalog.map((feature) => feature.name), ...(slash ? [] : ownWords)]
  return fitting(names, part.slice(slash.length)).map((name) => `${slash}${name}`)
}

function helpWords(catalog: Catalog, words: readonly string[]): readonly string[] {
  const [, name, ...action] = words
  if (name === undefined) return catalog.map((one) => one.name)
  const feature = featureNamed(catalog, name)
  const named = feature && readAction(feature, action.join(' '))
  return feature && named?.kind === 'help' ? actionsOf(feature, named.action) : []
}

/** Options not yet named, what one that is may hold, and what may stand without its name. */
async function optionWords(
  { options, confirm }: CommandSpec,
  before: string,
  part: string,
  meant: ValueCompletions,
): Promise<string[]> {
  const given = Object.fromEntries(givenInWords(options))
  const all: Readonly<Record<string, Completed>> = confirm ? { ...given, confirm: { kind: 'flag' } } : given
  const colon = part.indexOf(':')
  const named = colon > 0 ? fold(part.slice(0, colon)) : ''
  if (Object.hasOwn(all, named)) {
    const typed = part.slice(colon + 1)
    const found = await valuesOf(all[named], typed, meant)
    return found.map((value) => `${part.slice(0, colon)}:${value}`)
  }
  const [first] = Object.values(all)
  const alone = before.trim() === '' ? await valuesOf(first, part, meant) : []
  const trailing = Object.values(all).filter(
    (option, at) => option.trailing && !(at === 0 && alone.length > 0),
  )
  const free = Object.keys(all).filter((name) => !` ${before.toLowerCase()}`.includes(` ${name}:`))
  const names = free.filter((name) => name.startsWith(fold(part))).map((name) => `${name}:`)
  // A capital begins the number or the name of something: `rsvp M`.
  if (/^\p{Lu}/u.test(part) && alone.length > 0) return alone
  return [...names, ...fitting(trailing.flatMap(choicesOf), part), ...alone]
}

/** What an option may hold, each as it is typed. */
async function valuesOf(
  option: Completed | undefined,
  part: string,
  meant: ValueCompletions,
): Promise<string[]> {
  if (!option) return []
  const choices = choicesOf(option)
  if (choices.length > 0) return fitting(choices, part)
  const typed = part.replace(/^["“]/, '')
  const found = await meant(option, typed)
  const begins = (text: string) => fold(text).startsWith(fold(typed))
  const begin = found.filter(({ value }) => begins(value))
  // Somebody is completed by any of their names, and a record by words of its title; what is only near replaces nothing.
  const beginning = begin.length > 0 ? begin : found.filter(({ label }) => wordsOf(label).some(begins))
  return beginning.map(({ value }) => `${quoted(value)} `)
}

/** A text from each of its words on. */
function wordsOf(text: string): readonly string[] {
  const words = text.split(/[\s,:/_]+/)
  return words.map((_, at) => words.slice(at).join(' '))
}

function quoted(value: string): string {
  return /[\s"'“”:]/.test(value) ? `"${value.replaceAll('"', '')}"` : value
}

function choicesOf(option: Pick<Option, 'kind' | 'choices'>): readonly string[] {
  return option.choices ?? (option.kind === 'flag' ? ['yes', 'no'] : [])
}

/** What may follow a feature's name, or the name of one of its groups. */
function actionsOf(feature: FeatureSpec, group: string): readonly string[] {
  const names =
    group === ''
      ? entriesOf(feature).map(entryName)
      : feature.commands.filter((command) => command.group === group).map(({ name }) => name)
  return names.filter((name) => name !== '')
}

/** As whole words, so that one keystroke leads to the next. */
function fitting(names: readonly string[], part: string): string[] {
  return names.filter((name) => fold(name).startsWith(fold(part))).map((name) => `${name} `)
}

function featureNamed(catalog: Catalog, word: string): FeatureSpec | undefined {
  const found = catalog.filter((one) => match(word, [one.name, ...(one.aliases ?? [])]).length > 0)
  return found.find((one) => fold(one.name) === fold(word)) ?? (found.length === 1 ? found[0] : undefined)
}
