import { actionWords, type Catalog, type CommandSpec, commandWords, type FeatureSpec } from '../catalog.ts'
import { UserError, withWayOut } from '../errors.ts'
import type { Button } from '../message.ts'
import { plainLine } from './clean.ts'
import { refuseBareName } from './colonless/bareName.ts'
import { withColons } from './colonless/withColons.ts'
import { asksElse, buttonsForName, gistButtons, guess, refuseRecord, sureLine } from './gist/asked.ts'
import { lineOfMail } from './mailed/lineOfMail.ts'
import { namedFeature, refuseTableOrDuty, refuseTold } from './namedFeature.ts'
import { otherMeanings } from './offers/otherMeanings.ts'
import { plannedBehind } from './offers/plannedBehind.ts'
import { readComplete } from './offers/readComplete.ts'
import { likelyBehind, sentenceBehind, sentenceOfAction } from './offers/sentenceBehind.ts'
import { isPerson, mayBeAction, namesAction, unknownAction, wordsAfter } from './offers/unknownAction.ts'
import { ambiguous } from './offers/whichCommand.ts'
import { withoutOption } from './offers/withoutOption.ts'
import { asItStands, proseButtons, toldButtons } from './prose.ts'
import { opensQuote } from './quotes.ts'
import { actionOf, firstWord, type NamedAction, readAction } from './readAction.ts'
import { asksWhoDid, isAsked, mayTell } from './sentences/asked.ts'
import { lineOfSaying, nameIn, readSaying } from './sentences/sayings.ts'
import { readSpoken } from './sentences/slips.ts'
import { tellsActivity, tellsOfWho } from './telling/activity.ts'
import { askedByNewcomer, asksForHelp } from './telling/greetings.ts'
import { partConfirm } from './trailing/confirm.ts'
import { exactCommand } from './verbs/exactly.ts'
import { refuseNumbersAlone } from './verbs/numbersAlone.ts'
import { commandOfRecord, verbFirst } from './verbs/recordVerb.ts'
import { isRecordNumber } from './verbs/takesRecord.ts'
import { commandOfTwoWords } from './verbs/twoWords.ts'
import { whereIn } from './whereIn.ts'

export type TypedLine =
  | {
      readonly kind: 'command'
      readonly feature: FeatureSpec
      readonly command: CommandSpec
      /** Option texts by name, as typed, not yet read. */
      readonly fields: Readonly<Record<string, string>>
      /** The line said `confirm:yes`, which answers in advance whatever a command that changes something may ask. */
      readonly confirmed: boolean
      /** The options that were named without a colon, which the answer says. */
      readonly named?: readonly string[]
      /** Takes the whole line as one text, offered if an option in it cannot be read. */
      readonly asItStands?: Button | undefined
      /** The line fits no pattern; its words were weighed. */
      readonly weighed?: true
      /** What a line that was taken for a name may ask for, offered where nothing bears that name. */
      readonly guesses?: readonly Button[]
      /** What else the line may mean, offered under the answer. */
      readonly beside?: Button | undefined
    }
  /** Help is meant: a feature or a group was named without an action, or `help` in the place of one. */
  | {
      readonly kind: 'help'
      readonly feature: FeatureSpec | undefined
      /** The action or group to explain; empty for the whole feature. */
      readonly action: string
    }

