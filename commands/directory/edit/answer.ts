import type { EndedTerm } from '../../../db/directory/edit/terms.ts'
import { type Block, type Button, block, button } from '../../../src/core/message.ts'
import { saysNothing, saysOpen } from '../../../src/core/text/nothing.ts'
import { readLanguages } from '../../../src/directory/languageNames.ts'

/** The button that takes a change of the directory back. */
export function revertButton(change: number): Button {
  return button('Undo', 'directory revert', { change: `D${change}` })
}

/** What a typed text leaves of a value that may be empty: nothing for `none`, nor for what nobody knows yet. */
export function orNone(text: string): string | null {
  return saysNothing(text) || saysOpen(text) ? null : text.trim()
}

/** `UNCCT; Office of Counter-Terrorism`, or with commas: the names one by one, each once. */
export function nameList(text: string): string[] {
  if (orNone(text) === null) return []
  const separator = text.includes(';') ? ';' : /,| \/ /
  const names = text.split(separator).flatMap((name) => slashed(name.trim()))
  return [...new Set(names.filter((name) => name !== ''))]
}

/** `OSZE/ОБСЕ` as two, where each is an acronym: in `Police/Customs Unit` the slash belongs to the name. */
function slashed(name: string): readonly string[] {
  return /^\p{Lu}[\p{Lu}\p{Nd}]{2,11}(?:\/\p{Lu}[\p{Lu}\p{Nd}]{2,11})+$/u.test(name)
    ? name.split('/')
    : [name]
}

/** As `nameList`, of languages, tags too. */
export function languageList(text: string): string[] {
  return orNone(text) === null ? [] : readLanguages(text)
}

/** Which terms ended with a record. */
export function endedTerms(ended: readonly EndedTerm[]): Block | undefined {
  if (ended.length === 0) return undefined
  return block.list(ended.map(({ role, group }) => `${role} of ${group} until then`))
}

/** Says that what was added had been added before, where that was taken back. */
export function addedAgain(again: boolean | undefined): Block | undefined {
  return again === true
    ? block.text('It had been added before and that was taken back: its record and history go on.')
    : undefined
}
