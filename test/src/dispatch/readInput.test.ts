import { expect, test } from 'vitest'

import { features } from '../../../commands/index.ts'
import { UserError } from '../../../src/core/errors.ts'
import { readLine } from '../../../src/core/language/readLine.ts'
import { readInput } from '../../../src/dispatch/readInput.ts'

const input = { kind: 'line', text: '/nonsense that nobody reads' } as const

test('a line that its adapter has read already is not read again', () => {
  const read = readLine(features, '/directory find CTED')

  expect(readInput(features, { input, read })).toMatchObject({
    words: 'directory find',
    fields: { query: 'CTED' },
  })
})

test('why a line could not be read is taken over', () => {
  const read = new UserError('Why not.')

  expect(readInput(features, { input, read })).toBe(read)
  expect(readInput(features, { input })).toBeInstanceOf(UserError)
})
