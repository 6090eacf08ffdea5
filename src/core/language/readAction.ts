import { actionWords, type CommandSpec, entriesOf, entryName, type FeatureSpec } from '../catalog.ts'
import { distance, fold, match, nearest } from '../text/nearest.ts'
import { isPeriodForm } from '../time/period.ts'
import { opensQuote } from './quotes.ts'
import { calledOtherwise, likelyActions, sameVerb, soughtElsewhere } from './verbs/nearActions.ts'

/** What the words after a feature's name say. */
export type NamedAction =
  | { readonly kind: 'action'; readonly command: CommandSpec; readonly rest: string }
  /** Help is meant: of the feature, of a group that was named without an action, or of what follows `help`. */
  | { readonly kind: 'help'; readonly action: string }
  /** Several may be meant, each as `actionWords` or the word of a group. */
  | { readonly kind: 'several'; readonly typed: string; readonly words: readonly string[] }
  | {
      readonly kind: 'unknown'
      readonly typed: string
      /** The group in which it was looked for, where there was one. */
      readonly group?: string
      /** The words that may have been meant, the likeliest first. */
      readonly near: readonly string[]
      /** The words that would have been known in its place. */
      readonly known: readonly string[]
      /** The distance of what was typed to the nearest known word in its place. */
      readonly distance: number
    }

/** Finds the action that `agenda add M3 …` begins with; the words may be cut short where they stay unambiguous. */
export function readAction(feature: FeatureSpec, text: string): NamedAction {
  const single = feature.commands.find((command) => actionWords(command) === '')
  if (single) return { kind: 'action', command: single, rest: text }
  const [word, rest] = firstWord(text)
  if (word === '') return { kind: 'help', action: '' }
  if (fold(word) === 'help') return { kind: 'help', action: rest.trim() }
  const listed = listOfDays(feature, text)
  if (listed) return { kind: 'action', command: listed, rest: text.trim() }
  // Most people type the action as it is written.
  const exact = feature.commands.find(({ group, name }) => group === undefined && name === word)
  if (exact) return { kind: 'action', command: exact, rest }
  const entries = entriesOf(feature)
  const known = entries.map(entryName)
  if (tells(feature, word, text, known)) {
    return { kind: 'unknown', typed: word, near: [], known, distance: Number.POSITIVE_INFINITY }
  }
  const found = joints.has(fold(word)) ? [] : match(word, known)
  if (found.length > 1) return { kind: 'several', typed: word, words: found }
  const entry = entries.find((candidate) => entryName(candidate) === found[0])
  if (entry?.kind === 'group') return readGrouped(entry.name, entry.commands, rest)
  if (entry) return { kind: 'action', command: entry.command, rest }
  // `/directory show CTED` is its card, and `/directory entity:CTED` the entity’s.
  const card = fold(word) === 'show' && rest !== '' ? actionOf(feature, feature.lone) : undefined
  if (card) return { kind: 'action', command: card, rest }
  const [, named = '', value = ''] = /^(\p{L}[\p{L}-]*)[:：=](\S.*)$/u.exec(word) ?? []
  const joined = feature.commands.find(({ group, name }) => group === undefined && name === fold(named))
  if (joined) return { kind: 'action', command: joined, rest: `${value} ${rest}`.trim() }
  const hyphened = feature.commands.filter((command) => actionWords(command) === fold(word).replace('-', ' '))
  if (hyphened.length > 0) {
    return { kind: 'unknown', typed: word, near: hyphened.map(actionWords), known, distance: 1 }
  }
  // `M1 cancel` is `cancel M1`.
  const turned = isNumber(word)
    ? actionBehind(
        feature.commands.filter(({ group }) => group === undefined),
        rest,
        word,
      )
    : undefined
  if (turned) return turned
  const called = calledOtherwise(feature, text)
  if (called) return { kind: 'unknown', ...called, known, distance: 1 }
  const likely = likelyActions(feature, word, known, rest)
  if (likely.length > 0) return { kind: 'unknown', typed: word, near: likely, known, distance: 1 }
  const near = nearest(word, known)
  return {
    kind: 'unknown',
    typed: word,
    near: near === undefined ? soughtElsewhere(feature, word, rest) : [near],
    known,
    distance: near === undefined ? Number.POSITIVE_INFINITY : distance(fold(word), fold(near)),
  }
}

