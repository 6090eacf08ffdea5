import { answeredByMessage } from '../../../../adapters/teams/handlers/presses.ts'
import { array, type Json, object, text } from '../../../../src/core/json.ts'
import type { Posted } from '../../../support/teams/far/asked.ts'
import { cardTexts, violations } from '../../../support/teams/far/limits.ts'
import type { Seen } from '../../contract/subject.ts'

/** What a reader sees of a message; `direct` tells whose conversation with the bot it stands in. */
export function seenInMessage(
  { activity, targetedTo }: Posted,
  caller: string,
  direct: 'caller' | 'other' | undefined,
): Seen {
  const only = targetedTo === undefined ? direct : targetedTo === caller ? 'caller' : 'other'
  const cards = array(activity['attachments']).map((one) => object(object(one)['content']))
  const plain = text(activity['text'])
  const summary = text(activity['summary']) ?? ''
  return {
    by: only ?? 'room',
    direct: direct !== undefined,
    text: visible([...(plain === undefined ? [] : [plain]), ...cards.map(cardText)]),
    fallback: visible([summary, plain ?? '', ...cards.map((card) => text(card['fallbackText']) ?? '')]),
    pings: [
      ...array(activity['entities']).map((entity) => `an entity ${String(object(entity)['type'])}`),
      ...[summary, plain ?? '', ...cards.map((card) => String(card['fallbackText']))].flatMap(obeyed),
      ...(plain !== undefined && activity['textFormat'] !== 'plain' ? ['a text that is markup'] : []),
    ],
    wrong: [
      ...cards.flatMap(violations),
      ...(summary.trim() === '' || summary.length > 300 ? ['the summary'] : []),
      ...(plain !== undefined && (plain.trim() === '' || plain.length > 4_200) ? ['the text'] : []),
      ...((plain === undefined) === (cards.length === 0) ? ['neither a text nor a card, or both'] : []),
    ],
  }
}

/** What whoever caused an invoke is shown by the answer to it; undefined where that is nothing. */
export function seenInReply(reply: Json): Seen | undefined {
  const task = object(reply['task'])
  const value = object(task['value'] ?? reply['value'])
  const card = object(object(value['card'])['content'] ?? value)
  const sentence = [task['value'], reply['value'], value['message']].find((one) => typeof one === 'string')
  // It passes by, and tells only where the answer is.
  if (sentence === answeredByMessage) return undefined
  const words = text(sentence)
  const isCard = card['type'] === 'AdaptiveCard'
  if (!isCard && words === undefined) return undefined
  return {
    by: 'caller',
    direct: false,
    text: visible([isCard ? cardText(card) : (words ?? '')]),
    fallback: visible([isCard ? String(card['fallbackText']) : (words ?? '')]),
    pings: isCard ? [] : obeyed(words ?? ''),
    wrong: [],
  }
}

/** All that a card shows, and where it leads; a moment is its zone’s, since the reader’s own is not known here. */
function cardText(card: Json): string {
  return [...cardTexts(card), ...inputs(card), ...addresses(card)].join('\n').replace(moments, '')
}

const moments = /\{\{(?:DATE|TIME)\([^{}]*\)\}\}/g

function inputs(card: Json): readonly string[] {
  return array(card['body'])
    .map(object)
    .filter(({ type }) => String(type).startsWith('Input.'))
    .flatMap(({ label, value }) => [label, value].flatMap((one) => text(one) ?? []))
}

function addresses(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(addresses)
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'url' && typeof value === 'string' ? [value] : key === 'fallback' ? [] : addresses(value),
  )
}

/** A space without width is not seen. */
function visible(texts: readonly string[]): string {
  return texts.join('\n').replaceAll('\u200b', '')
}

/** What Teams would make something of, even in a plain text. */
function obeyed(text: string): readonly string[] {
  return text.match(/<\/?at\b|\{\{/gi) ?? []
}
