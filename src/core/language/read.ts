import {
  actionWords,
  type Catalog,
  type CommandSpec,
  commandWords,
  type FeatureSpec,
  usage,
} from '../catalog.ts'
import { UserError } from '../errors.ts'
import { type Button, button } from '../message.ts'
import { option } from '../option.ts'
import { fold, match, nearest } from '../text/nearest.ts'
import { shorten } from '../text/text.ts'
import { firstWord, readAction } from './action.ts'
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
  /** Help is meant: a feature or a group was named without an action, or `help` in the place of one. */
  | {
      readonly kind: 'help'
      readonly feature: FeatureSpec | undefined
      /** The action or group to explain; empty for the whole feature. */
      readonly action: string
    }

/**
 * Reads a typed line, `/<feature> [<group>] <action> <first option> [name:value …]`, with or without the slash.
 * Raises `UserError` with the nearest known word, or with the candidates as buttons.
 */
export function readLine(catalog: Catalog, line: string): Typed {
  const text = plainLine(line)
  const [word, rest] = firstWord(text)
  if (!word || asksForHelp(text)) return { kind: 'help', feature: undefined, action: '' }
  const feature = findFeature(catalog, word)
  const named = readAction(feature, rest)
  switch (named.kind) {
    case 'action':
      return command(feature, named.command, named.rest)
    case 'help':
      return { kind: 'help', feature, action: named.action }
    case 'several':
      throw ambiguous(
        `/${feature.name} ${named.typed}`,
        named.words.map((words) => `${feature.name} ${words}`),
      )
    case 'unknown': {
      const fallback = named.group === undefined ? actionOf(feature, feature.fallback) : undefined
      if (fallback && named.distance > 1 && !namesAction(named.typed)) return command(feature, fallback, rest)
      const where = named.group === undefined ? feature.name : `${feature.name} ${named.group}`
      throw (
        (named.group === undefined ? sentence(feature, named.typed, rest) : undefined) ??
        unknown(
          `/${where} has no action “${shorten(named.typed)}”`,
          named.near.map((words) => `${feature.name} ${words}`),
          `It has: ${named.known.join(', ')}.`,
        )
      )
    }
  }
}

/** A line without the mark of a prompt that was copied with it, and with single blanks. */
function plainLine(line: string): string {
  return clean(line)
    .replace(/[^\S\n]+/g, ' ')
    .trim()
    .replace(/^[›❯>$»] ?(?=[/\p{L}])/u, '')
    .replace(/^\//, '')
}

const calls = new Set(['hi', 'hello', 'hey', 'hallo', 'bonjour', 'hola', 'start', 'menu', 'help me', 'help please', 'what can you do', 'commands', 'aide', 'ayuda', 'помощь', 'مساعدة', '帮助'].map(fold)) // biome-ignore format: a table

/** Whether somebody greets or asks for help, in words that name no command. */
function asksForHelp(text: string): boolean {
  return text === '?' || (text.length < 30 && calls.has(fold(text).replace(/[.!?]$/, '')))
}

function actionOf({ commands }: FeatureSpec, words: string | undefined): CommandSpec | undefined {
  return commands.find((candidate) => actionWords(candidate) === words)
}

/** Words that tell somebody to do something, with which nobody begins what they look for. */
const verbs = new Set('add edit change update rename remove delete retire merge import export list show create new set nominate handover attest check audit approve invite'.split(' ')) // biome-ignore format: a table

/** `add-person`, `import`: an action that there is not, which is no search. */
function namesAction(typed: string): boolean {
  return verbs.has(fold(typed).split('-')[0] ?? '')
}

/** Fewer words than these are a slip of the hand rather than a sentence. */
const sentenceWords = 4

/** Somebody who tells at once what they have to tell is asked whether that is what they mean. */
function sentence(feature: FeatureSpec, action: string, rest: string): UserError | undefined {
  const meant = actionOf(feature, feature.prose)
  const [first] = Object.keys(meant?.options ?? {})
  if (!meant || first === undefined || rest.split(/\s+/).length < sentenceWords) return undefined
  const words = commandWords(feature, meant)
  return new UserError(
    `/${feature.name} has no action “${shorten(action)}”; nothing was done. Did you mean /${words} and what you typed?`,
    { buttons: [button(`Yes: /${words}`, words, { [first]: rest.trim() })] },
  )
}

const confirm = option.flag({ about: 'Do it without asking first' })

function command(feature: FeatureSpec, spec: CommandSpec, rest: string): Typed {
  const asks = spec.confirm !== undefined || spec.mayAsk === true
  const options = asks ? { ...spec.options, confirm } : spec.options
  const { confirm: said, ...fields } = readFields(options, rest, usage(feature, spec))
  const confirmed = asks && match(said ?? '', ['yes', 'true']).length > 0
  return {
    kind: 'command',
    feature,
    command: spec,
    fields: asks ? fields : { ...fields, ...(said ? { confirm: said } : {}) },
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
  // An action or a group without its feature: `/find CTED`.
  const whole = [...new Set(catalog.flatMap((feature) => wordsNaming(feature, fold(word))))]
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

/** The feature's actions and groups that are called by this word alone, each with all its words. */
function wordsNaming(feature: FeatureSpec, word: string): readonly string[] {
  return feature.commands.flatMap((command) => {
    if (word !== '' && command.group === word) return [`${feature.name} ${word}`]
    return word !== '' && command.name === word ? [commandWords(feature, command)] : []
  })
}

function ambiguous(typed: string, candidates: readonly string[]): UserError {
  return new UserError(
    `“${shorten(typed)}” may mean ${list(candidates.map((words) => `/${words}`))}. Which one?`,
    {
      buttons: candidates.slice(0, 5).map(helpButton),
    },
  )
}

function unknown(found: string, near: readonly string[], known: string): UserError {
  if (near.length === 0) return new UserError(`${found}. ${known}`)
  const guesses = list(near.map((words) => `/${words}`))
  return new UserError(`${found}. Did you mean ${guesses}? ${known}`, {
    buttons: near.slice(0, 5).map(helpButton),
  })
}

function helpButton(words: string): Button {
  const [feature = '', ...action] = words.split(' ')
  return button(`/${words}`, 'help', action.length > 0 ? { feature, action: action.join(' ') } : { feature })
}

/** `a`, `a or b`, `a, b or c`. */
export function list(words: readonly string[], last = 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}