/** `/meeting next week`: the list of what there is on some days, where they stand in the place of an action. */
function listOfDays({ commands }: FeatureSpec, text: string): CommandSpec | undefined {
  const list = commands.find(({ group, name }) => group === undefined && name === 'list')
  const isDated = Object.values(list?.options ?? {}).some(({ kind }) => kind === 'period')
  return isDated && days.test(text) && isPeriodForm(text.trim()) ? list : undefined
}

/** How days begin that may stand alone: `next` alone is an action. */
const days =
  /^\s*(?:(?:next|this|last|coming|in) \p{L}[\p{L}\p{Nd} ]{2,20}|today|tomorrow|yesterday|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}(?: \p{Nd}{4})?)\s*$/iu

/** Words that join what follows to the name of a feature, and cut no action short: `Update with …`. */
const joints = new Set(['with', 'on', 'of', 'to', 'for', 'in', 'from', 'by', 'at'])

/** Fewer words are an action and what it is about. */
const sentenceWords = 4

/** `/update UN Women trained 12 judges`: with a capital a sentence begins, and not an action cut short. */
function tells({ prose }: FeatureSpec, word: string, text: string, known: readonly string[]): boolean {
  return (
    prose !== undefined &&
    /^\p{Lu}/u.test(word) &&
    text.trim().split(/\s+/).length >= sentenceWords &&
    !known.some((name) => fold(name) === fold(word))
  )
}

/** Finds the action that follows the name of its group. */
function readGrouped(group: string, commands: readonly CommandSpec[], text: string): NamedAction {
  const [word, rest] = firstWord(text)
  if (word === '') return { kind: 'help', action: group }
  if (fold(word) === 'help') return { kind: 'help', action: `${group} ${rest}`.trim() }
  const known = commands.map(({ name }) => name)
  const found = match(word, known)
  const words = found.map((name) => `${group} ${name}`)
  if (words.length > 1) return { kind: 'several', typed: `${group} ${word}`, words }
  const command = commands.find(({ name }) => name === found[0])
  if (command) return { kind: 'action', command, rest }
  // `agenda M1 add Budget` is `agenda add M1 Budget`.
  const turned = isNumber(word) ? actionBehind(commands, rest, word) : undefined
  if (turned) return turned
  // `poll "Which week?" wg:ETCIP` opens it.
  const made = opensQuote(text, 0) ? making(commands) : undefined
  if (made) return { kind: 'action', command: made, rest: text }
  // `agenda M1` looks at it.
  const shown = isNumber(word) ? commands.find(({ name }) => name === 'show') : undefined
  if (shown) return { kind: 'action', command: shown, rest: text }
  const near = nearest(word, known)
  const listed = /^(?:list|all)$/i.test(word) && known.includes('show') ? ['show'] : []
  const same = near === undefined ? [...sameVerb(fold(word), known), ...listed] : [near]
  return {
    kind: 'unknown',
    typed: word,
    group,
    near: same.map((name) => `${group} ${name}`),
    known,
    distance: near === undefined ? Number.POSITIVE_INFINITY : distance(fold(word), fold(near)),
  }
}

/** The action that stands behind the number of what it is done to. */
function actionBehind(
  commands: readonly CommandSpec[],
  text: string,
  number: string,
): (NamedAction & { readonly kind: 'action' }) | undefined {
  const [word, rest] = firstWord(text)
  const command = commands.find(({ name, options }) => {
    const [first] = Object.values(options)
    return name === fold(word) && (first?.kind === 'meeting' || first?.kind === 'record')
  })
  return command && { kind: 'action', command, rest: `${number} ${rest}`.trim() }
}

/** The action that makes what a group is about, where words in quotes are what it begins with. */
function making(commands: readonly CommandSpec[]): CommandSpec | undefined {
  return commands.find(
    ({ name, options }) => /^(?:open|add)$/.test(name) && Object.values(options)[0]?.kind === 'text',
  )
}

function isNumber(word: string): boolean {
  return /^#?\p{L}?\p{Nd}{1,9}$/u.test(word)
}

/** The first word of a text, and what follows it. */
export function firstWord(text: string): readonly [word: string, rest: string] {
  const found = /^\s*(\S+)\s*/.exec(text)
  return found ? [found[1] ?? '', text.slice(found[0].length)] : ['', '']
}

/** The feature's command of these words, `schedule` or `agenda add`. */
export function actionOf({ commands }: FeatureSpec, words: string | undefined): CommandSpec | undefined {
  return commands.find((candidate) => actionWords(candidate) === words)
}
