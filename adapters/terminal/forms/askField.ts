import type { Choice } from '../../../src/core/errors.ts'
import type { FormField } from '../../../src/core/invocation.ts'
import type { Button } from '../../../src/core/message.ts'
import type { TerminalInput } from '../prompt/lines.ts'
import { oneLine } from '../render/width.ts'

/** Asks for one line; `present` stands ready in it to be changed. */
export type Ask = (question: string, present?: string) => Promise<TerminalInput>

/** The values that an option most likely gets, best first. */
export type LikelyValues = (field: FormField) => Promise<readonly Choice[]>

/** What was answered. */
export type FieldAnswer =
  | { readonly kind: 'value'; readonly value: string }
  /** Nothing, a word that leaves the form, or the end of input; `typed` are the lines that stood already. */
  | { readonly kind: 'left'; readonly typed?: string }
  /** A command was typed in the middle of the form. */
  | { readonly kind: 'line'; readonly line: string; readonly typed?: string }
  /** A choice that came with a refusal was taken. */
  | { readonly kind: 'pressed'; readonly button: Button }

interface FieldDependencies {
  readonly ask: Ask
  readonly likely: LikelyValues
  /** Choices that stand above the question already, by their numbers. */
  readonly buttons?: readonly Button[]
  readonly present?: string
}

/** The word that leaves a form, which every form names. */
export const leaveWord = '/cancel'

/** Words that leave a form too, except where the answer is a text, which may consist of them. */
export const leaves = /^(?:cancel|exit|quit|stop|never mind)[.!]?$/i

export async function askField(field: FormField, deps: FieldDependencies): Promise<FieldAnswer> {
  const { name, option } = field
  const { ask, buttons = [], present } = deps
  const choices = buttons.length > 0 ? [] : await choicesOf(field, deps.likely)
  const list = choices.map(({ label }, at) => `  [${at + 1}] ${oneLine(label)}\n`).join('')
  const hint = option.multiline && present === undefined ? ' (an empty line ends it)' : ''
  const lines: string[] = []
  let question = `${name}: ${oneLine(option.about)}${hint}\n${list}  › `
  const typed = () => (lines.length > 0 ? { typed: lines.join('\n') } : {})
  // A number is typed for a choice, and not behind what stands there.
  const ready = choices.length > 0 ? undefined : present
  if (choices.length > 0 && present)
    question = question.replace(/ {2}› $/, `  now: ${oneLine(present)}\n  › `)
  for (;;) {
    const entry = await ask(question, lines.length === 0 ? ready : undefined)
    if (entry.kind !== 'line') return { kind: 'left', ...typed() }
    const text = entry.text.trim()
    if (text === leaveWord || (option.kind !== 'text' && leaves.test(text)))
      return { kind: 'left', ...typed() }
    if (text.startsWith('/') || isTurn(text)) return { kind: 'line', line: text, ...typed() }
    if (text === '') return lines.length > 0 ? { kind: 'value', value: lines.join('\n') } : { kind: 'left' }
    const number = lines.length === 0 && /^\d{1,3}$/.test(text) ? Number(text) : 0
    const button = buttons[number - 1]
    if (button) return { kind: 'pressed', button }
    const choice = choices[number - 1]
    if (choice && !choices.some(({ value }) => value === text)) return { kind: 'value', value: choice.value }
    // What stands ready, and what was pasted, is a whole text already.
    if (!option.multiline || present !== undefined || text.includes('\n')) {
      return { kind: 'value', value: [...lines, text].join('\n') }
    }
    lines.push(text)
    question = '  › '
  }
}

/** Another speaker or another moment, which are no part of a text. */
function isTurn(text: string): boolean {
  return /^(?:as [^\s@]+@[^\s@]+|now \d{4}-\d\d-\d\dT\S+)$/.test(text)
}

async function choicesOf(field: FormField, likely: LikelyValues): Promise<readonly Choice[]> {
  const { choices } = field.option
  return choices?.map((value) => ({ label: value, value })) ?? likely(field)
}
