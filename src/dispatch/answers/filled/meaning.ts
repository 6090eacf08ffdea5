import type { NameIn } from '../../../../db/records/nameIn.ts'
import { namesIn } from '../../../../db/records/namesIn.ts'
import type { Db } from '../../../../db/store/db.ts'
import { type CommandSpec, commandWords, findCommand } from '../../../core/catalog.ts'
import { GuessError, type UserError } from '../../../core/errors.ts'
import type { Caller } from '../../../core/feature/caller.ts'
import {
  type Filled,
  filledButton,
  filledFrom,
  looksFor,
  sureLook,
  worthOffering,
} from '../../../core/language/filling/filled.ts'
import { askedOf, type Names, thingsIn } from '../../../core/language/filling/things.ts'
import { wordsOfLine } from '../../../core/language/filling/words.ts'
import { mayAsk, tells } from '../../../core/language/gist/asked.ts'
import { isDuty } from '../../../core/language/offers/otherMeanings.ts'
import { unasked } from '../../../core/language/prose.ts'
import { isAsked, isOrder } from '../../../core/language/sentences/asked.ts'
import type { Button } from '../../../core/message.ts'
import { list } from '../../../core/text/list.ts'
import { fold } from '../../../core/text/nearest.ts'
import { subsections } from '../../../newsletter/sections.ts'
import type { ReadCommand } from '../../readInput.ts'
import type { Feature } from '../../services.ts'

/** Fewer words are a name or a slip of the hand, and so are three without a number or an acronym. */
const fewest = 3
const named = /^\p{Lu}[\p{Lu}\p{Nd}-]{1,20}$/u

/** What a free sentence is taken to mean, by its words and by what it names. */
export interface Meaning {
  /** What is offered first. */
  readonly best: Filled | undefined
  /** A look that it surely asks for, unless the refusal offers something in words of its own. */
  lookInstead(refusal: UserError): ReadCommand | undefined
  /** The refusal with what it may mean before all else; the same where it means nothing that is known. */
  offeredBefore(refusal: UserError): UserError
}

/** Weighs a line that was refused, and fills in the commands that it may mean; undefined for what is no sentence. One round trip. */
export async function filledMeaning(
  db: Db,
  features: readonly Feature[],
  text: string,
  { caller, now }: { readonly caller: Caller; readonly now: Date },
): Promise<Meaning | undefined> {
  const words = wordsOfLine(text)
  const isShort = words.length === fewest && !words.some((word) => named.test(word.text))
  if (words.length < fewest || isShort || tells(text) || isDuty(text)) return undefined
  const names = namesOf(await namesIn(db, askedOf(words), caller, now))
  const things = thingsIn(text, words, names, { now, zone: caller.zone })
  const self = { entity: caller.entityAcronym, person: caller.email ?? `P${caller.personId}` }
  const all = filledFrom(features, text, { words, things, self })
  const asks = isAsked(text)
  const isStated = states.test(text)
  const offered = worthOffering(all, isStated || !mayAsk(text))
  const isLookedFor = looksFor(text) || !(isStated || isOrder(text))
  const isLikely = ({ command: words, values }: Button) => {
    const command = findCommand(features, words)?.command
    if (!command || isLookedFor) return true
    if (command.changes) return !isStated || Object.keys(values ?? {}).length > 0
    return !seeks(command.options, values)
  }
  const look = asks ? sureLook(all) : undefined
  return {
    best: offered[0],
    lookInstead: (refusal) => (look && toldIn(refusal).size === 0 ? lookOf(features, look) : undefined),
    offeredBefore: (refusal) => withOffered(withLikely(refusal, isLikely), offered),
  }
}

/** What begins a statement of how things stand. */
const states =
  /^(?:the|our|this|that|these|those|all|every\p{L}*|some) [^?？؟]{2,120} (?:is|are|was|were|has|have|had)(?!\p{L})[^?？؟]*$/iu

/** Whether something is sought by words of its own. */
function seeks(options: CommandSpec['options'], values: Button['values'] = {}): boolean {
  return Object.keys(values).some((name) => options[name]?.kind === 'text')
}

/** A refusal without the guesses that are not likely. */
function withLikely(refusal: UserError, isLikely: (guess: Button) => boolean): UserError {
  if (!(refusal instanceof GuessError)) return refusal
  const { guesses, buttons, otherwise, said, noted, isSure } = refusal
  const left = guesses.filter(isLikely)
  if (left.length === guesses.length) return refusal
  // A guess is better than nothing at all.
  if (left.length === 0) return otherwise.buttons.some(isBeside) ? otherwise : refusal
  const others = buttons.filter((one) => !guesses.includes(one))
  return new GuessError({
    guesses: left,
    buttons: others,
    otherwise,
    noted,
    isSure,
    ...(said !== undefined && { said }),
  })
}

