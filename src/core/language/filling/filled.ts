import { type Catalog, type CommandSpec, commandWords } from '../../catalog.ts'
import type { Button } from '../../message.ts'
import { shorten } from '../../text/text.ts'
import { againstChanges, meantBy } from '../gist/gist.ts'
import { hear, likeliest } from '../gist/heard.ts'
import { fullVocabularyOf } from '../gist/vocabulary.ts'
import { isQuestion } from '../sentences/asked.ts'
import { type Filled, fill } from './fill.ts'
import type { LineRead } from './line.ts'

export type { Filled } from './fill.ts'

/** How many commands are filled in: for which the words of a line speak at all, and most. */
const mostWeighed = 40

/** Whoever asks so wants to see something, and changes nothing. */
const asksFor = /^\s*(?:who|whom|whose|what|which|when|where|how)(?!\p{L})/iu
const lookedFor = 0.5

/** Words with which somebody asks to see something, wherever a question does not. */
const seeking =
  /^\s*(?:please |pls |i(?:['’]d like| want| need) to (?=see|find|read|know))?(?:show|find|list|search|look|give|tell|send|see|get|read|know|anything|anybody|anyone|any|qui|quand|quels?|quelles?|quién|quien|quiénes|cuándo|qué|wer|wann|welche[rs]?|chi|quando|quale|quali|кто|когда|какие|какой|من|ما|متى|أين|هل|cherche|trouve|busca|suche|cerca|найди|ابحث|zeig|zeige|montre|montrez|muestra|muéstrame|mostra|mostrami|покажи|أرني)(?!\p{L})/iu

/** Whether a sentence asks to see something, rather than orders or tells. */
export function looksFor(sentence: string): boolean {
  return isQuestion(sentence) || seeking.test(sentence)
}

/** What a line may mean, the likeliest first: each command with the options that the line fills. */
export function filledFrom(
  catalog: Catalog,
  sentence: string,
  line: Omit<LineRead, 'heard'>,
): readonly Filled[] {
  const heard = hear(
    fullVocabularyOf(catalog),
    line.words.map(({ text }) => text),
  )
  const looks = looksFor(sentence)
  const mayMean = meantBy(sentence)
  const wrong = againstChanges(sentence) + (asksFor.test(sentence) ? lookedFor : 0)
  return (
    likeliest(heard, mostWeighed)
      .filter(([candidate]) => mayMean(candidate))
      .map(([candidate, spoken]) => fill(candidate, spoken, { ...line, heard }))
      .map((filled) => (filled.command.changes ? { ...filled, score: filled.score - wrong } : filled))
      .filter(({ feature, command }) => feature.prose !== command.name && feature.name !== 'help')
      // What is left over of an order or a statement is looked up by nobody.
      .filter(({ command, leftOver }) => looks || command.changes || leftOver === 0)
      .toSorted((one, other) => other.score - one.score)
  )
}

/** The score from which a look is answered at once, and its least lead over any other command. */
const sure = { score: 1.3, ahead: 0.5 }

/** The look that a line surely asks for, with all that it says; undefined for any change. */
export function sureLook([best, next]: readonly Filled[]): Filled | undefined {
  if (!best || best.command.changes || best.untaken.length > 0 || best.lacking.length > 0) return undefined
  if (best.command.access.who !== 'anyone' || best.score < sure.score) return undefined
  return best.score - (next?.score ?? 0) >= sure.ahead ? best : undefined
}

/** How many commands are offered, and how far behind the likeliest one. */
const most = { offered: 3, behind: 0.6 }
/** The scores from which a line that asks, and one that may tell something, are taken to mean a command. */
const least = { asked: 0.75, told: 1 }

/** More words than these that are sought for tell something. */
const mostSought = 3

/** Those of what a line may mean that are worth offering; `told` is whether the line may tell something instead. */
export function worthOffering(all: readonly Filled[], told: boolean): readonly Filled[] {
  const from = told ? least.told : least.asked
  const good = all.filter((one) => one.score >= from && saysEnough(one) && !(told && mayBeTold(one)))
  const [best] = good
  return best ? good.filter(({ score }) => score >= best.score - most.behind).slice(0, most.offered) : []
}

/** The score from which a command is meant though nothing but its text was found. */
const clearly = 2.2

/** Whether a line fills in more of a command than its words alone say. */
function saysEnough({ score, fields, untaken, lacking, command, leftOver }: Filled): boolean {
  const filled = Object.keys(fields).length - (leftOver > 0 ? 1 : 0)
  if (filled > 0 || score >= clearly) return filled > 0 || leftOver > 0 || lacking.length === 0
  return !command.changes && (leftOver > 0 || (lacking.length === 0 && untaken.length === 0))
}

/** Whether what a line leaves over tells something. */
function mayBeTold({ score, untaken, leftOver, fields }: Filled): boolean {
  // Whoever writes `A2` speaks to the bot.
  const isNumbered = Object.values(fields).some((text) => /^[A-Z]{1,3}\p{Nd}{1,7}$/u.test(text))
  const names = !isNumbered && untaken.some((word) => /^\p{Lu}{2,}/u.test(word))
  return untaken.length > 1 || names || (leftOver > mostSought && score < clearly)
}

/** A button that does what a line is taken to mean; it opens the form where something is lacking or was not taken. */
export function filledButton(filled: Filled): Button {
  const { feature, command, fields, untaken, lacking } = filled
  const words = commandWords(feature, command)
  const opens = lacking.length > 0 || (command.changes && untaken.length > 0)
  return {
    label: typedLabel(words, command.options, fields),
    command: words,
    values: fields,
    ...(opens && { ask: true }),
  }
}

const longestLabel = 70

/** What is pressed as one would type it: `/wg appoint ETCIP role:chair entity:CTED`. */
export function typedLabel(words: string, options: CommandSpec['options'], fields: Filled['fields']): string {
  const [first] = Object.keys(options)
  return Object.entries(fields)
    .map(([name, text]) =>
      name === first
        ? shorten(text)
        : `${name}:${/^[\p{L}\p{Nd}-]+$/u.test(text) ? text : `"${shorten(text)}"`}`,
    )
    .reduce(
      (label, one) => (label.length + one.length < longestLabel ? `${label} ${one}` : label),
      `/${words}`,
    )
}
