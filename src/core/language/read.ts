import { type Catalog, type CommandSpec, commandWords, type FeatureSpec } from '../catalog.ts'
import { UserError, withWayOut } from '../errors.ts'
import type { Button } from '../message.ts'
import { fold } from '../text/nearest.ts'
import { shorten } from '../text/text.ts'
import { actionOf, firstWord, type NamedAction, readAction } from './action.ts'
import { clean, singleBlanks } from './clean.ts'
import { refuseBareName } from './colonless/bareName.ts'
import { withColons } from './colonless/withColons.ts'
import { ambiguous, meantButton, namedFeature, refuseTableOrDuty, unknown } from './feature.ts'
import { readFields } from './fields.ts'
import { lineOfMail } from './mailed/lineOfMail.ts'
import { asItStands, longSentence, proseButtons, sentence, wordCount } from './prose.ts'
import { opensQuote } from './quotes.ts'
import { asksWhoDid, isAsked, mayTell } from './sentences/asked.ts'
import { lineOfSaying, readSaying } from './sentences/sayings.ts'
import { readSpoken } from './sentences/slips.ts'
import { partConfirm } from './trailing/confirm.ts'
import { commandOfRecord, verbFirst } from './verbs/recordVerb.ts'
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
      /** Takes the line as one text, should an option in it not be readable. */
      readonly asItStands?: Button | undefined
      /** What else the line may mean, offered under whatever is answered. */
      readonly beside?: Button | undefined
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
export function readLine(catalog: Catalog, line: string): TypedLine {
  const plain = plainLine(line)
  const slash = plain.startsWith('/')
  const typed = verbFirst(catalog, plain.replace(/^\//, ''))
  if (typed === '' || asksForHelp(typed)) return { kind: 'help', feature: undefined, action: '' }
  // `/undo` is said as `undo` is.
  const mailed = slash ? undefined : lineOfMail(catalog, typed)
  if (mailed) return { kind: 'command', ...mailed, confirmed: false }
  const loneSaying = slash && /^undo[.!]?$/i.test(typed) ? lineOfSaying(catalog, typed) : undefined
  const ofRecord = commandOfRecord(catalog, typed)
  if (ofRecord) return command(ofRecord.feature, ofRecord.command, ofRecord.rest)
  const text = loneSaying ?? (slash ? undefined : readSpoken(catalog, typed)) ?? typed
  const [word, rest] = firstWord(text)
  if (!slash) refuseTableOrDuty(catalog, word, text)
  const feature = namedFeature(catalog, word, rest, slash ? '' : text)
  if (!feature) return { ...readLine(catalog, `/help how ${text}`), ...buttonsBeside(catalog, text) }
  const named = readAction(feature, rest)
  // `/remind me to call` is said in the words of a saying, whatever stands before it.
  const sentence = slash && named.kind === 'unknown' ? readSaying(catalog, typed) : undefined
  if (sentence !== undefined) return readLine(catalog, sentence)
  switch (named.kind) {
    case 'action':
      return command(feature, named.command, named.rest)
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
      const quoted = opensQuote(rest, 0) ? actionOf(feature, feature.quoted) : undefined
      if (quoted) return command(feature, quoted, rest)
      const fallback = named.group === undefined ? actionOf(feature, feature.fallback) : undefined
      const isName = named.distance > 1 && !namesAction(named.typed) && !mayBeAction(rest)
      if (fallback && isName) return command(feature, fallback, rest)
      if (feature.nameInstead !== undefined && isPerson(named.typed, rest))
        throw new UserError(feature.nameInstead)
      // `who came?` asks something else than whom the directory knows by a name.
      if (!slash && word !== feature.name && asksWhoDid(rest)) return readLine(catalog, `/help how ${text}`)
      const buttons =
        slash || isAsked(text) || wordCount(text) < longSentence ? [] : proseButtons(catalog, text)
      throw unknownAction(catalog, feature, named, rest, buttons)
    }
  }
}

/**
 * Says that there is no such action, and offers the nearest with the words that were typed for it; behind a group
 * those of its actions that take all these words; for what may be a name the action that looks it up, which nobody
 * asked for and which is therefore not done.
 */
function unknownAction(
  catalog: Catalog,
  feature: FeatureSpec,
  named: Extract<NamedAction, { readonly kind: 'unknown' }>,
  rest: string,
  told: readonly Button[],
): UserError {
  const { group, typed, near, known } = named
  const alone = group === undefined
  const posted = alone ? sentence(feature, typed, rest) : undefined
  if (posted) return posted
  const where = alone ? feature.name : `${feature.name} ${group}`
  const action = alone ? actionOf(feature, feature.offered ?? feature.fallback) : undefined
  const sought = mayBeAction(rest) ? firstWord(rest)[1] : rest
  const offered =
    action && named.distance > 1 && !namesAction(typed)
      ? [meantButton(catalog, commandWords(feature, action), sought)]
      : []
  const left = wordsAfter(rest, alone ? typed : `${group} ${typed}`)
  const meant = near.map((words) => `${feature.name} ${words}`)
  const buttons =
    meant.length === 0 && !alone && !namesAction(typed)
      ? known
          .map((name) => meantButton(catalog, `${where} ${name}`, `${typed} ${left}`))
          .filter(({ command }) => command !== 'help')
          .slice(0, 3)
      : meant.slice(0, 5).map((words) => meantButton(catalog, words, left))
  return unknown(
    `/${where} has no action “${shorten(typed)}”`,
    meant,
    offered.length > 0 && near.length === 0
      ? `Nothing was done. Did you mean ${offered[0]?.label.replace(/\?$/, '')}? /help ${feature.name} shows what else there is.`
      : `It has: ${known.join(', ')}.`,
    { buttons: [...buttons, ...offered, ...told] },
  )
}

/** The button that posts what begins as an order does and is a whole sentence. */
function buttonsBeside(catalog: Catalog, text: string): { readonly beside?: Button } {
  const [beside] = mayTell(text) ? proseButtons(catalog, text) : []
  return beside ? { beside: { ...beside, label: 'Post it as an update' } } : {}
}

/** What follows the action that was typed, and the group before it where one was. */
function wordsAfter(rest: string, typed: string): string {
  return typed.split(' ').reduce((left) => firstWord(left)[1], rest)
}

/** A line without the mark of a prompt that was copied with it, and with single blanks, but for the tabs of a table. */
function plainLine(line: string): string {
  return singleBlanks(clean(line))
    .trim()
    .replace(/^[›❯>$»] ?(?=[/\p{L}])/u, '')
    .replace(/^(?:／|[/\\]{1,3})(?=\p{L})/u, '/')
    .replace(/^(?:@rapporteur[,:]?|rapporteur[,:]) (?=\S)/i, '')
}

const calls = new Set(['hi', 'hello', 'hey', 'hi there', 'hello there', 'hey there', 'hi all', 'hello all', 'hello everyone', 'hi everyone', 'good morning', 'good afternoon', 'good evening', 'good day', 'hallo', 'bonjour', 'salut', 'hola', 'buenos días', 'привет', 'здравствуйте', 'مرحبا', 'السلام عليكم', '你好', 'start', 'menu', 'help me', 'help please', 'help me please', 'please help', 'please help me', 'can you help', 'can you help me', 'i need help', 'what can you do', 'what can i do', 'what can i do here', 'what do you do', 'how do i use this', 'what can i ask', 'what can i say', 'how does this work', 'how do i start', 'where is the help', 'commands', 'aide', 'ayuda', 'помощь', 'مساعدة', '帮助'].map(fold)) // biome-ignore format: a table

/** Whether somebody greets or asks for help, in words that name no command. */
function asksForHelp(text: string): boolean {
  return (
    /^(?:\?{1,5}|help[.!?]{1,3})$/i.test(text) ||
    (text.length < 30 && calls.has(fold(text).replace(/[.!?]{1,3}$/, '')))
  )
}

/** Words that tell somebody to do something, with which nobody begins what they look for. */
const verbs = new Set('add edit change update rename remove delete retire merge import export list show create new set nominate handover attest check audit approve invite'.split(' ')) // biome-ignore format: a table

/** `frobnicate UNODC`: a small word before a name is meant to do something, which a search would not. */
function mayBeAction(rest: string): boolean {
  return /^\p{Ll}{3,}\s+\p{Lu}{2}/u.test(rest)
}

/** `Anna to call Bob`, `Anna about the minutes`. */
function isPerson(typed: string, rest: string): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(typed) && /\s(?:to|about|of|that)\s/.test(rest)
}

/** `add-person`, `import`: an action that there is not, which is not a search. */
function namesAction(typed: string): boolean {
  return verbs.has(fold(typed).split('-')[0] ?? '')
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
    const fields = readFields(spec.options, line, whereIn(feature, spec))
    return { kind: 'command', feature, command: spec, fields, confirmed, named, asItStands: whole }
  } catch (error) {
    throw withWayOut(error, whole)
  }
}
