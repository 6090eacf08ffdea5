import { expect, test } from 'vitest'

import { quotedFirst, unquote } from '../../../../src/core/language/quotes.ts'

test('the backslash before a quote inside quotes belongs to the command', () => {
  expect(unquote('"launched \\"Safe Cities\\""', 'text')).toBe('launched "Safe Cities"')
  expect(quotedFirst('"the \\"Safe Cities\\" tool" 20 min')).toEqual(['the "Safe Cities" tool', '20 min'])
  expect(unquote('"C:\\new"', 'text')).toBe('C:\\new')
})

test('a value in two apostrophes is quoted, and an apostrophe before a word quotes nothing', () => {
  expect(unquote('’7 Nov’', 'date')).toBe('7 Nov')
  expect(unquote('’Tis the women’s season', 'text')).toBe('’Tis the women’s season')
  expect(unquote('’t Hooft', 'query')).toBe('’t Hooft')
})
