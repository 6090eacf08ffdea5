import type { APIEmbedField } from 'discord.js'

import { plainRuns, type Runs, words } from '../../../src/chat/render/runs.ts'
import type { Block } from '../../../src/core/message.ts'
import { oneLine } from '../../../src/core/text/text.ts'
import { limits } from '../limits.ts'
import { lineMarkdown } from './markdown.ts'
import { runsOf } from './runs.ts'

/** A label and its value as Discord’s own fact, beside others where it is short. */
export interface FactPart {
  readonly kind: 'fact'
  readonly field: APIEmbedField
}

type Fields = Extract<Block, { kind: 'fields' }>['fields']

/** The most letters of a value that stands beside others; on a phone each has a row of its own. */
const shortValue = 60

/** Fields as facts; undefined where one has no label, or more than a fact holds or a line of it. */
export function factParts(fields: Fields): readonly FactPart[] | undefined {
  const parts = fields.map(({ label, value }) => factOf(oneLine(label).trim(), runsOf(value)))
  const facts = parts.filter((part) => part !== undefined)
  return facts.length > 0 && facts.length === parts.length ? facts : undefined
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
