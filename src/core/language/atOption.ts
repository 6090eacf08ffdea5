import { NoneThere, UserError } from '../errors.ts'
import { capital } from '../text/text.ts'
import { labelOf } from './labels.ts'

/** Shorter names, `at` and `for`, stand in sentences as other words. */
const shortestNamed = 4

/**
 * An error of a reader at its option. Where its first sentence neither quotes what was typed nor names the option in its own
 * words, as `I know no meeting called …` does, it is said first what it is about: `About “date”: …`.
 */
export function atOption(error: unknown, name: string): unknown {
  if (!(error instanceof UserError) || error.option !== undefined) return error
  const Kind = error instanceof NoneThere ? NoneThere : UserError
  return new Kind(labelled(error.message, name), {
    buttons: error.buttons,
    choices: error.choices,
    option: name,
  })
}

/** The same for a handler's error, which says its option itself. */
export function atItsOption(error: unknown): unknown {
  if (!(error instanceof UserError) || error.option === undefined) return error
  const { option, buttons, choices, message } = error
  if (message.startsWith(`${option}:`) || error instanceof NoneThere) return error
  return new UserError(labelled(message, option), { option, buttons, choices })
}

function labelled(message: string, name: string): string {
  const word = labelOf(name).toLowerCase()
  const isClear = quotes(message) || (word.length >= shortestNamed && names(message, word))
  return isClear ? capital(message) : `${openingOf(name)}${message}`
}

/** What stands before a sentence that does not say which option it is about. */
export function openingOf(name: string): string {
  return `About “${labelOf(name).toLowerCase()}”: `
}

/** Whether something is quoted in the first sentence. */
function quotes(message: string): boolean {
  const at = message.indexOf('“')
  return at >= 0 && !/[.?!] /.test(message.slice(0, at))
}

/** Whether the first sentence has a word, beside what it quotes, or the last one asks for it. */
function names(message: string, word: string): boolean {
  const plain = message
    .split('“')
    .map((part, at) => (at === 0 ? part : part.slice(part.indexOf('”') + 1)))
    .join(' ')
    .toLowerCase()
  const [first = ''] = plain.split(/[.?!] /)
  const asked = /(?:which|what) ([^?]{1,40})\?$/.exec(plain)?.[1]
  return asked === word || ` ${first.replace(/[^\p{L}-]/gu, ' ')} `.includes(` ${word} `)
}
