import { expect, test } from 'vitest'

import { features } from '../../../../../commands/index.ts'
import { readLine } from '../../../../../src/core/language/readLine.ts'
import { refusedLine } from '../../../../support/refusedLine.ts'

test.each(['U1', 'U 1', 'u 1', '/update 1', 'update 1'])('a number alone shows its record: %s', (typed) => {
  const read = readLine(features, typed)
  expect(read.kind === 'command' ? [read.command.name, read.fields] : read.kind).toEqual([
    'show',
    { update: 'U1' },
  ])
})

test('a slip in the name of a feature keeps the whole line in its button', () => {
  const { message, buttons } = refusedLine(features, '/updaet post INTERPOL opened a desk (3 Nov)')
  expect(message).toContain('Did you mean /update post?')
  expect(buttons).toMatchObject([
    { command: 'update post', values: { text: 'INTERPOL opened a desk (3 Nov)' } },
  ])
})

test('a word that is nearly an answer is no note beside none', () => {
  expect(readLine(features, '/meeting rsvp M1 yse')).toMatchObject({
    fields: { meeting: 'M1', answer: 'yse' },
  })
})
