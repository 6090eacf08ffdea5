import {
  type Catalog,
  type CommandSpec,
  entriesOf,
  entryName,
  type FeatureSpec,
} from '../../../src/core/catalog.ts'
import { readAction } from '../../../src/core/language/action.ts'
import type { Option } from '../../../src/core/option.ts'
import { fold, match } from '../../../src/core/text/nearest.ts'

const ownWords = ['as', 'now', 'exit']

/** What may go on from a line, as readline wants it: the candidates, and the part of the line that they replace. */
export function complete(catalog: Catalog, line: string): [string[], string] {
  const typed = line.trimStart()
  const part = /\S*$/.exec(typed)?.[0] ?? ''
  const before = typed
    .slice(0, typed.length - part.length)
    .trim()
    .replace(/^\//, '')
  if (before === '') return [featureWords(catalog, part), part]
  const words = before.split(/\s+/)
  const feature = featureNamed(catalog, words[0] ?? '')
  if (!feature) return [[], part]
  if (feature.name === 'help') return [fitting(helpWords(catalog, words), part), part]
  const action = typed.slice(0, typed.length - part.length).replace(/^\/?\S+\s*/, '')
  const named = readAction(feature, action)
  switch (named.kind) {
    case 'action':
      return [optionWords(named.command, typed, part), part]
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

/** Options not yet named, the choices of one that is, and what may stand without its name. */
function optionWords({ options, confirm }: CommandSpec, line: string, part: string): string[] {
  const all: Readonly<Record<string, Pick<Option, 'kind' | 'choices' | 'trailing'>>> = confirm
    ? { ...options, confirm: { kind: 'flag' } }
    : options
  const colon = part.indexOf(':')
  if (colon > 0) {
    const name = fold(part.slice(0, colon))
    return fitting(choicesOf(all[name]), part.slice(colon + 1)).map(
      (choice) => `${part.slice(0, colon)}:${choice}`,
    )
  }
  const bare = Object.values(all).filter(
    (option, at) => option.trailing || (at === 0 && option.choices !== undefined),
  )
  const free = Object.keys(all).filter((name) => !new RegExp(`\\s${name}:`, 'i').test(line))
  const names = free.filter((name) => name.startsWith(fold(part))).map((name) => `${name}:`)
  return [...names, ...fitting(bare.flatMap(choicesOf), part)]
}

function choicesOf(option: Pick<Option, 'kind' | 'choices'> | undefined): readonly string[] {
  return option?.choices ?? (option?.kind === 'flag' ? ['yes', 'no'] : [])
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
