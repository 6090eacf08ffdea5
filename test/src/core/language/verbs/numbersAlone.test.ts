import { describe, expect, test } from 'vitest'

import { features } from '../../../../../commands/index.ts'
import { readLine } from '../../../../../src/core/language/readLine.ts'
import { refusedLine } from '../../../../support/refusedLine.ts'

function offered(
  typed: string,
): readonly (readonly [string, Readonly<Record<string, string>> | undefined])[] {
  return refusedLine(features, typed).buttons.map(({ command, values }) => [command, values])
}

describe('a verb with a bare number', () => {
  test('asks which record of that number is meant', () => {
    expect(offered('cancel 3')).toEqual([
      ['meeting cancel', { meeting: 'M3' }],
      ['update withdraw', { update: 'U3' }],
      ['reminder cancel', { reminder: 'R3' }],
      ['library retire', { item: 'LIB3' }],
    ])
    expect(offered('delete 3')).toEqual(offered('withdraw no. 3, please'))
    expect(offered('accept 3')).toEqual([['update accept', { update: 'U3' }]])
    expect(offered('show 3')).toContainEqual(['update show', { update: 'U3' }])
  })

  test('is no answer to an invitation where “no.” says a number', () => {
    for (const typed of [
      'show no. 3',
      'show no 3',
      'open no. 3',
      'No. 3',
      'no.3',
      'number 3',
      '#3',
      'n° 3',
      '№3',
    ])
      expect(offered(typed), typed).toEqual(offered('show 3'))
    expect(readLine(features, 'no 3')).toMatchObject({ command: { name: 'rsvp' }, fields: { answer: 'no' } })
    expect(readLine(features, 'no, M3')).toMatchObject({
      command: { name: 'rsvp' },
      fields: { answer: 'no' },
    })
  })

  test('is an issue’s, which has no letter, where that is what one does with an issue', () => {
    expect(offered('status no. 3')).toContainEqual(['newsletter status', { period: 'No. 3' }])
    expect(offered('close no. 3')[0]).toEqual(['newsletter close', { period: 'No. 3' }])
    expect(offered('preview 3')[0]).toEqual(['newsletter preview', { period: 'No. 3' }])
    expect(offered('No. 3')[0]).toEqual(['newsletter status', { period: 'No. 3' }])
  })

  test('is a vote where one votes by numbers', () => {
    expect(readLine(features, 'vote 3')).toMatchObject({ command: { name: 'vote' }, fields: { slots: '3' } })
  })
})

describe('several numbers alone', () => {
  test('are shown, or dealt with together, by one press', () => {
    for (const typed of ['U2 and U3', 'U2, U3', 'u2 & u3', 'U2-U3'])
      expect(offered(typed), typed).toEqual(
        expect.arrayContaining([
          ['update show', { update: 'U2' }],
          ['update show', { update: 'U3' }],
          ['update accept', { update: 'U2, U3' }],
          ['update withdraw', { update: 'U2, U3' }],
        ]),
      )
    expect(offered('M1 and M2')).toEqual([
      ['meeting show', { meeting: 'M1' }],
      ['meeting show', { meeting: 'M2' }],
    ])
    expect(offered('U2 to U4')[2]).toEqual(['update show', { update: 'U4' }])
  })
})

test('a number behind a slash shows its record', () => {
  expect(readLine(features, '/U1')).toMatchObject({ command: { name: 'show' }, fields: { update: 'U1' } })
})

test('slips in both words of a command keep the whole line in its button', () => {
  expect(offered('/updaet poast x')).toEqual([['update post', { text: 'x' }]])
})
