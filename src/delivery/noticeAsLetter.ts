import type { Letter } from '../core/feature/notice.ts'
import type { Block, Button, Message, Rich, Span } from '../core/message.ts'
import { blocksBelowSummary } from '../core/text/belowSummary.ts'
import { isolate, isolateWithin } from '../core/text/direction/isolate.ts'
import { isOneText, spansTogether, withEdge } from '../core/text/direction/together.ts'
import { harmless, shorten } from '../core/text/text.ts'
import { formatMoment } from '../core/time/zone.ts'

const subjectLength = 120

/** What a letter needs beside its text. */
interface LetterMeans {
  readonly id: string
  /** The meeting whose invitation a reply to the letter answers. */
  readonly answersFor?: number | undefined
}

/** A message as an e-mail: a button in a chat becomes the line to type there. */
export function letterOf(message: Message, to: string, { id, answersFor }: LetterMeans): Letter {
  const subject = shorten(textOf(message.summary).replace(/\s+/g, ' '), subjectLength)
  return { to, subject, text: `${letterText(message, answersFor)}\n`, id }
}

/** A message as the text of an e-mail; a reply to it answers the invitation to the meeting `answersFor`. */
export function letterText(message: Message, answersFor?: number): string {
  return [textOf(message.summary), ...blocksBelowSummary(message).map((one) => blockText(one, answersFor))]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** How an invitation is answered by mail. */
export const replyWords = 'Answer this letter with yes, no or maybe'

/** The one meeting whose invitation a message asks its reader to answer; undefined for none, and for several. */
export function meetingAsked({ blocks }: Message): number | undefined {
  const asked = blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons.flatMap(invitedTo) : []))
  const [only, ...others] = new Set(asked)
  return only === undefined || others.length > 0 ? undefined : Number(/\d+/.exec(only))
}

/** The meeting, such as `M3`, of a button that answers an invitation. */
function invitedTo({ command, values }: Button): readonly string[] {
  const isAnswer = command === 'meeting rsvp' && /^(?:yes|no|maybe)$/.test(values['answer'] ?? '')
  return isAnswer ? [values['meeting'] ?? ''] : []
}

/** All answers to an invitation are one line, and an answer to the letter where that counts. */
function buttonLines(buttons: readonly Button[], answersFor: number | undefined): readonly string[] {
  const asked = [...new Set(buttons.flatMap(invitedTo))]
  return [
    ...asked.map((meeting) =>
      meeting === `M${answersFor}`
        ? `${replyWords}.`
        : `In the chat: /meeting rsvp ${isolate(meeting)} yes, maybe or no`,
    ),
    ...buttons
      .filter((one) => invitedTo(one).length === 0)
      .map(({ label, command, values }) => `${isolate(label)}: ${isolate(typed(command, values))}`),
  ]
}

function blockText(block: Block, answersFor: number | undefined): string {
  switch (block.kind) {
    case 'text':
      return textOf(block.text)
    case 'heading':
      return block.text
    case 'list':
      return block.items.map((item) => `- ${textOf(item)}`).join('\n')
    case 'fields':
      return block.fields.map(({ label, value }) => `${label}: ${isolate(textOf(value))}`).join('\n')
    case 'table':
      return [block.columns, ...block.rows.map((row) => row.map(textOf).map(isolate))]
        .map((cells) => cells.join(' | '))
        .join('\n')
    case 'image':
      return block.alt
    case 'buttons':
      return buttonLines(block.buttons, answersFor).join('\n')
    case 'file':
      return block.name
  }
}

function typed(command: string, values: Readonly<Record<string, string>>): string {
  return [`/${command}`, ...Object.entries(values).map(([name, value]) => `${name}:"${value}"`)].join(' ')
}

/**
 * The text with each part in its own direction: one that stands alone finds it by itself, one among others is isolated
 * from them.
 */
function textOf(text: Rich): string {
  const [only] = text
  if (only && text.length === 1) return isolateWithin(spanText(only))
  const edges = spansTogether(text)
  const alone = isOneText(edges)
  return text
    .map((span, at) => {
      const edge = alone ? 'within' : edges[at]
      return edge ? withEdge(edge, spanText(span)) : isolate(spanText(span))
    })
    .join('')
}

function spanText(span: Span): string {
  if (span.kind === 'moment') return formatMoment(new Date(span.at), span.zone, span.style)
  if (span.kind === 'person') return harmless(span.name || span.email)
  const text = harmless(span.text)
  return span.kind === 'link' && span.text !== span.url ? `${isolate(text)} (${span.url})` : text
}
