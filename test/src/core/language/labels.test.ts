import { expect, test } from 'vitest'

import { labelOf } from '../../../../src/core/language/labels.ts'

test.each([
  ['timezone', 'Time zone'],
  ['zone', 'Time zone'],
  ['email', 'E-mail'],
  ['email-for', 'E-mail for'],
  ['wg', 'Working group'],
  ['due-day', 'Due day'],
])('a form labels the option %s “%s”, as a reader would write it', (name, label) => {
  expect(labelOf(name)).toBe(label)
})
