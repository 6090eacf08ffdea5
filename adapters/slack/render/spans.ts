import type { RichTextElement } from '@slack/web-api'
import type { MomentSpan, Rich, Span } from '../../../src/core/message.ts'
import { showsAnotherAddress } from '../../../src/core/text/addresses/linkWords.ts'
import { shownAddress } from '../../../src/core/text/addresses/shownAddress.ts'
import { isolate, isolateWithin } from '../../../src/core/text/direction/isolate.ts'
import { isOneText, together, withEdge } from '../../../src/core/text/direction/together.ts'
import { harmless, oneLine } from '../../../src/core/text/text.ts'
import { explicitMoment } from '../../../src/core/time/explicitMoment.ts'
import { limits } from '../limits.ts'

/** A line or a paragraph; nothing in it is parsed by Slack. */
export type Elements = readonly RichTextElement[]

/** An address longer than this is written out as text: a link cannot be split. */
const longestUrl = 2000

const dateFormats = {
  full: '{date_short_pretty} at {time}',
  day: '{date_short_pretty}',
  time: '{time}',
} as const

/** Renders spans as rich text, in which user text is data. */
export function elementsOf(text: Rich): Elements {
  const elements = text.flatMap(spanElements)
  if (elements.length > 1) return isOneText(edgesOf(elements)) ? elements : apart(elements)
  return changed(elements, isolateWithin)
}

/** The elements as parts of a line of English: each whose letters run from right to left is isolated in it. */
export function apart(elements: Elements): Elements {
  const edges = edgesOf(elements)
  return changed(elements, (text, at) => {
    const edge = edges[at]
    return edge ? withEdge(edge, text) : isolate(text)
  })
}

function edgesOf(elements: Elements) {
  return together(
    elements.map((one) => ({
      text: wordsOf(one) ?? '',
      marked: one.type === 'link' || (one.type === 'text' && one.style !== undefined),
    })),
  )
}

function wordsOf(one: RichTextElement): string | undefined {
  return one.type === 'text' || one.type === 'link' ? one.text : undefined
}

function changed(elements: Elements, change: (text: string, at: number) => string): Elements {
  return elements.map((one, at) => {
    if ((one.type !== 'text' && one.type !== 'link') || one.text === undefined) return one
    const text = change(one.text, at)
    return text === one.text ? one : { ...one, text }
  })
}

/** Renders plain text as one element, or as none where it is empty. */
export function textElement(text: string, style?: { readonly bold?: true; readonly code?: true }): Elements {
  const words = harmless(text)
  if (words === '') return []
  return [style ? { type: 'text', text: words, style } : { type: 'text', text: words }]
}

function spanElements(span: Span): Elements {
  switch (span.kind) {
    case 'text':
      return textElement(span.text)
    case 'bold':
      return textElement(span.text, { bold: true })
    case 'code':
      return textElement(span.text, { code: true })
    case 'link':
      return linkElements(span.text, span.url)
    case 'person':
      return personElements(span.name, span.email)
    case 'moment':
      return momentElements(span)
  }
}

function linkElements(label: string, address: string): Elements {
  const text = harmless(label)
  const url = oneLine(address).trim()
  const shown = text.trim() === '' || text === url ? shownAddress(url) : text
  if (!/^(?:https?:\/\/|mailto:)[^\s<>|]+$/i.test(url) || url.length > longestUrl)
    return textElement(shown === shownAddress(url) ? url : `${shown} <${url}>`)
  if (showsAnotherAddress(shown, url))
    return [...textElement(`${shown} (`), { type: 'link', url, text: url }, ...textElement(')')]
  if (shown.length + url.length <= limits.richText) return [{ type: 'link', url, text: shown }]
  return [...textElement(`${shown} `), { type: 'link', url, text: 'link' }]
}

/** Renders a name and an address, or an address alone; never a mention, which would notify the person. */
function personElements(name: string, email: string): Elements {
  const address = oneLine(email).trim()
  const named = textElement(oneLine(name), { bold: true })
  if (address === '') return named
  const url = `mailto:${address}`
  const opens = /^[^\s<>|?&%@]+@[^\s<>|?&%@]+$/.test(address) && address.length <= 320
  if (named.length === 0) return opens ? [{ type: 'link', url, text: address }] : textElement(address)
  if (!opens) return [...named, ...textElement(` <${address}>`)]
  return [
    ...named,
    { type: 'text', text: ' <' },
    { type: 'link', url, text: address },
    { type: 'text', text: '>' },
  ]
}

/** The reader's own clock, and the explicit zone in parentheses where the two may differ. */
function momentElements(moment: MomentSpan): Elements {
  const explicit = explicitMoment(moment)
  if (moment.once) return textElement(explicit)
  const timestamp = Math.floor(new Date(moment.at).getTime() / 1000)
  return [
    { type: 'date', timestamp, format: dateFormats[moment.style], fallback: explicit },
    { type: 'text', text: ` (${explicit})` },
  ]
}

/** The words of rich text without styles; a moment is said once, with its zone. */
export function plainElements(elements: Elements): string {
  const parts = elements.map((one, at) => {
    if (one.type === 'date') return one.fallback ?? ''
    if (one.type === 'link') return plainLink(one.text ?? '', one.url)
    if (one.type !== 'text') return ''
    const before = elements[at - 1]
    return before?.type === 'date' && one.text === ` (${before.fallback})` ? '' : one.text
  })
  return parts.join('')
}

function plainLink(text: string, url: string): string {
  return text === '' || text === url || url === `mailto:${text}` ? text || url : `${text} <${url}>`
}
