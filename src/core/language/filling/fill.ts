import { type CommandSpec, givenInWords } from '../../catalog.ts'
import { inOrder } from '../gist/slots.ts'
import type { Candidate } from '../gist/vocabulary.ts'
import { missing } from '../readValues.ts'
import { choose } from './choosing.ts'
import { isEmptyElsewhere } from './foreign.ts'
import { type Filling, type LineRead, take } from './line.ts'
import { place } from './placing.ts'
import { textLeft, textTold } from './textLeft.ts'
import type { Thing } from './thing.ts'
import { placesOf } from './things.ts'

/** A command with the options that a line fills. */
export interface Filled extends Candidate {
  readonly fields: Readonly<Record<string, string>>
  readonly score: number
  /** The words that say something and were taken for nothing. */
  readonly untaken: readonly string[]
  /** How many words were left over for its text. */
  readonly leftOver: number
  /** Required options that the form asks for. */
  readonly lacking: readonly string[]
}

const weight = {
  whole: 0.25,
  unplaced: 0.3,
  lacking: 0.25,
  untaken: 0.12,
  choice: 0.25,
  text: 0.1,
  told: 0.4,
}

/** Kinds of things that say what a line is about, so that a command without a place for one is hardly meant. */
const telling: ReadonlySet<Thing['kind']> = new Set([
  'entity',
  'group',
  'person',
  'email',
  'link',
  'phone',
  'quote',
  'time',
])

/** Fills the options of a command by their kinds from what stands in a line; `spoken` is how much its words speak for it. */
export function fill(candidate: Candidate, spoken: number, line: LineRead): Filled {
  const { command } = candidate
  const filling: Filling = { fields: {}, taken: new Set() }
  const { fields, taken } = filling
  let score = spoken + place(command, line, filling)
  score += choose(command, line, filling) * weight.choice
  ofSelf(command, line, filling)
  const content = contentOf(candidate, line, taken)
  const numbers = line.things.filter((thing) => isNumber(thing, line)).flatMap(placesOf)
  const told = textTold(command, line, filling)
  const text = told ?? textLeft(command, line, { fields, taken: new Set([...taken, ...numbers]), content })
  if (text) {
    fields[text.name] = text.text
    take(filling, text)
    score += told ? weight.told : weight.text
  }
  const untaken = content.filter((at) => !taken.has(at))
  const isLost = (thing: Thing) =>
    (telling.has(thing.kind) || isNumber(thing, line)) && !placesOf(thing).some((at) => taken.has(at))
  const lost = line.things.filter(isLost)
  const lacking = missing(command.options, fields).filter(
    (name) => command.options[name]?.implied === undefined,
  )
  const needs = Object.values(command.options).filter(({ required }) => required).length
  if (needs > 1 && lacking.length === 0) score += weight.whole
  score -= lost.length * weight.unplaced + lacking.length * weight.lacking + untaken.length * weight.untaken
  const words = untaken.map((at) => line.words[at]?.text ?? '')
  return {
    ...candidate,
    fields: inOrder(Object.entries(command.options), fields),
    score,
    untaken: words,
    lacking,
    leftOver: text ? text.to - text.from : 0,
  }
}

/** Whether something was named by its number, `U3`, which is no text. */
function isNumber({ kind, text, from }: Thing, { words }: LineRead): boolean {
  return (kind === 'record' || kind === 'meeting') && words[from]?.text.toUpperCase() === text
}

const myself = /^(?:i|me|my|myself|mine|i['’](?:m|d|ll|ve))$/
const ourselves = /^(?:we|us|our|ours)$/

/** `let me chair ETCIP` and `we join BMLE` mean whoever says it. */
function ofSelf(command: CommandSpec, { words, self }: LineRead, { fields, taken }: Filling): void {
  const said = words.findIndex(
    ({ folded }, at) => !taken.has(at) && (myself.test(folded) || ourselves.test(folded)),
  )
  if (said < 0) return
  for (const [name, option] of givenInWords(command.options)) {
    if (!option.required || fields[name] !== undefined) continue
    if ((option.kind === 'entity' || option.kind === 'entities') && self.entity !== null)
      fields[name] = self.entity
    else if (option.kind === 'person' && myself.test(words[said]?.folded ?? '')) fields[name] = self.person
    else continue
    taken.add(said)
    return
  }
}

/** The places of the words that say something beside those that speak for the command. */
function contentOf(
  candidate: Candidate,
  { words, heard }: LineRead,
  taken: ReadonlySet<number>,
): readonly number[] {
  let at = 0
  const content: number[] = []
  for (const { words: own, speaks, noName } of heard) {
    for (let place = at; place < at + own.length; place += 1) {
      const says = !noName && !speaks?.has(candidate) && !isEmptyElsewhere(words[place]?.folded ?? '')
      if (says && !taken.has(place) && place < words.length) content.push(place)
    }
    at += own.length
  }
  return content
}
