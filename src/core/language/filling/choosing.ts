import { type CommandSpec, givenInWords } from '../../catalog.ts'
import type { Option } from '../../option.ts'
import { fold } from '../../text/nearest.ts'
import { stemOf } from '../gist/vocabulary.ts'
import type { Filling, LineRead } from './line.ts'

/** Words of a choice that are said of other things as well, so that they fill in only what must be given. */
const ambiguous = new Set(
  'on off all me this new none back read open call show other next file report people here no one several add person date group entity guide tool done choice meeting'.split(
    ' ',
  ),
)

/** What is said instead of an answer. */
const answers: Readonly<Record<string, RegExp>> = {
  no: /^(?:no|not|cannot|can['’]?t|won['’]?t|unable|absent|non|nein|нет|لا)$/,
  yes: /^(?:yes|come|comes|coming|attend|attends|attending|there|oui|sí|ja|да|نعم)$/,
}

/** Behind such a verb `me` is whoever is answered, and chooses nothing: `show me everything about Ghana`. */
const tellsMe = /^(?:show|tell|give|send|get|find|list|let|remind|bring|help)$/

/** Fills the choices that a word says, and says how many. */
export function choose(command: CommandSpec, { words }: LineRead, { fields, taken }: Filling): number {
  let found = 0
  for (const [name, option] of givenInWords(command.options)) {
    if (option.kind !== 'choice' || fields[name] !== undefined) continue
    const said = words.flatMap((word, at) => {
      const isSpokenTo = word.folded === 'me' && tellsMe.test(words[at - 1]?.folded ?? '')
      const choice = taken.has(at) || isSpokenTo ? undefined : choiceOf(option, word.folded)
      return choice === undefined || (!option.required && ambiguous.has(choice)) ? [] : [{ choice, at }]
    })
    const [first] = said.toSorted((one, other) => Number(other.choice === 'no') - Number(one.choice === 'no'))
    const others = said.filter(({ choice }) => choice !== first?.choice && choice !== 'yes')
    if (!first || others.length > 0) continue
    fields[name] = first.choice
    for (const { at } of said) taken.add(at)
    found += 1
  }
  return found
}

function choiceOf({ choices = [], also = {} }: Option, word: string): string | undefined {
  const stem = stemOf(word)
  return (
    choices.find((choice) => stemOf(fold(choice)) === stem) ??
    choices.find((choice) => also[choice]?.includes(word)) ??
    (choices.includes('yes') ? choices.find((choice) => answers[choice]?.test(word)) : undefined)
  )
}
