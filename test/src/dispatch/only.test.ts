import { expect, test } from 'vitest'

import { orUserError, UserError } from '../../../src/core/errors.ts'
import { only } from '../../../src/dispatch/names/only.ts'

/** What is said where so many records bear a name, and how many are offered. */
function asked(count: number) {
  const candidates = Array.from({ length: count }, (_, at) => `Anna ${at + 1}`)
  const error = orUserError(() =>
    only({ kind: 'several', candidates }, 'Anna', 'person', (label) => ({ label, value: label })),
  )
  if (!(error instanceof UserError)) throw new Error('nothing was asked')
  return { said: error.message, offered: error.choices.length }
}

test('several records of a name are told in a sentence while they are few, and else by what is offered below it', () => {
  expect(asked(2)).toEqual({ said: '“Anna” may be Anna 1, Anna 2. Which person?', offered: 2 })
  expect(asked(10)).toEqual({ said: '“Anna” may be any of 10. Which person?', offered: 10 })
  expect(asked(30)).toEqual({
    said: '“Anna” may be any of 30. Which person? These are the first 10; more of the name finds the others.',
    offered: 10,
  })
})
