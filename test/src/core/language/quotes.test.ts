import { expect, test } from 'vitest'

import { quotedFirst, unquote } from '../../../../src/core/language/quotes.ts'

test('the stroke before a quote inside quotes is a sign of the command', () => {
  expect(unquote('"launched \\"Safe Cities\\""', 'text')).toBe('launched "Safe Cities"')
  expect(quotedFirst('"the \\"Safe Cities\\" tool" 20 min')).toEqual(['the "Safe Cities" tool', '20 min'])
  expect(unquote('"C:\\new"', 'text')).toBe('C:\\new')
})
