import fc from 'fast-check'
import { expect, test } from 'vitest'

import { decodeButton, encodeButton } from '../../../src/core/button.ts'

test('a button survives its encoding, whatever its values hold', () => {
  const values = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ maxLength: 30 }))
  fc.assert(
    fc.property(values, fc.boolean(), fc.boolean(), (typed, confirmed, ask) => {
      const button = { command: 'meeting rsvp', values: { ...typed }, confirmed, ask }
      expect(decodeButton(encodeButton(button))).toEqual(button)
    }),
  )
})

test('what is not a button of ours is not decoded', () => {
  expect(decodeButton('2|meeting rsvp')).toBeUndefined()
  expect(decodeButton('1|meeting rsvp|nonsense')).toBeUndefined()
  expect(decodeButton('')).toBeUndefined()
})
