import { expect, test } from 'vitest'

import { isOnlySigns, readDictated } from '../../../../src/newsletter/reading/dictated/dictated.ts'

test.each([
  [
    'UNDP trained judges comma police comma and prosecutors in Accra on 3 November period',
    'UNDP trained judges, police, and prosecutors in Accra on 3 November.',
  ],
  [
    'UNDP held a workshop in Accra full stop it trained 30 judges Full Stop',
    'UNDP held a workshop in Accra. It trained 30 judges.',
  ],
  [
    'UNDP trained 30 judges open bracket 3 November close bracket new line CTED visited Chad full stop',
    'UNDP trained 30 judges (3 November)\nCTED visited Chad.',
  ],
])('signs that were dictated are written: %s', (typed, meant) => {
  expect(readDictated(typed)?.text).toBe(meant)
})

test.each([
  'UNDP trained judges in the reporting period',
  'UNDP printed a guide on the use of the comma and the colon',
  'UNDP trained judges, police comma and prosecutors comma in Accra',
  'UNDP opened a new line of credit in Accra (3 Nov)',
  'UNDP closed the six-month period',
  'Cancer of the colon was the subject of a round table over a long period',
])('words that are no signs stay: %s', (typed) => {
  expect(readDictated(typed)).toBeUndefined()
})

test('words for signs and nothing else are told from a text', () => {
  expect(['new line', 'New paragraph.', 'comma comma'].map(isOnlySigns)).toEqual([true, true, true])
  expect(['a new line of work', 'period poverty'].map(isOnlySigns)).toEqual([false, false])
})
