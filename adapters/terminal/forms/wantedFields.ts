import type { Answer, Form, FormField, Input } from '../../../src/core/invocation.ts'
import type { Button } from '../../../src/core/message.ts'
import { buttonsOf } from '../render/message.ts'

/** What a command cannot run without and was not given; at a prompt nothing else is asked for. */
export function wantedFields({ given, fields }: Form): readonly FormField[] {
  return fields.filter(({ name, option }) => option.required && !given[name]?.trim())
}

interface Prompt {
  /** Whether there is a person at it. */
  readonly interactive: boolean
}

/** Whether a form takes the place of an answer: of one that asks for more only its choices are worth a line. */
export function goesOnAsForm(input: Input, answer: Answer, prompt: Prompt): boolean {
  const asks = prompt.interactive && answer.outcome === 'asked' && answer.form !== undefined
  return (asks && buttonsOf(answer.message).length === 0) || opensAtOnce(input, answer, prompt) !== undefined
}

/**
 * The button that opens the form of a refused line, where that gave no more than what its command cannot run without: a
 * person at the prompt need not press it.
 */
export function opensAtOnce(
  { kind }: Input,
  { outcome, message, form }: Answer,
  { interactive }: Prompt,
): Button | undefined {
  if (kind !== 'line' || !interactive || outcome !== 'refused' || !form) return undefined
  const { command, fields, given } = form
  const isBare = Object.keys(given).every((name) => fields.find((one) => one.name === name)?.option.required)
  return isBare ? buttonsOf(message).find((one) => one.command === command && one.ask) : undefined
}
