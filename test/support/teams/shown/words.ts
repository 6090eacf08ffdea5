import { type Json, object, text } from '../../../../src/core/json.ts'
import type { Posted } from '../far/asked.ts'
import { cardIn } from './cards.ts'

/** What a reader sees of a message, a dialog or the answer to a press: texts and labels, one on a line. */
export function wordsOf(body: Json): string {
  const told = body['text'] ?? (typeof body['value'] === 'string' ? body['value'] : undefined)
  const failed = text(object(body['value'])['message'])
  if (typeof told === 'string') return told
  return failed ?? read(cardIn(body)).join('\n')
}

/** What stands in a conversation, or what one person alone sees there; in the order in which it was said. */
export function saidIn(all: readonly Posted[], conversation: string, only?: string): readonly string[] {
  return all
    .filter((one) => one.conversation === conversation && one.targetedTo === only)
    .map(({ activity }) => wordsOf(activity))
}

function read(element: unknown): readonly string[] {
  if (Array.isArray(element)) return element.flatMap(read)
  const { type, text: said, inlines, title, value, label, errorMessage, ...rest } = object(element)
  if (type === 'RichTextBlock') return [runs(inlines)]
  if (type === 'FactSet') return facts(rest['facts'])
  const own = [said, title, label, type === undefined || type === 'Input.Text' ? value : undefined]
  const inner = Object.values(rest).filter((one) => typeof one === 'object')
  return [...own.flatMap((one) => (typeof one === 'string' ? [bare(one)] : [])), ...inner.flatMap(read)]
}

function facts(all: unknown): readonly string[] {
  if (!Array.isArray(all)) return []
  return all.map(object).map(({ title, value }) => `${bare(String(title))} ${bare(String(value))}`)
}

function runs(inlines: unknown): string {
  return Array.isArray(inlines) ? inlines.map((one) => object(one)['text'] ?? one).join('') : ''
}

/** Without what keeps signs from being markup. */
function bare(text: string): string {
  return text.replace(/\\(.)/g, '$1')
}
