import type { Form, FormField } from '../../src/core/invocation.ts'
import { harmless } from './width.ts'

/** Asks one line; undefined when the input has ended or the person broke off. */
export type Ask = (prompt: string) => Promise<string | undefined>

export type Filled =
  | { readonly kind: 'filled'; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'left' }
  /** A command was typed in the middle of it. */
  | { readonly kind: 'line'; readonly line: string }

/** Asks for a form's fields one by one; an empty answer leaves the form. */
export async function fill(form: Form, ask: Ask): Promise<Filled> {
  const fields: Record<string, string> = { ...form.given }
  for (const field of form.fields) {
    const answer = await askField(field, ask)
    if (answer === undefined || answer.trim() === '') return { kind: 'left' }
    if (answer.trimStart().startsWith('/')) return { kind: 'line', line: answer }
    fields[field.name] = choiceOf(field, answer.trim())
  }
  return { kind: 'filled', fields }
}

async function askField({ name, option }: FormField, ask: Ask): Promise<string | undefined> {
  const choices = option.choices?.map((choice, at) => `  [${at + 1}] ${choice}`).join('\n')
  const hint = option.multiline ? ' (an empty line ends it)' : ''
  const first = await ask(`${name}: ${harmless(option.about)}${hint}${choices ? `\n${choices}` : ''}\n  › `)
  if (!option.multiline || first === undefined || first.trim() === '' || first.startsWith('/')) return first
  const lines = [first]
  for (let line = await ask('  › '); line !== undefined && line.trim() !== ''; line = await ask('  › '))
    lines.push(line)
  return lines.join('\n')
}

function choiceOf({ option }: FormField, answer: string): string {
  return /^\d+$/.test(answer) ? (option.choices?.[Number(answer) - 1] ?? answer) : answer
}
