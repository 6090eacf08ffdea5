import { type Catalog, type CommandSpec, commandWords, findCommand } from '../../catalog.ts'
import { UserError } from '../../errors.ts'
import type { Button } from '../../message.ts'
import { list } from '../../text/list.ts'
import { fold } from '../../text/nearest.ts'
import { shorten } from '../../text/text.ts'
import { firstWord } from '../readAction.ts'
import { isRecordNumber } from '../verbs/takesRecord.ts'
import { helpButton, meantButton } from './meantButton.ts'
import { WhichError } from './whichError.ts'

/** Asks which of several commands is meant; each does what was typed after the word in doubt. */
export function ambiguous(
  catalog: Catalog,
  typed: string,
  candidates: readonly string[],
  rest: string,
  {
    more = [],
    otherwise,
  }: { readonly more?: readonly Button[]; readonly otherwise?: UserError | undefined } = {},
): UserError {
  const all = candidates.flatMap((words) => actionsBehind(catalog, words, rest))
  const texts = rest === '' ? [] : all.filter((words) => takesText(catalog, words))
  const byName = all.filter((words) => !texts.includes(words)).slice(0, mostTried)
  const shown = [...byName, ...texts.slice(0, Math.max(0, mostOffered - byName.length))]
  const buttons = all
    .filter((words) => shown.includes(words))
    .map((words) => meantButton(catalog, words, rest))
  return new WhichError(candidates, (left) => whichOf(typed, left), {
    buttons: [...buttons, ...more],
    otherwise,
  })
}

function whichOf(typed: string, left: readonly string[]): string {
  if (left.length === 0)
    return `“${shorten(typed)}” does nothing with what you name. /help shows what can be said.`
  const question = left.length === 1 ? 'Is it that?' : 'Which one?'
  return `“${shorten(typed)}” may mean ${list(left.map((words) => `/${words}`))}. ${question}`
}

/** So many that want a record are tried out, few of which can be read; any text can. */
const mostTried = 12
const mostOffered = 5

/** Whether what is typed behind a command is text, which names no record. */
function takesText(catalog: Catalog, words: string): boolean {
  const [first] = Object.values(findCommand(catalog, words)?.command.options ?? {})
  return first?.kind === 'text' && first.names === undefined
}

/** The actions of a group behind whose word something else than an action was typed; any other command itself. */
function actionsBehind(catalog: Catalog, words: string, rest: string): readonly string[] {
  const [next] = firstWord(rest)
  if (next === '' || findCommand(catalog, words) || findCommand(catalog, `${words} ${next}`)) return [words]
  const [name, group] = words.split(' ')
  const feature = catalog.find((one) => one.name === name)
  const inGroup = feature?.commands.filter((one) => group !== undefined && one.group === group) ?? []
  return feature && inGroup.length > 0 ? inGroup.map((one) => commandWords(feature, one)) : [words]
}

/** What was not found, the nearest known words, and what is known; the buttons are the help on the nearest unless told. */
export function unknown(
  found: string,
  near: readonly string[],
  known: string,
  { buttons = near.slice(0, 5).map(helpButton) }: { readonly buttons?: readonly Button[] } = {},
): UserError {
  if (near.length === 0) return new UserError(`${found}. ${known}`, { buttons, unread: true })
  return new WhichError(
    near,
    (left) => {
      const guesses = left.length === 0 ? '' : ` Did you mean ${list(left.map((words) => `/${words}`))}?`
      return `${found}.${guesses} ${known}`
    },
    { buttons },
  )
}

/** Words for taking a record out that are no more than that; `cancel` and `stop` are said of other things. */
const removals = new Set(['remove', 'delete', 'drop', 'erase'])

/** Kinds of records that are retired by their name. */
const named: ReadonlySet<string> = new Set(['entity', 'person', 'group'])

/** A name and nothing that says of what it is taken out. */
const nameAlone = /^(?!(?:it|this|that|them|all|everything)$)(?:\S+ ){0,4}\S+$/i
const joined = /(?<!\S)(?:from|of|in|for|on|out|my|item|action|reminder|meeting|update)(?!\S)/i

/** The commands that retire a record by its name, where somebody would `remove UNODC`; none for the number of a record. */
export function removalsLike(catalog: Catalog, word: string, rest: string): readonly string[] {
  const name = rest.trim()
  if (!removals.has(fold(word)) || !nameAlone.test(name) || joined.test(name)) return []
  if (isRecordNumber(firstWord(name)[0])) return []
  const retires = ({ group = '', name, options }: CommandSpec) => {
    const [first, ...others] = Object.values(options)
    const isWhole = first !== undefined && named.has(first.kind) && !others.some(({ required }) => required)
    return isWhole && (group === 'retire' || name === 'retire')
  }
  return catalog.flatMap((feature) =>
    feature.commands.filter(retires).map((one) => commandWords(feature, one)),
  )
}
