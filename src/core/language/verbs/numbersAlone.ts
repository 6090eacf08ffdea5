import { actionWords, type Catalog, type CommandSpec, commandWords, type FeatureSpec } from '../../catalog.ts'
import { GuessError, UserError } from '../../errors.ts'
import { type Button, button } from '../../message.ts'
import { fold } from '../../text/nearest.ts'
import { shorten } from '../../text/text.ts'
import { calledOtherwise, sameVerb } from './nearActions.ts'
import { takesRecord } from './takesRecord.ts'

/** `withdraw 3`, `cancel no. 3`: a verb, and a number that says of nothing what it numbers. */
const bare =
  /^(?:please )?(\p{L}{3,12}) (?:number |no\.? ?|nr\.? ?|#)?(\p{Nd}{1,6})(?:,? (?:please|pls))?[.!?]?$/iu

/** `No. 3`, `#3`: a number alone. */
const alone = /^(?:number |no\. ?|nr\.? ?|n[°º] ?|№ ?|#)(\p{Nd}{1,6})[.!?]?$/iu

/** `U2 and U3`, `U2, U3 & U5`, `U2-U4`. */
const several =
  /^(\p{L}{1,3})#?\p{Nd}{1,9}(?:(?:, ?(?:and |or )?| ?[&+–-] ?| (?:and|or|et|y|to) | )\1#?\p{Nd}{1,9}){1,7}[.!?]?$/iu

/** As many are offered. */
const most = 5

/** The longest span of numbers. */
const mostNumbers = 8

interface Action {
  readonly feature: FeatureSpec
  readonly command: CommandSpec
  /** The letter of the records that it is about. */
  readonly prefix: string
}

/**
 * Asks which record a verb with a bare number means, among those of which one of that number may be dealt with so, and
 * what is to be done with several numbers that stand alone. Raises `UserError`.
 */
export function refuseNumbersAlone(catalog: Catalog, text: string): void {
  if (text.length > 60) return
  const [, lone] = alone.exec(text) ?? []
  const [, verb, number] = lone === undefined ? (bare.exec(text) ?? []) : ['', 'show', lone]
  const meant = verb === undefined || number === undefined ? [] : ofNumber(catalog, verb, number)
  if (meant.length > 0)
    throw new GuessError({
      guesses: meant,
      buttons: [],
      otherwise: new UserError(
        `Nothing with the number ${number} that I can find goes with “${fold(verb ?? '')}”. Name it with its letter, such as M1 or U1.`,
      ),
    })
  const [, letter] = several.exec(text) ?? []
  const offered = letter === undefined ? [] : ofSeveral(catalog, numbersIn(text))
  if (offered.length > 0)
    throw new GuessError({
      said: `“${shorten(text)}” says what it is about, and not what is to be done. Nothing was done.`,
      guesses: offered,
      buttons: [],
      otherwise: new UserError(
        `“${shorten(text)}” are numbers of which none is of anything that you may deal with. Nothing was done.`,
      ),
    })
}

/** Each number once, with those between the ends of a span. */
function numbersIn(text: string): readonly string[] {
  const typed = (text.match(/\p{L}{1,3}#?\p{Nd}{1,9}/gu) ?? []).map((one) =>
    one.replace('#', '').toUpperCase(),
  )
  const [first = '', last = ''] = typed
  const [from, to] = [first, last].map((one) => Number(/\p{Nd}{1,9}/u.exec(one)?.[0]))
  const isSpan = typed.length === 2 && /\p{Nd} ?[–-] ?\p{L}|\p{Nd} to \p{L}/u.test(text)
  if (!isSpan || from === undefined || to === undefined || to <= from || to - from > mostNumbers)
    return [...new Set(typed)]
  const letter = /^\p{L}+/u.exec(first)?.[0] ?? ''
  return Array.from({ length: to - from + 1 }, (_, at) => `${letter}${from + at}`)
}

function ofNumber(catalog: Catalog, verb: string, number: string): readonly Button[] {
  const word = fold(verb) === 'open' ? 'show' : fold(verb)
  if (catalog.some(({ name, aliases }) => name === word || aliases?.includes(word))) return []
  const actions = actionsOn(catalog)
  const same = sameVerb(word, [...new Set(actions.map(({ command }) => command.name))])
  const named = actions.filter(({ command }) => command.name === word || isOf(same, command))
  const isElsewhere = catalog.some(({ commands }) => commands.some(({ name }) => name === word))
  const called = named.length > 0 || isElsewhere ? [] : actions.filter((one) => isCalled(one, word, number))
  const records = [...named, ...called].map((action) => onRecords(action, `${action.prefix}${number}`))
  return [...ofIssue(catalog, word, number), ...records].slice(0, most + 1)
}

/** `status no. 1`, `close 1`, `No. 1`: of what has no letter before its number, the action of that name, or what shows it. */
function ofIssue(catalog: Catalog, verb: string, number: string): readonly Button[] {
  return catalog.flatMap((feature) => {
    const all = feature.commands.filter((one) => issueOption(one) !== undefined)
    const named = all.find(({ name, group }) => name === verb && group === undefined)
    const shows = all.find((one) => !one.changes && Object.keys(one.options)[0] === issueOption(one))
    const meant = named ?? (verb === 'show' ? shows : undefined)
    const option = meant && issueOption(meant)
    if (!meant || option === undefined) return []
    const words = commandWords(feature, meant)
    return [button(`/${words} No. ${number}`, words, { [option]: `No. ${number}` })]
  })
}

/** The option of a command that takes an issue. */
function issueOption({ options }: CommandSpec): string | undefined {
  return Object.entries(options).find(([, { issues }]) => issues !== undefined)?.[0]
}

/** What says the same in a group is of a part of a record. */
function isOf(names: readonly string[], { group, name }: CommandSpec): boolean {
  return group === undefined && names.includes(name)
}

function isCalled({ feature, command, prefix }: Action, word: string, number: string): boolean {
  return calledOtherwise(feature, `${word} ${prefix}${number}`)?.near.includes(actionWords(command)) === true
}

function ofSeveral(catalog: Catalog, numbers: readonly string[]): readonly Button[] {
  const [first = '', ...others] = numbers
  if (others.length === 0) return []
  const about = actionsOn(catalog).filter(({ command }) => takesRecord(command, first))
  const shows =
    about.find(({ command }) => command.name === 'show' && command.group === undefined) ??
    about.find(({ command }) => command.name === 'show')
  const all = about.filter(({ command }) => command.changes && takesSeveral(command))
  return [
    ...(shows
      ? numbers.slice(0, most).map((one) => ({ ...onRecords(shows, one), label: `Show ${one}` }))
      : []),
    ...all.slice(0, most).map((action) => onRecords(action, numbers.join(', '))),
  ]
}

/** A text with the letter of records takes several of their numbers, or all of them. */
function takesSeveral({ options }: CommandSpec): boolean {
  const [first] = Object.values(options)
  return first?.several === true || (first?.kind === 'text' && first.prefix !== undefined)
}

/** Every action whose first option is a record, or the number of a meeting. */
function actionsOn(catalog: Catalog): readonly Action[] {
  return catalog.flatMap((feature) =>
    feature.commands.flatMap((command) => {
      const [first] = Object.values(command.options)
      const prefix = first?.kind === 'meeting' ? 'M' : first?.prefix
      return prefix === undefined ? [] : [{ feature, command, prefix }]
    }),
  )
}

function onRecords({ feature, command }: Action, typed: string): Button {
  const words = commandWords(feature, command)
  const [first = ''] = Object.keys(command.options)
  return button(`/${words} ${typed}`, words, { [first]: typed })
}
