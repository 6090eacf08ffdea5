import { expect, test } from 'vitest'

import { hintOf, labelOf } from '../../../../src/core/language/labels.ts'

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

test('a form says nothing beneath a label that repeats it', () => {
  expect(hintOf('title', 'Its title')).toBe('')
  expect(hintOf('wg', 'The working group')).toBe('')
  expect(hintOf('title', 'What stands above the minutes')).toBe('What stands above the minutes')
})
