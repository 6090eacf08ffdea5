import { type Catalog, findCommand } from '../../src/core/catalog.ts'
import type { Answer, Form, FormField } from '../../src/core/invocation.ts'
import type { Button } from '../../src/core/message.ts'
import type { Entry } from './prompt/lines.ts'
import { buttonsOf, plain } from './render/message.ts'
import { oneLine } from './render/width.ts'

/** Asks for one line. */
export type Ask = (question: string) => Promise<Entry>

interface Means {
  readonly catalog: Catalog
  readonly ask: Ask
  /** Sends the fields and prints what is answered. */
  readonly submit: (fields: Readonly<Record<string, string>>) => Promise<Answer>
}

/** How a form ended. */
export type End =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | Exclude<Filled, { readonly kind: 'filled' }>

type Filled =
  | { readonly kind: 'filled'; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'left' }
  /** A command was typed in the middle of it. */
  | { readonly kind: 'line'; readonly line: string }
  /** A choice that came with a refusal was taken. */
  | { readonly kind: 'pressed'; readonly button: Button }

/** How often a form asks again for a field that was refused. */
const patience = 3

/** Asks for a form's fields and sends them; asks again for the one field that a refusal is about. */
export async function converse(form: Form, { catalog, ask, submit }: Means): Promise<End> {
  let wanted: Form = { ...form, fields: wantedFields(form) }
  let offered: readonly Button[] = []
  for (let tries = 0; ; tries++) {
    const filled = await fill(wanted, ask, offered)
    if (filled.kind !== 'filled') return filled
    const answer = await submit(filled.fields)
    const again =
      answer.outcome === 'asked' && answer.form
        ? { ...answer.form, fields: wantedFields(answer.form) }
        : atFault(answer, { ...form, given: filled.fields }, catalog)
    if (!again || tries >= patience) return { kind: 'answered', answer }
    wanted = again
    offered = buttonsOf(answer.message)
  }
}

/** What a command cannot run without and was not given; at a prompt nothing else is asked for. */
export function wantedFields({ given, fields }: Form): readonly FormField[] {
  return fields.filter(({ name, option }) => option.required && !given[name]?.trim())
}

/** The form of the one field that a refusal begins with, `start: …`; what else was typed is kept. */
function atFault({ outcome, message }: Answer, form: Form, catalog: Catalog): Form | undefined {
  if (outcome !== 'refused') return undefined
  const said = plain(message.summary)
  const options = Object.entries(findCommand(catalog, form.command)?.command.options ?? {})
  const found = options.find(([name]) => said.startsWith(`${name}: `))
  return found && { ...form, fields: [{ name: found[0], option: found[1] }] }
}

/** Asks for the fields one by one; an empty answer leaves the form. */
async function fill(form: Form, ask: Ask, buttons: readonly Button[]): Promise<Filled> {
  const fields: Record<string, string> = { ...form.given }
  for (const field of form.fields) {
    const answer = await askField(field, ask)
    if (answer === undefined) return { kind: 'left' }
    if (answer.startsWith('/')) return { kind: 'line', line: answer }
    const button = /^\d{1,3}$/.test(answer) ? buttons[Number(answer) - 1] : undefined
    if (button) return { kind: 'pressed', button }
    fields[field.name] = choiceOf(field, answer)
  }
  return { kind: 'filled', fields }
}

async function askField({ name, option }: FormField, ask: Ask): Promise<string | undefined> {
  const choices = option.choices?.map((choice, at) => `  [${at + 1}] ${oneLine(choice)}\n`).join('') ?? ''
  const hint = option.multiline ? ' (an empty line ends it)' : ''
  const lines: string[] = []
  let question = `${name}: ${oneLine(option.about)}${hint}\n${choices}  › `
  for (;;) {
    const entry = await ask(question)
    if (entry.kind !== 'line') return undefined
    const text = entry.text.trim()
    if (text.startsWith('/')) return text
    if (text === '') return lines.length > 0 ? lines.join('\n') : undefined
    lines.push(text)
    if (!option.multiline) return text
    question = '  › '
  }
}

function choiceOf({ option }: FormField, answer: string): string {
  if (!option.choices || option.choices.includes(answer) || !/^\d+$/.test(answer)) return answer
  return option.choices[Number(answer) - 1] ?? answer
}
