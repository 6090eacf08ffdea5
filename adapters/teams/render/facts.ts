import { apart, plainRuns, type Runs, words } from '../../../src/chat/render/runs.ts'
import type { Json } from '../../../src/core/json.ts'
import type { Block } from '../../../src/core/message.ts'
import { shownAddress } from '../../../src/core/text/addresses/shownAddress.ts'
import { oneLine } from '../../../src/core/text/text.ts'
import { limits, sizeOf } from '../limits.ts'
import type { CardElement } from './elements.ts'
import { escapeMarkdown } from './escape.ts'
import { markdown } from './markdown.ts'
import { runsOf } from './runs.ts'
import { paragraph } from './textBlocks.ts'

type Fields = Extract<Block, { kind: 'fields' }>['fields']

/** Longer labels and values read better on lines of their own. */
const longestLabel = 100
const longestValue = 1000
/** A longer word, such as an address, is broken on a line of its own, but pushes what stands beside facts off a phone. */
const longestWord = 40

/** Lays labels and values in two columns, and on lines of their own those that are long or of several lines. */
export function factElements(fields: Fields): readonly CardElement[] {
  const said = fields.filter(({ label, value }) => `${label}${plainRuns(runsOf(value))}`.trim() !== '')
  const runs: { readonly isFact: boolean; readonly fields: Fields[number][] }[] = []
  for (const field of said) {
    const fact = isFact(field)
    const last = runs.at(-1)
    if (last?.isFact === fact) last.fields.push(field)
    else runs.push({ isFact: fact, fields: [field] })
  }
  return runs.flatMap((run) => (run.isFact ? factSets(run.fields) : run.fields.flatMap(factLines)))
}

/** Whether a fact shows all of a field: it reads Markdown, which has no code. */
function isFact({ label, value }: Fields[number]): boolean {
  const runs = factRuns(value)
  const text = plainRuns(runs)
  return (
    value.every(({ kind }) => kind !== 'code') &&
    label.trim() !== '' &&
    label.length <= longestLabel &&
    text.length <= longestValue &&
    !text.trim().includes('\n') &&
    runs.every((run) => run.kind === 'time' || wordsFit(run.text))
  )
}

/** Spans as runs in which an address is no longer than a word may be, where it can be shown by its beginning. */
function factRuns(value: Fields[number]['value']): Runs {
  return runsOf(value).map((run) =>
    run.kind === 'words' && run.text === run.url ? { ...run, text: shownAddress(run.url, longestWord) } : run,
  )
}

function wordsFit(text: string): boolean {
  return text.split(/\s+/).every((word) => word.length <= longestWord)
}

function factSets(fields: Fields): readonly CardElement[] {
  const sets: Json[][] = []
  let room = 0
  for (const { label, value } of fields) {
    const fact = {
      title: escapeMarkdown(`${oneLine(label).trim()}:`),
      value: markdown(factRuns(value)) || '–',
    }
    const takes = sizeOf(fact) + 2
    if (takes > room) {
      sets.push([])
      room = limits.element - 100
    }
    sets.at(-1)?.push(fact)
    room -= takes
  }
  return sets.map((facts) => ({ type: 'FactSet', facts }))
}

function factLines({ label, value }: Fields[number], at: number): readonly CardElement[] {
  const named = label.trim() === '' ? [] : [...words(`${oneLine(label)}:`, { bold: true }), ...words(' ')]
  return paragraph([...named, ...apart(runsOf(value))], at === 0 ? 'Default' : 'Small')
}