/** Reads `/<feature> [<group>] <action> <first option> [name:value …]`, with or without its slash, or words of people’s own. Raises `UserError` with the nearest known word, or the candidates as buttons. */
export function readLine(catalog: Catalog, line: string): TypedLine {
  const plain = plainLine(line, catalog)
  const exact = exactCommand(catalog, plain)
  if (exact) return { kind: 'command', ...exact, confirmed: false, named: [], asItStands: undefined }
  const behind = plain.replace(/^\//, '')
  const typed = verbFirst(catalog, behind)
  const slash = plain.startsWith('/') && !isRecordNumber(typed) // `/update 1` is U1, and so is `/U1`.
  if (typed === '' || asksForHelp(typed)) return { kind: 'help', feature: undefined, action: '' }
  const mailed = slash ? undefined : lineOfMail(catalog, typed)
  if (mailed) return { kind: 'command', ...mailed, confirmed: false }
  const loneSaying = slash && /^undo[.!]?$/i.test(typed) ? lineOfSaying(catalog, typed) : undefined
  const asked = slash ? undefined : askedByNewcomer(typed)
  if (asked !== undefined) return readLine(catalog, asked)
  const ofRecord = commandOfRecord(catalog, typed)
  if (ofRecord) return command(ofRecord.feature, ofRecord.command, ofRecord.rest)
  const unsaid = slash || tellsOfWho(typed)
  const spoken = unsaid ? undefined : readSpoken(catalog, typed)
  if (!slash && (spoken === undefined || namesNumber.test(spoken))) refuseNumbersAlone(catalog, typed)
  if (!slash && spoken === undefined) refuseTableOrDuty(catalog, firstWord(typed)[0], typed)
  const sure = unsaid || spoken !== undefined ? undefined : sureGist(catalog, typed)
  if (sure) return sure
  const name = slash || spoken !== undefined ? undefined : nameIn(catalog, typed)
  if (name !== undefined) refuseRecord(catalog, typed)
  const text = loneSaying ?? spoken ?? name ?? typed
  const [word, rest] = firstWord(text)
  const ofTwo = slash ? undefined : commandOfTwoWords(catalog, text)
  if (ofTwo) return command(ofTwo.feature, ofTwo.command, ofTwo.rest)
  const feature = namedFeature(catalog, word, rest, slash ? '' : text)
  if (!feature) return { ...readLine(catalog, `/help what ${text}`), ...buttonsBeside(catalog, text) }
  const named = readAction(feature, rest)
  if (!slash && namesNone(named) && tellsActivity(text)) refuseTold(catalog, text)
  const unknown = named.kind === 'unknown' && (slash || word === feature.name) ? named : undefined
  // `/remind me to call` is said in the words of a saying, whatever stands before it.
  const sentence =
    unknown && ((slash && readSaying(catalog, typed)) || sentenceBehind(catalog, feature, rest))
  if (sentence !== undefined) return readLine(catalog, sentence)
  switch (named.kind) {
    case 'action': {
      const line = command(feature, named.command, named.rest)
      const meant =
        line.kind === 'command' && sentenceOfAction(catalog, feature, { ...line, rest: named.rest })
      return meant ? readLine(catalog, `/${meant}`) : withGuesses(catalog, line, slash ? '' : typed)
    }
    case 'help':
      return { kind: 'help', feature, action: named.action }
    case 'several':
      throw ambiguous(
        catalog,
        `/${feature.name} ${named.typed}`,
        named.words.map((words) => `${feature.name} ${words}`),
        wordsAfter(rest, named.typed),
      )
    case 'unknown': {
      // `/remind call Anna at: tomorrow` names an option of what sets a reminder.
      const timed = actionOf(feature, feature.timed)
      if (timed && namesTime(timed, rest)) return command(feature, timed, rest)
      const quoted = opensQuote(rest, 0) ? actionOf(feature, feature.quoted) : undefined
      if (quoted) return command(feature, quoted, rest)
      const fallback = named.group === undefined ? actionOf(feature, feature.fallback) : undefined
      const isName = named.distance > 1 && !namesAction(named.typed) && !mayBeAction(rest)
      if (fallback && isName && (slash || !asksElse(catalog, fallback, text)))
        return command(feature, fallback, rest)
      if (feature.nameInstead !== undefined && isPerson(named.typed, rest))
        throw new UserError(feature.nameInstead)
      // `who came?` asks something else than whom the directory knows by a name.
      if (!slash && /^who$/i.test(word) && asksWhoDid(rest)) return readLine(catalog, `/help what ${text}`)
      const planned = plannedBehind(feature, rest)
      const likely = unknown ? likelyBehind(catalog, feature, unknown, rest) : gistButtons(catalog, text)
      const probably = [
        ...planned,
        ...likely.filter((one) => !planned.some(({ command }) => command === one.command)),
      ]
      const buttons = slash || isAsked(text) ? [] : toldButtons(catalog, feature, word, text)
      throw guess(probably, unknownAction(catalog, feature, named, rest, buttons))
    }
  }
}

/** The card of a number, which no name is. */
const namesNumber = /^\p{L}+ \p{L}+ \p{Nd}{1,6}$/u

/** Whether the words behind a feature's name begin with no action of it; a feature of one action takes any words. */
function namesNone(named: NamedAction): boolean {
  return named.kind === 'unknown' || (named.kind === 'action' && actionWords(named.command) === '')
}

/** What is read as a name, with what its words may ask for otherwise: `show all meetings in December`. */
function withGuesses(catalog: Catalog, line: TypedLine, text: string): TypedLine {
  if (line.kind !== 'command' || line.command.name !== line.feature.lone) return line
  return { ...line, guesses: buttonsForName(catalog, text) }
}

/** The look that a sentence surely asks for; undefined for what names a command or may be meant otherwise. */
function sureGist(catalog: Catalog, text: string): TypedLine | undefined {
  if (namesCommand(catalog, text)) return undefined
  const line = sureLine(catalog, text)
  if (line === undefined || otherMeanings(catalog, text).length > 0) return undefined
  const read = readLine(catalog, `/${line}`)
  return read.kind === 'command' ? { ...read, weighed: true } : read
}

/** `meeting list ETCIP`: a feature and one of its actions, as after a slash. */
export function namesCommand(catalog: Catalog, text: string): boolean {
  const [word, rest] = firstWord(text)
  const feature = catalog.find(({ name, aliases }) => name === word || aliases?.includes(word))
  return feature !== undefined && readAction(feature, rest).kind === 'action'
}

/** The button that posts what begins as an order does and is a whole sentence. */
function buttonsBeside(catalog: Catalog, text: string): { readonly beside?: Button } {
  const [beside] = mayTell(text) ? proseButtons(catalog, text) : []
  return beside ? { beside: { ...beside, label: 'Post it as an update' } } : {}
}

/** Whether a line names the option of a command for its time, as `at: tomorrow` does. */
function namesTime({ options }: CommandSpec, rest: string): boolean {
  const [name] = Object.entries(options).find(([, { kind, required }]) => kind === 'moment' && required) ?? []
  return name !== undefined && new RegExp(`\\S ${name}: ?\\S`, 'i').test(rest)
}

const ofMyself = /^(?:(?:me|mine|myself|my own|my profile|it|all|now|please|pls),? ?){1,3}[.!?]?$/i

function command(feature: FeatureSpec, spec: CommandSpec, typed: string): TypedLine {
  const { confirmed, rest: typedRest } = partConfirm(spec, typed)
  // `/profile show me`: of what takes no options, whoever asks is meant.
  const options = Object.values(spec.options)
  const plainRest = options.some(({ multiline }) => multiline) ? typedRest : typedRest.replaceAll('\t', ' ')
  const rest = options.length === 0 ? plainRest.replace(ofMyself, '') : plainRest
  const whole = asItStands(feature, spec, rest)
  refuseBareName(spec.options, rest, `/${commandWords(feature, spec)}`)
  try {
    const { line, named } = withColons(spec.options, rest)
    const { fields, taken } = readComplete(spec.options, line, whereIn(feature, spec))
    const told = [...named, ...taken]
    return { kind: 'command', feature, command: spec, fields, confirmed, named: told, asItStands: whole }
  } catch (error) {
    throw withWayOut(error, whole ?? withoutOption(feature, spec, rest, error))
  }
}
