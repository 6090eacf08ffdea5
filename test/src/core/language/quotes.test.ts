import { expect, test } from 'vitest'

import { quotedFirst, unquote } from '../../../../src/core/language/quotes.ts'

test('the backslash before a quote inside quotes belongs to the command', () => {
  expect(unquote('"launched \\"Safe Cities\\""', 'text')).toBe('launched "Safe Cities"')
  expect(quotedFirst('"the \\"Safe Cities\\" tool" 20 min')).toEqual(['the "Safe Cities" tool', '20 min'])
  expect(unquote('"C:\\new"', 'text')).toBe('C:\\new')
})
