import type { Form } from '../../../src/core/invocation.ts'
import { match } from '../../../src/core/text/nearest.ts'
import { oneLine, wrap } from '../render/width.ts'
import { type Ask, askField, type FieldAnswer, type LikelyValues, leaves, leaveWord } from './askField.ts'

interface ReviewDependencies {
  readonly ask: Ask
  readonly likely: LikelyValues
  /** Columns; 0 for no wrapping. */
  readonly width: () => number
}

/** How a form in which nothing is missing was left. */
export type ReviewOutcome =
  | { readonly kind: 'filled'; readonly fields: Readonly<Record<string, string>> }
  | (Exclude<FieldAnswer, { readonly kind: 'value' }> & { readonly fields: Readonly<Record<string, string>> })

/** Shows a form as it is filled in and lets any of its fields be changed before it is sent. */
export async function review(form: Form, { ask, likely, width }: ReviewDependencies): Promise<ReviewOutcome> {
  const fields: Record<string, string> = { ...form.given }
  for (let shown = listed(form, fields, width()); ; ) {
    const entry = await ask(`${shown}  › `)
    const text = entry.kind === 'line' ? entry.text.trim() : leaveWord
    // Nothing but a field is named here, so that a word which leaves is no text.
    if (text === leaveWord || leaves.test(text)) return { kind: 'left', fields }
    if (text.startsWith('/')) return { kind: 'line', line: text, fields }
    if (/^send[.!]?$/i.test(text)) return { kind: 'filled', fields }
    const field = fieldNamed(form, text)
    if (!field) {
      shown = 'Type the number of what to change, “send” to send it, or /cancel to leave it as it is.\n'
      continue
    }
    const answered = await askField(field, { ask, likely, present: fields[field.name] ?? '' })
    if (answered.kind === 'line') return { ...answered, fields }
    if (answered.kind === 'value') fields[field.name] = answered.value
    shown = listed(form, fields, width())
  }
}

function fieldNamed({ fields }: Form, text: string) {
  if (/^\d{1,2}$/.test(text)) return fields[Number(text) - 1]
  const [name, ...others] = match(
    text.replace(/:$/, ''),
    fields.map((field) => field.name),
  )
  return others.length === 0 ? fields.find((field) => field.name === name) : undefined
}

function listed(form: Form, given: Readonly<Record<string, string>>, width: number): string {
  const rows = form.fields.map(({ name }, at) =>
    wrap(`  [${at + 1}] ${name}: ${oneLine(given[name] ?? '–')}`, width, '      '),
  )
  const hint = 'A number changes that field; “send” sends the form, /cancel leaves it.'
  return `${[...rows, wrap(hint, width)].join('\n')}\n`
}
