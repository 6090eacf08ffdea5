import { actionWords, type CommandSpec, type FeatureSpec } from '../../catalog.ts'
import { fold, match } from '../../text/nearest.ts'
import { onceForEach } from '../sentences/byFirstWord.ts'
import { takesRecord } from './takesRecord.ts'

/** Words for one deed, of which each feature has one. */
const verbs = [
  'add create new make open schedule post book arrange organise organize',
  'remove delete cancel withdraw retire drop erase stop',
  'accept approve ok',
  'unaccept unapprove disapprove',
  'return reject refuse decline',
  'edit change modify amend alter rename',
  'publish send issue release distribute',
  'list all',
  'show view see display get read preview',
  'find search look lookup suggest',
  'restore undelete uncancel reopen',
].map((words) => words.split(' '))

/** The most actions that one word may be meant for. */
const mostCalled = 4

/** The actions of a feature that people call by the word, or the two words, with which a text begins; none for its own. */
export function calledOtherwise(
  feature: FeatureSpec,
  text: string,
): { readonly typed: string; readonly near: readonly string[] } | undefined {
  const words = text.trim().split(/\s+/, 2)
  for (const typed of [words.join(' '), words[0] ?? '']) {
    const near = verbsOf(feature).get(fold(typed).replaceAll('-', ' '))
    if (!near) continue
    const rest = text.trim().slice(typed.length).trim()
    const taking = near.filter((words) => {
      const command = feature.commands.find((one) => actionWords(one) === words.split(' … ')[0])
      return command !== undefined && takesRecord(command, rest)
    })
    return { typed, near: (taking.length > 0 ? taking : near).slice(0, mostCalled) }
  }
  return undefined
}

const verbsOf = onceForEach(({ verbs: called = {} }: FeatureSpec): ReadonlyMap<string, readonly string[]> => {
  const actions = new Map<string, string[]>()
  for (const [action, words] of Object.entries(called))
    for (const word of words.split(' ')) {
      const verb = word.replaceAll('_', ' ')
      actions.set(verb, [...(actions.get(verb) ?? []), action])
    }
  return actions
})

/** Those of the known words that say the same as a verb that is not among them: `delete` for `withdraw`. */
export function sameVerb(word: string, known: readonly string[]): readonly string[] {
  const same = verbs.find((words) => words.includes(word)) ?? []
  return same.filter((one) => one !== word && known.includes(one))
}

/**
 * The actions that a word may mean which a feature calls otherwise, its groups’ of that name after them; none where the
 * group is named, too. Those that are about the record whose number follows go before all others.
 */
export function likelyActions(
  feature: FeatureSpec,
  word: string,
  known: readonly string[],
  rest: string,
): readonly string[] {
  const same = [...sameVerb(fold(word), known), ...ofTwo(feature, word)]
  const grouped = groupedElsewhere(feature, word, rest)
  if (same.length === 0 || isReversed(grouped, rest)) return []
  const all = [...same, ...grouped]
  const taking = all.filter((words) =>
    feature.commands.some((command) => actionWords(command) === words && takesRecord(command, rest)),
  )
  return taking.length > 0 ? taking : all
}

/** The actions in groups that `delete-person` may mean: `retire person`. */
function ofTwo({ commands }: FeatureSpec, word: string): readonly string[] {
  const [verb = '', name = ''] = fold(word).split(/[-_]/)
  const ofName = name === '' ? [] : commands.filter((one) => one.group !== undefined && one.name === name)
  const groups = ofName.map(({ group = '' }) => group)
  return sameVerb(verb, groups).map((group) => `${group} ${name}`)
}

/** Fewer letters stand in too many words. */
const fewestLetters = 4
/** What many actions are about names none of them. */
const mostAbout = 3

/** Actions of groups that bear the name, else those in whose name, options or description it stands: `zone`, `annual`. */
export function soughtElsewhere(feature: FeatureSpec, word: string, rest: string): readonly string[] {
  const grouped = groupedElsewhere(feature, word, rest)
  const sought = fold(word)
  if (grouped.length > 0 || sought.length < fewestLetters || !/^\p{Ll}+$/u.test(word)) return grouped
  const inName = feature.commands.filter((command) => actionWords(command).includes(sought))
  // Where a word may be a name that is looked up, that is offered instead.
  const looksUp = feature.offered !== undefined || feature.fallback !== undefined
  const isAbout = ({ about }: CommandSpec) =>
    !looksUp &&
    fold(about)
      .split(/[^\p{L}\p{Nd}]+/u)
      .includes(sought)
  const inOption = feature.commands.filter(({ options }) => Object.hasOwn(options, sought))
  const [found = []] = [inName, inOption, feature.commands.filter(isAbout)].filter(({ length }) => length > 0)
  return found.length > mostAbout ? [] : found.map(actionWords)
}

/** The actions of groups that bear this name: `/meeting add`, and `/meeting add agenda` with its words in reverse. */
function groupedElsewhere({ commands }: FeatureSpec, word: string, rest: string): readonly string[] {
  const named = commands.filter(({ group, name }) => group !== undefined && fold(name) === fold(word))
  const [next = ''] = rest.trim().split(/\s+/, 1)
  const reversed = named.filter(({ group = '' }) => match(next, [group]).length > 0)
  return (reversed.length > 0 ? reversed : named).map(actionWords)
}

/** Whether what follows an action names the group that it is of. */
function isReversed(grouped: readonly string[], rest: string): boolean {
  const [next = ''] = rest.trim().split(/\s+/, 1)
  return grouped.some((words) => match(next, [words.split(' ')[0] ?? '']).length > 0)
}
