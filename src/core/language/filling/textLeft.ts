import { type CommandSpec, givenInWords } from '../../catalog.ts'
import { isOrder, isQuestion } from '../sentences/asked.ts'
import type { Filling } from './line.ts'
import type { Word } from './words.ts'

/** A text that stands in a line for an option. */
export interface TextLeft {
  readonly name: string
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Texts of a form of their own, which no words that are left over are. */
const formed = new Set([
  'email',
  'languages',
  'phone',
  'acronym',
  'address',
  'slots',
  'hours',
  'days',
  'until',
  'key',
  'figure',
  'who',
  'owner',
  'lead',
  'record',
  'update',
  'items',
  'keys',
  'rule',
  'notice',
  'link',
  'date',
  'part',
  'reason',
  'comment',
  'why',
  'note',
])

/** Optional texts of a look that narrow what it shows. */
const soughtIn = new Set(['words', 'about'])

/** What a text is called in a line, by the options that may hold it. */
const called: Readonly<Record<string, ReadonlySet<string>>> = {
  place: new Set(['room', 'venue', 'place', 'location', 'salle', 'sala', 'raum']),
  title: new Set(['title', 'called', 'name', 'renamed', 'rename']),
  text: new Set(['text', 'wording', 'closing']),
  reason: new Set(['because', 'reason', 'since']),
  comment: new Set(['because', 'comment', 'reason']),
}
/** What stands before a text that is told of something. */
const tells = /^(?:is|are|to|be|now|called|named|because|since|reason|comment|saying|reads|says)$/

/** `the room for the workshop is B-114`: the text behind its verb, where the line says what it is the text of. */
export function textTold(
  command: CommandSpec,
  { words }: { readonly words: readonly Word[] },
  { fields, taken }: Filling,
): TextLeft | undefined {
  for (const [name, { kind, required }] of givenInWords(command.options)) {
    const own = called[name]
    if (kind !== 'text' || required || !own || fields[name] !== undefined) continue
    const said = words.findIndex(({ folded }, at) => !taken.has(at) && own.has(folded))
    const verb = words.findLastIndex(({ folded }, at) => at >= said && !taken.has(at) && tells.test(folded))
    if (said < 0 || verb < 0) continue
    let to = verb + 1
    while (to < words.length && !taken.has(to)) to += 1
    if (to > verb + 1) return { name, text: textOf(words, verb + 1, to), from: verb + 1, to }
  }
  return undefined
}

function textOf(words: readonly Word[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ')
}

/** Whatever stands behind `that`, where all its words speak for the command as well. */
function behindThat(words: readonly Word[], name: string): TextLeft | undefined {
  const from = words.findIndex(({ folded }) => folded === 'that' || folded === 'saying') + 1
  return from === 0 || from > words.length - 2
    ? undefined
    : { name, text: textOf(words, from, words.length), from, to: words.length }
}

/** The longest stretch of words between those that are taken that may be the text of an option which is lacking. */
export function textLeft(
  command: CommandSpec,
  { words }: { readonly words: readonly Word[] },
  given: {
    readonly fields: Readonly<Record<string, string>>
    readonly taken: ReadonlySet<number>
    readonly content: readonly number[]
  },
): TextLeft | undefined {
  const { fields, taken, content } = given
  const lacking = givenInWords(command.options).find(
    ([name, { kind, required }]) =>
      kind === 'text' &&
      fields[name] === undefined &&
      (required ? !formed.has(name) && !isOfThose(name, command) : !command.changes && soughtIn.has(name)),
  )
  if (!lacking) return undefined
  if (content.length === 0) return lacking[1].required ? behindThat(words, lacking[0]) : undefined
  const says = new Set(content)
  const stretches: (readonly [from: number, to: number])[] = []
  for (let at = 0; at < words.length; at += 1) {
    if (taken.has(at)) continue
    let to = at
    while (to < words.length && !taken.has(to)) to += 1
    stretches.push(trimmed([at, to], says, words))
    at = to
  }
  const count = ([from, to]: readonly [number, number]) =>
    content.filter((at) => at >= from && at < to).length
  const [best] = stretches.toSorted((one, other) => count(other) - count(one))
  if (!best || count(best) === 0) return undefined
  const [from, to] = best
  if (isBeginning(words, best) || holdsLink(lacking[0], words.slice(from, to))) return undefined
  if (!mayBe(lacking[0], to - from) || isLoneOrder(textOf(words, from, to))) return undefined
  return { name: lacking[0], text: textOf(words, from, to), from, to }
}

/** The words with which a line begins may say what is to be done or asked, and are then the text of nothing. */
function isBeginning(words: readonly Word[], [from, to]: readonly [number, number]): boolean {
  const text = textOf(words, from, to)
  return from === 0 && (to === 1 || isOrder(text) || isQuestion(text))
}

/** An item is named by what stands on the agenda already, but where one is added. */
function isOfThose(name: string, command: CommandSpec): boolean {
  return name === 'item' && command.name !== 'add'
}

/** An address belongs to no title. */
function holdsLink(name: string, words: readonly Word[]): boolean {
  return (name === 'item' || name === 'title') && words.some(({ text }) => /^https?:/i.test(text))
}

/** `change` tells what to do and is the text of nothing. */
function isLoneOrder(text: string): boolean {
  return !text.includes(' ') && isOrder(text)
}

/** Whether so many words may be a text: a title has more than one, and a name no more than a few. */
function mayBe(name: string, words: number): boolean {
  return name === 'title' ? words > 1 : name !== 'name' || words < 5
}

/** A stretch from its first word that says something of its own to the last one. */
function trimmed(
  [start, end]: readonly [number, number],
  says: ReadonlySet<number>,
  words: readonly Word[],
): readonly [number, number] {
  let [from, to] = [start, end]
  while (from < to && !says.has(from)) from += 1
  while (from < to && joint.test(words[from]?.folded ?? '')) from += 1
  while (to > from && (!says.has(to - 1) || joint.test(words[to - 1]?.folded ?? ''))) to -= 1
  return [from, to]
}

/** What joins a text to the words beside it, and is none of them. */
const joint = /^(?:on|at|in|into|to|for|from|by|of|with|about|and|the|a|an)$/
