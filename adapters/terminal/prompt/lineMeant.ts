import { UserError } from '../../../src/core/errors.ts'
import { assent } from '../../../src/core/language/sentences/assent.ts'
import type { Button } from '../../../src/core/message.ts'
import { plainDigits } from '../../../src/core/time/reading/token.ts'
import { meantChoice } from './meantChoice.ts'
import { firstWords, readEmail, readInstant } from './words.ts'

/** What stands open when a line is typed. */
export interface OpenEnds {
  /** The buttons of the last answer, which are typed by number or by label. */
  readonly choices: readonly Button[]
  /** Whether the last answer asked for something. */
  readonly asking: boolean
  /** Whether a form was left that can be gone back to. */
  readonly formLeft: boolean
}

/** What a line at the prompt means. */
export type LineMeant =
  /** An empty line, or a remark. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'speaker'; readonly email: string }
  | { readonly kind: 'clock'; readonly at: Date }
  | { readonly kind: 'form' }
  | { readonly kind: 'press'; readonly button: Button }
  /** No to what the last answer asked. */
  | { readonly kind: 'declined' }
  /** Anything else goes to the bot as it was typed. */
  | { readonly kind: 'line' }

/** Reads a line by what stands open. Raises `UserError` for a choice that was not offered, and for a wrong speaker or moment. */
export function lineMeant(line: string, { choices, asking, formLeft }: OpenEnds): LineMeant {
  const text = line.trim()
  if (text === '' || (text.startsWith('#') && !/^# ?\p{Nd}{1,3}$/u.test(text))) return { kind: 'nothing' }
  const [word, rest] = firstWords(text)
  if (word === 'as') return { kind: 'speaker', email: readEmail(rest) }
  if (word === 'now') return { kind: 'clock', at: readInstant(rest) }
  if (word === 'back' && rest === '' && formLeft) return { kind: 'form' }
  const button = numbered(text, choices) ?? nextPage(text, choices)
  if (button) return { kind: 'press', button }
  return answerToQuestion(text, choices, asking) ?? labelled(text, choices) ?? { kind: 'line' }
}

/** `2`, and `[2]`, `2.` and `#2`, as a choice is printed or numbered, in the digits of any script. */
const choiceNumber = /^(?:\[(\p{Nd}{1,3})\]|\((\p{Nd}{1,3})\)|(?:# ?)?(\p{Nd}{1,3})[.)]?)$/u

/** `No. 2` and `number 2` may be of something else. */
const numberInWords = /^(?:no\. ?|number |choice |option |button )(\p{Nd}{1,3})[.!]?$/iu

function numbered(text: string, choices: readonly Button[]): Button | undefined {
  const [, inWords] = numberInWords.exec(text) ?? []
  if (inWords !== undefined) return choices[Number(plainDigits(inWords)) - 1]
  const digits = choiceNumber
    .exec(text)
    ?.slice(1)
    .find((found) => found !== undefined)
  if (digits === undefined) return undefined
  const choice = choices[Number(plainDigits(digits)) - 1]
  if (choice) return choice
  const offered = choices.length === 0 ? 'none' : choices.length === 1 ? 'only 1' : `1 to ${choices.length}`
  throw new UserError(`There is no choice ${text}: the last answer offered ${offered}.`)
}

/** A list goes on by the button that turns its page. */
function nextPage(text: string, choices: readonly Button[]): Button | undefined {
  return /^(?:next|more)(?: page)?$/i.test(text) ? choices.find(({ label }) => label === 'Next') : undefined
}

/** Yes or no, where the last answer asked a question. */
function answerToQuestion(text: string, choices: readonly Button[], asking: boolean): LineMeant | undefined {
  // The undo of what was done without a question is confirmed in advance as well.
  const questions = asking ? choices.filter((choice) => choice.confirmed) : []
  const [question] = questions
  const answered = assent(text)
  if (question && questions.length === 1 && answered === 'yes') return { kind: 'press', button: question }
  return asking && answered === 'no' ? { kind: 'declined' } : undefined
}

function labelled(text: string, choices: readonly Button[]): LineMeant | undefined {
  const undo = choices.filter(({ label }) => label.startsWith('Undo'))
  const button =
    /^undo[.!]?$/i.test(text) && undo.length === 1 && undo[0] ? undo[0] : meantChoice(choices, text)
  return button && { kind: 'press', button }
}
