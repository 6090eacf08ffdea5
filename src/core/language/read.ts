import { type Catalog, type CommandSpec, type FeatureSpec, usage } from '../catalog.ts'
import { UserError } from '../errors.ts'
import { type Button, button } from '../message.ts'
import { option } from '../option.ts'
import { distance, fold, match, nearest } from '../text/nearest.ts'
import { clean } from './clean.ts'
import { readFields } from './fields.ts'

export type Typed =
  | {
      readonly kind: 'command'
      readonly feature: FeatureSpec
      readonly command: CommandSpec
      /** Option texts by name, as typed, not yet read. */
      readonly fields: Readonly<Record<string, string>>
      /** The line said `confirm:yes` to a command that asks before it acts. */
      readonly confirmed: boolean
    }
  /** A feature named without an action: its help is meant. */
  | { readonly kind: 'help'; readonly feature: FeatureSpec | undefined }

/**
 * A typed line, `/<feature> <action> <first option> [name:value …]`, with or without the slash. Raises
 * `UserError` with the nearest known word, or with the candidates as buttons.
 */
export function readLine(catalog: Catalog, line: string): Typed {
  const text = clean(line).trim().replace(/^\//, '')
  const [word, rest] = firstWord(text)
  if (!word) return { kind: 'help', feature: undefined }
  const feature = findFeature(catalog, word)
  const single = feature.commands.find((command) => command.name === '')
  if (single) return command(feature, single, rest)
  const [action, tail] = firstWord(rest)
  if (!action) return { kind: 'help', feature }
  if (fold(action) === 'help') return { kind: 'help', feature }
  const names = feature.commands.map((candidate) => candidate.name)
  const found = match(action, names)
  const spec = feature.commands.find((candidate) => candidate.name === found[0])
  if (spec && found.length === 1) return command(feature, spec, tail)
  if (found.length > 1)
    throw ambiguous(
      `/${feature.name} ${action}`,
      found.map((name) => `${feature.name} ${name}`),
    )
  const near = nearest(action, names)
  const fallback = feature.commands.find((candidate) => candidate.name === feature.fallback)
  if (fallback && (!near || distance(fold(action), near) > 1)) return command(feature, fallback, rest)
  throw (
    sentence(feature, action, rest) ??
    unknown(
      `/${feature.name} has no action “${shorten(action)}”`,
      near ? [`${feature.name} ${near}`] : [],
      `It has: ${names.join(', ')}.`,
    )
  )
}

/** Fewer words than these are a slip of the hand rather than a sentence. */
const sentenceWords = 4

/** Somebody who tells at once what they have to tell is asked whether that is what they mean. */
function sentence(feature: FeatureSpec, action: string, rest: string): UserError | undefined {
  const meant = feature.commands.find((candidate) => candidate.name === feature.prose)
  const [first] = Object.keys(meant?.options ?? {})
  if (!meant || first === undefined || rest.split(/\s+/).length < sentenceWords) return undefined
  const words = `${feature.name} ${meant.name}`
  return new UserError(
    `/${feature.name} has no action “${shorten(action)}”; nothing was done. Did you mean /${words} and what you typed?`,
    { buttons: [button(`Yes: /${words}`, words, { [first]: rest.trim() })] },
  )
}

const confirm = option.flag({ about: 'Do it without asking first' })

function command(feature: FeatureSpec, spec: CommandSpec, rest: string): Typed {
  const options = spec.confirm ? { ...spec.options, confirm } : spec.options
  const { confirm: said, ...fields } = readFields(options, rest, usage(feature, spec))
  const confirmed = spec.confirm !== undefined && match(said ?? '', ['yes', 'true']).length > 0
  return {
    kind: 'command',
    feature,
    command: spec,
    fields: spec.confirm ? fields : { ...fields, ...(said ? { confirm: said } : {}) },
    confirmed,
  }
}

function findFeature(catalog: Catalog, word: string): FeatureSpec {
  const byWord = new Map(
    catalog.flatMap((feature) =>
      [feature.name, ...(feature.aliases ?? [])].map((name) => [name, feature] as const),
    ),
  )
  const found = [...new Set(match(word, [...byWord.keys()]).map((name) => byWord.get(name)))].filter(
    (feature) => feature !== undefined,
  )
  const [only] = found
  if (only && found.length === 1) return only
  if (found.length > 1)
    throw ambiguous(
      `/${word}`,
      found.map((feature) => feature.name),
    )
  // An action without its feature: `/find CTED`.
  const actions = catalog.filter((feature) => feature.commands.some((command) => command.name === fold(word)))
  const whole = actions.map((feature) => `${feature.name} ${fold(word)}`)
  if (whole.length > 1) throw ambiguous(`/${word}`, whole)
  if (whole.length === 1)
    throw unknown(`There is no command “/${shorten(word)}”`, whole, 'Type /help for all of them.')
  const near = byWord.get(nearest(word, [...byWord.keys()]) ?? '')
  throw unknown(
    `There is no command “/${shorten(word)}”`,
    near ? [near.name] : [],
    `There are: ${catalog.map((feature) => `/${feature.name}`).join(', ')}.`,
  )
}

function ambiguous(typed: string, candidates: readonly string[]): UserError {
  return new UserError(
    `“${shorten(typed)}” may mean ${list(candidates.map((words) => `/${words}`))}. Which one?`,
    {
      buttons: candidates.slice(0, 5).map(helpButton),
    },
  )
}

function unknown(found: string, near: readonly string[], wanted: string): UserError {
  const [guess] = near
  if (!guess) return new UserError(`${found}. ${wanted}`)
  return new UserError(`${found}. Did you mean /${guess}? ${wanted}`, { buttons: [helpButton(guess)] })
}

function helpButton(words: string): Button {
  const [feature = '', action] = words.split(' ')
  return button(`/${words}`, 'help', action ? { feature, action } : { feature })
}

function firstWord(text: string): readonly [word: string, rest: string] {
  const found = /^\s*(\S+)\s*/.exec(text)
  return found ? [found[1] ?? '', text.slice(found[0].length)] : ['', '']
}

/** A typed word as a sentence can carry it: forty characters at the most. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

/** `a`, `a or b`, `a, b or c`. */
export function list(words: readonly string[], last = 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}
