import { describe, expect, test } from 'vitest'

import {
  cardResponse,
  closeWith,
  continueWith,
  errorResponse,
  messageResponse,
  searchResponse,
} from '../../../../adapters/teams/answers/responses.ts'

const card = { type: 'AdaptiveCard', version: '1.5', body: [] }

function titleOf(title: string): unknown {
  return continueWith(title, card)
}

describe('a dialog', () => {
  test('goes on with a card, its title and its size', () => {
    expect(continueWith('Schedule a meeting', card)).toEqual({
      task: {
        type: 'continue',
        value: {
          title: 'Schedule a meeting',
          height: 'large',
          width: 'medium',
          card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card },
        },
      },
    })
  })

  test('has a title of one line that is never empty, nor too long, nor ends inside a character', () => {
    expect(titleOf('x'.repeat(60))).toMatchObject({ task: { value: { title: 'x'.repeat(60) } } })
    expect(titleOf('x'.repeat(61))).toMatchObject({ task: { value: { title: `${'x'.repeat(59)}…` } } })
    const faces = `x${'\u{1f600}'.repeat(60)}`
    expect(titleOf(faces)).toMatchObject({ task: { value: { title: `x${'\u{1f600}'.repeat(29)}…` } } })
    expect(titleOf(' a\n b ')).toMatchObject({ task: { value: { title: 'a b' } } })
    expect(titleOf(' \n')).toMatchObject({ task: { value: { title: 'Form' } } })
  })

  test('closes with a sentence, or without a word', () => {
    expect(closeWith('Done.')).toEqual({ task: { type: 'message', value: 'Done.' } })
    expect(closeWith()).toEqual({})
    expect(closeWith(' \n')).toEqual({})
  })
})

describe('a search', () => {
  test('answers with fifteen choices at the most, in their order', () => {
    const choices = Array.from({ length: 20 }, (_, at) => ({ label: `Entity ${at}`, value: `E${at}` }))
    const results = choices.slice(0, 15).map(({ label, value }) => ({ title: label, value }))
    expect(searchResponse(choices)).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.search.searchResponse',
      value: { results },
    })
    expect(searchResponse([])).toMatchObject({ value: { results: [] } })
  })

  test('leaves out a choice without words or without a value, and counts it for nothing', () => {
    const empty = [
      { label: '', value: 'x' },
      { label: 'x', value: '' },
      { label: ' \n', value: 'x' },
    ]
    const full = Array.from({ length: 15 }, (_, at) => ({ label: 'x', value: `${at}` }))
    expect(searchResponse([...empty, ...full])).toEqual(searchResponse(full))
  })
})

describe('a press on a card', () => {
  test('is answered with a card, a sentence or an error, each under its own type', () => {
    expect(cardResponse(card)).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: card,
    })
    expect(messageResponse('You are in.')).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'You are in.',
    })
    expect(errorResponse(400, 'BadRequest', 'That card is too old.')).toEqual({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'BadRequest', message: 'That card is too old.' },
    })
  })
})