function lookOf(features: readonly Feature[], { feature, command, fields }: Filled): ReadCommand | undefined {
  const words = commandWords(feature, command)
  const found = findCommand(features, words)
  return found && { command: found.command, words, fields, confirmed: false, ask: false, weighed: true }
}

function withOffered(refusal: UserError, offered: readonly Filled[]): UserError {
  const told = toldIn(refusal)
  const whole = told.size > 0 ? offered.filter(isWhole) : offered
  const filled = whole.map(filledButton)
  if (filled.length === 0 || filled.some(({ command }) => told.has(command))) return refusal
  const isOther = ({ command }: Button) => filled.every((one) => one.command !== command)
  const isClear = (offered[0]?.score ?? 0) >= clearly
  const guesses = refusal instanceof GuessError && !isClear ? refusal.guesses.filter(isOther) : []
  const others =
    refusal instanceof GuessError
      ? refusal.buttons.filter((one) => !refusal.guesses.includes(one))
      : refusal.buttons
  return new GuessError({
    guesses: [...filled, ...guesses].slice(0, mostGuesses),
    buttons: others.filter((one) => isOther(one) && isBeside(one)).map(unasked),
    otherwise: refusal,
    isSure: (guess) =>
      offered.some((one, at) => filled[at] === guess && isSurelyMeant(one)) || guesses.includes(guess),
    noted: (shown) => untakenNote(shown, offered),
  })
}

const mostGuesses = 4
/** The score from which what was guessed by the words alone is left out. */
const clearly = 2
/** The score from which one that leaves nothing over goes before what else is offered. */
const probably = 1.4

/** Whether a command takes all that a line says, and probably is meant. */
function isWhole({ score, untaken, lacking, command }: Filled): boolean {
  return score >= (command.changes ? probably : clearly) && untaken.length + lacking.length === 0
}

/** Whether a command is filled from what the line names alone, with nothing left over for a text and nothing lacking. */
function isSurelyMeant({ untaken, lacking, leftOver }: Filled): boolean {
  return untaken.length + lacking.length + leftOver === 0
}

/** The commands that a refusal offers in words of its own, as “Remind me: call Geneva”, which says the same better. */
function toldIn({ unread, buttons }: UserError): ReadonlySet<string> {
  const told = buttons.filter(({ command, label }) => command !== 'update post' && !label.startsWith('/'))
  return new Set(unread ? told.map(({ command }) => command) : [])
}

/** What is offered for any sentence, whatever else it may mean. */
function isBeside({ command, label }: Button): boolean {
  return command === 'help' || command === 'update post' || !label.startsWith('/')
}

/** Says what none of the offers that are shown takes from the line. */
function untakenNote(shown: readonly Button[], offered: readonly Filled[]): string {
  const left = offered.filter((one) => shown.some(({ label }) => label === filledButton(one).label))
  const [first] = left
  const words = first?.untaken.filter((word) => left.every(({ untaken }) => untaken.includes(word))) ?? []
  if (words.length === 0) return ''
  return ` Not taken from your words: ${list(
    words.map((word) => `“${word}”`),
    'and',
  )}.`
}

/** By kind, what the store knows of the words of a line. */
function namesOf(found: readonly NameIn[]): Names {
  const of = (kind: NameIn['kind']) => found.filter((one) => one.kind === kind)
  const byName = (all: readonly NameIn[]) =>
    new Map(all.flatMap(({ names, label }) => names.map((name) => [name, label] as const)))
  const letters = [
    ['action', 'A'],
    ['update', 'U'],
    ['reminder', 'R'],
  ] as const
  return {
    entities: byName(of('entity')),
    groups: byName(of('group')),
    people: of('person').map(({ label }) => label),
    meetings: of('meeting').map(({ id, label }) => ({ title: label, value: `M${id}` })),
    records: letters.flatMap(([kind, prefix]) =>
      of(kind).map(({ id, label }) => ({ title: label, value: { prefix, text: `${prefix}${id}` } })),
    ),
    items: of('item').map(({ id, label }) => ({ title: label, value: { text: label, meeting: `M${id}` } })),
    sections: new Map(
      subsections.flatMap(({ key, title, aliases = [] }) =>
        [key, title, ...aliases].map((name) => [fold(name).replaceAll('-', ' '), key] as const),
      ),
    ),
  }
}
