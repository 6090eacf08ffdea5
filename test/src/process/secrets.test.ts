import { expect, test } from 'vitest'

import { createSeal } from '../../../src/process/seal.ts'
import { createSecrets } from '../../../src/process/secrets.ts'

test.each([
  ['with a key', ['a key that nobody guesses']],
  ['without a key', []],
])('what is concealed is known again as the same text, and no other, %s', (_, keys) => {
  const secrets = createSecrets(createSeal(keys))
  const kept = secrets.conceal('https://calendar.example/busy.ics', 'busy-address/1')

  expect(secrets.conceals(kept, 'https://calendar.example/busy.ics', 'busy-address/1')).toBe(true)
  expect(secrets.conceals(kept, 'https://calendar.example/other.ics', 'busy-address/1')).toBe(false)
})

test('what no key opens any more is the same as nothing', () => {
  const kept = createSecrets(createSeal(['a key that was lost'])).conceal('a text', 'a place')

  expect(createSecrets(createSeal(['another key'])).conceals(kept, 'a text', 'a place')).toBe(false)
})
