import { quoted } from './firstPerson.ts'
import { moveDate } from './moveDate.ts'
import type { Suggestion } from './suggestions.ts'

/** A suggestion that one press can follow. */
export type Mendable = Extract<
  Suggestion,
  { kind: 'first person' | 'full stop' | 'date form' | 'date place' | 'entity name' | 'slip' | 'State name' }
>

export function isMendable(suggestion: Suggestion): suggestion is Mendable {
  switch (suggestion.kind) {
    case 'first person':
      return suggestion.own !== undefined && /^(?:we|ours?|us)$/i.test(suggestion.word)
    case 'full stop':
    case 'date form':
    case 'date place':
    case 'entity name':
    case 'slip':
    case 'State name':
      return true
    case 'too long':
    case 'no date':
    case 'no link':
    case 'no office':
      return false
  }
}

/**
 * What was typed, with one suggestion followed and all else as it was; the same text where it cannot be done without
 * a second thought. `text` is the item as it was read from it.
 */
export function mend(typed: string, text: string, suggestion: Mendable): string {
  switch (suggestion.kind) {
    case 'first person':
      return suggestion.own === undefined ? typed : inThirdPerson(typed, suggestion.own)
    case 'full stop': {
      const at = typed.lastIndexOf(text)
      return at < 0 ? typed : typed.slice(0, at) + text.slice(0, -1) + typed.slice(at + text.length)
    }
    case 'date form':
      return replaceLast(typed, suggestion.written, suggestion.printed)
    case 'date place':
      return moveDate(typed, suggestion.written, suggestion.printed) ?? typed
    case 'entity name':
      return byAcronym(typed, suggestion.written, suggestion.acronym)
    case 'slip':
      return replaceWords(typed, suggestion.typed, suggestion.meant)
    case 'State name':
      return byUnName(typed, suggestion.written, suggestion.unName)
  }
}

/** Verbs that change with the person; others are mostly in the past. */
const verbs: Readonly<Record<string, string>> = { are: 'is', were: 'was', have: 'has', do: 'does' }

function inThirdPerson(typed: string, own: string): string {
  return typed
    .split(quoted)
    .map((part, at) => (at % 2 === 0 ? spokenOf(part, own) : part))
    .join('')
}

function spokenOf(part: string, own: string): string {
  return part
    .replace(
      word('[Ww]e(?<verb> (?:are|were|have|do)(?![\\p{L}]))?'),
      (_, verb: string | undefined) => `${own}${verb ? ` ${verbs[verb.trim()] ?? verb.trim()}` : ''}`,
    )
    .replace(word('[Oo]urs?(?! \\p{Lu})'), () => `${own}’s`)
    .replace(word('us'), () => own)
}

/** `the United Nations Office on Drugs and Crime (UNODC)` is `UNODC`. */
function byAcronym(typed: string, name: string, acronym: string): string {
  const folded = `(?:[Tt]he )?${escaped(name)}(?: \\(${escaped(acronym)}\\))?`
  return typed.replace(word(folded), () => acronym)
}

/** Names of the United Nations that a sentence gives an article, and others that lose theirs with the former name. */
const withThe =
  /^(?:Russian|Syrian|Lao People|Democratic |Republic of|United (?:Republic|Kingdom)|State of|Netherlands)/
const hadThe = /^(?:\p{L}+ Republic|Ivory Coast|Vatican.*|Upper Volta)$/u

function byUnName(typed: string, from: string, to: string): string {
  return typed.replace(word(`(?:[Tt]he )?${escaped(from)}`), (found, at: number) => {
    const [the = ''] = /^[Tt]he /.exec(found) ?? []
    if (the !== '') return hadThe.test(from) && !withThe.test(to) ? to : `${the}${to}`
    return withThe.test(to) && /\p{Ll} $/u.test(typed.slice(0, at)) ? `the ${to}` : to
  })
}

function replaceWords(typed: string, from: string, to: string): string {
  return typed.replace(word(escaped(from)), () => to)
}

function replaceLast(typed: string, from: string, to: string): string {
  const at = typed.lastIndexOf(from)
  return at < 0 ? typed : typed.slice(0, at) + to + typed.slice(at + from.length)
}

function word(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}'’])${pattern}(?![\\p{L}\\p{N}])`, 'gu')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
