import type { MrkdwnElement, RichTextBlock, RichTextElement, SectionBlock } from '@slack/web-api'

import type { Block } from '../../../src/core/message.ts'
import { hasIsolate } from '../../../src/core/text/direction/isolate.ts'
import { oneLine } from '../../../src/core/text/text.ts'
import { limits } from '../limits.ts'
import { escapeText } from './escape.ts'
import { paragraphs } from './richText.ts'
import { apart, type Elements, elementsOf, plainElements, textElement } from './spans.ts'

type Field = Extract<Block, { kind: 'fields' }>['fields'][number]

/** The most characters of a label, and of a value, that stands beside another; on a phone each has a row of its own. */
const shortText = 80

/** Signs that Slack would read as markup, which cannot be escaped there, and its short names of emoji; `9:00-18:00` is none. */
const marks = /[*_~`|\n\r]|:(?!\d\d[-–]\d{1,2}:)[^\s:]*:|^\s*(?:[>•-]|\d+[.)])/

/**
 * Short fields as facts, two beside each other; what is longer, or holds what would be read as markup, is text of the
 * same look. A field alone is a line.
 */
export function factBlocks(fields: readonly Field[]): readonly (SectionBlock | RichTextBlock)[] {
  if (fields.length === 1) return paragraphs(fields.map(line))
  const parts = fields.map((field) => ({ field, fact: factOf(field) }))
  const runs: { readonly isFact: boolean; readonly parts: typeof parts }[] = []
  for (const part of parts) {
    const isFact = part.fact !== undefined
    const last = runs.at(-1)
    if (last?.isFact === isFact && (!isFact || last.parts.length < limits.facts)) last.parts.push(part)
    else runs.push({ isFact, parts: [part] })
  }
  return runs.flatMap((run): readonly (SectionBlock | RichTextBlock)[] => {
    const facts = run.parts.flatMap(({ fact }) => (fact ? [fact] : []))
    return facts.length > 0
      ? [{ type: 'section', fields: facts }]
      : run.parts.flatMap(({ field }) => paragraphs([labelled(field)]))
  })
}

/** `Label: value`. */
function line({ label, value }: Field): Elements {
  return [
    ...textElement(`${oneLine(label)}:`, { bold: true }),
    ...textElement(' '),
    ...apart(elementsOf(value)),
  ]
}

/** The label, and the value below it, as a fact looks. */
function labelled({ label, value }: Field): Elements {
  const name = oneLine(label).trim()
  const elements = elementsOf(value)
  if (name === '' || plainElements(elements).trim() === '') return line({ label, value })
  return [...textElement(name, { bold: true }), ...textElement('\n'), ...elements]
}

function factOf({ label, value }: Field): MrkdwnElement | undefined {
  const name = oneLine(label).trim()
  const elements = elementsOf(value)
  const plain = plainElements(elements).trim()
  if (name === '' || [name, plain].some((text) => text.length > shortText || marks.test(text)))
    return undefined
  const parts = elements.map(written)
  if (parts.includes(undefined)) return undefined
  return { type: 'mrkdwn', text: `*${escapeText(name)}*\n${parts.join('').trim() || '–'}`, verbatim: true }
}

/** An element as Slack’s text writes it; undefined for what has no safe form there. */
function written(element: RichTextElement): string | undefined {
  if (element.type === 'date')
    return `<!date^${element.timestamp}^${element.format}|${escapeText(element.fallback ?? '')}>`
  if (element.type === 'link') {
    const { text = element.url, url } = element
    return /[\s<>|]/.test(url) ? undefined : `<${escapeText(url)}|${escapeText(text)}>`
  }
  if (element.type !== 'text' || element.style?.code) return undefined
  if (!element.style?.bold) return escapeText(element.text)
  // Stars make bold only where blanks or the edge stand around them, and the sign of an isolate is no blank.
  return /^\S.*\S$|^\S$/u.test(element.text) && !hasIsolate(element.text)
    ? `*${escapeText(element.text)}*`
    : undefined
}

const dates = /<!date\^\d+\^[^|>]*\|([^>]*)>/g
const links = /<((?:https?:|mailto:)[^|>]*)\|([^>]*)>/gi

/** The facts of a section as they are read, line by line. */
export function factsText({ fields = [] }: SectionBlock): string {
  return fields
    .map(({ text }) =>
      text
        .replace(dates, '$1')
        .replace(links, plainLink)
        .replace(/^\*(.*)\*\n/, '$1: '),
    )
    .map((text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
    .join('\n')
}

function plainLink(_: string, url: string, text: string): string {
  return text === url || url === `mailto:${text}` ? text : `${text} &lt;${url}&gt;`
}
