import type { APIEmbedField } from 'discord.js'

import { apart, plainRuns, type Runs, words } from '../../../src/chat/render/runs.ts'
import type { Block } from '../../../src/core/message.ts'
import { oneLine } from '../../../src/core/text/text.ts'
import { limits } from '../limits.ts'
import { lineMarkdown } from './markdown.ts'
import { runsOf } from './runs.ts'
import { stacked, type TextPart } from './textParts.ts'

/** A label and its value as Discord’s own fact, beside others where it is short. */
export interface FactPart {
  readonly kind: 'fact'
  readonly field: APIEmbedField
}

type Fields = Extract<Block, { kind: 'fields' }>['fields']

/** The most letters of a value that stands beside others; on a phone each has a row of its own. */
const shortValue = 60

/** Fields as facts, and as text those with more than a fact holds or a line of it; as text all, where one has no label. */
export function factParts(fields: Fields): readonly (FactPart | TextPart)[] {
  if (fields.some(({ label }) => label.trim() === '')) return stacked(fields.map(fieldRuns))
  const parts: (FactPart | TextPart)[] = []
  let lines: Runs[] = []
  const end = () => {
    parts.push(...stacked(lines))
    lines = []
  }
  for (const field of fields) {
    const fact = factOf(oneLine(field.label).trim(), runsOf(field.value))
    if (fact) {
      end()
      parts.push(fact)
    } else lines.push(fieldRuns(field))
  }
  end()
  return parts
}

/** `Label: value`, for what is no fact of Discord’s. */
function fieldRuns({ label, value }: Fields[number]): Runs {
  const name = oneLine(label).trim()
  const rich = runsOf(value)
  if (name === '') return rich
  const blank = plainRuns(rich).trim() === ''
  return [...words(`${name}:`, { bold: true }), ...words(' '), ...(blank ? words('–') : apart(rich))]
}

function factOf(label: string, runs: Runs): FactPart | undefined {
  const plain = plainRuns(runs).trim()
  if (label === '' || plain.includes('\n')) return undefined
  const name = lineMarkdown(words(label)).trim()
  const value = plain === '' ? '–' : lineMarkdown(runs).trim()
  if (name.length > limits.factName || value.length > limits.factValue) return undefined
  return { kind: 'fact', field: { name, value, inline: plain.length <= shortValue } }
}

export function factSize({ field: { name, value } }: FactPart): number {
  return name.length + value.length
}
