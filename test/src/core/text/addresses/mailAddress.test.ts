import { expect, test } from 'vitest'

import { mailDomain, typedAddress } from '../../../../../src/core/text/addresses/mailAddress.ts'

test.each([
  ['Focal.CTED@Compact.example', 'focal.cted@compact.example'],
  [' <mailto:a@b.example> ', 'a@b.example'],
  ['mailto:a@b.example', 'a@b.example'],
  ["o'brien@compact.example", "o'brien@compact.example"],
  ['josé@compact.example', 'josé@compact.example'],
  ['focal@пример.example', 'focal@пример.example'],
])('%s is read as the address %s', (typed, address) => {
  expect(typedAddress(typed)).toBe(address)
})

test.each([
  'focal',
  '@b.example',
  'a@b',
  'a@b.c',
  'a@@b.example',
  'a b@c.example',
  'a@b..example',
  'a@b.example, c@d.example',
  'a@b.example\r\nBcc: c@d.example',
  `${'a'.repeat(65)}@b.example`,
  `a@${'b.'.repeat(130)}example`,
])('%j is no address', (typed) => {
  expect(typedAddress(typed)).toBeUndefined()
})

test('the domain of an address is folded', () => {
  expect(mailDomain('Focal@Compact.EXAMPLE')).toBe('compact.example')
})
