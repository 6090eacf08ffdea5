import type { Choice } from '../../../src/core/errors.ts'
import type { Json } from '../../../src/core/json.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { cardType } from '../api/activity.ts'
import { dialogSize } from '../forms/card.ts'

/** What Teams shows of a title in one line, of a closing sentence, and of a list. */
const titleLimit = 60
const textLimit = 1000
const listLimit = 15

/** Shows a card in a dialog: opens it, or takes the place of what stands in it. */
export function continueWith(title: string, card: Json): Json {
  const shown = shorten(oneLine(title) || 'Form', titleLimit)
  return {
    task: {
      type: 'continue',
      value: { title: shown, ...dialogSize, card: { contentType: cardType, content: card } },
    },
  }
}

/** Closes a dialog, with a sentence where there is one to say. */
export function closeWith(text = ''): Json {
  if (text.trim() === '') return {}
  return { task: { type: 'message', value: shorten(text, textLimit) } }
}

/** What may be meant by the letters typed so far. */
export function searchResponse(choices: readonly Choice[]): Json {
  const results = choices
    .map(({ label, value }) => ({ title: oneLine(label), value }))
    .filter(({ title, value }) => title !== '' && value.trim() !== '')
  return answer('application/vnd.microsoft.search.searchResponse', { results: results.slice(0, listLimit) })
}

/** Puts a card in the place of the one whose button was pressed, for whoever pressed it. */
export function cardResponse(card: Json): Json {
  return answer(cardType, card)
}

/** Says a sentence to whoever pressed a button of a card. */
export function messageResponse(text: string): Json {
  return answer('application/vnd.microsoft.activity.message', text)
}

/** Tells that a press failed; `status` is an HTTP status of 400 or more. */
export function errorResponse(status: number, code: string, text: string): Json {
  return answer('application/vnd.microsoft.error', { code, message: text }, status)
}

function answer(type: string, value: Json | string, statusCode = 200): Json {
  return { statusCode, type, value }
}

function oneLine(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').trim()
}
