import { expect, test } from 'vitest'

import { correct } from '../../../../src/core/text/correction.ts'

const text = 'UNODC trained 40 border officers in Abuja, Nigeria (3 Nov)'

test.each([
  ['44, not 40', 'UNODC trained 44 border officers in Abuja, Nigeria (3 Nov)'],
  ['should be 44 officers, not 40', 'UNODC trained 44 border officers in Abuja, Nigeria (3 Nov)'],
  ['sorry, it was 44 border officers not 40', 'UNODC trained 44 border officers in Abuja, Nigeria (3 Nov)'],
  ['police officers, not border officers', 'UNODC trained 40 police officers in Abuja, Nigeria (3 Nov)'],
  ['it was in Accra, Ghana not Abuja', 'UNODC trained 40 border officers in Accra, Ghana (3 Nov)'],
  ['was in Accra, Ghana, not Abuja', 'UNODC trained 40 border officers in Accra, Ghana (3 Nov)'],
  ['was held in Accra, Ghana, not Abuja', 'UNODC trained 40 border officers in Accra, Ghana (3 Nov)'],
  ['took place in Accra, Ghana, not Abuja', 'UNODC trained 40 border officers in Accra, Ghana (3 Nov)'],
  ['were 44 officers, not 40', 'UNODC trained 44 border officers in Abuja, Nigeria (3 Nov)'],
  ['4 Nov instead of 3 Nov', 'UNODC trained 40 border officers in Abuja, Nigeria (4 Nov)'],
  ['replace “border officers” with “judges”', 'UNODC trained 40 judges in Abuja, Nigeria (3 Nov)'],
  ['sorry, 44 border officers', 'UNODC trained 44 border officers in Abuja, Nigeria (3 Nov)'],
  ['not 40 but 44', 'UNODC trained 44 border officers in Abuja, Nigeria (3 Nov)'],
  ['not 40, it was 44', 'UNODC trained 44 border officers in Abuja, Nigeria (3 Nov)'],
  ['change the 40 to 44', 'UNODC trained 44 border officers in Abuja, Nigeria (3 Nov)'],
  ['change 40 to 44', 'UNODC trained 44 border officers in Abuja, Nigeria (3 Nov)'],
])('%s changes those words alone', (typed, corrected) => {
  expect(correct(text, typed, ['Abuja, Nigeria'])).toEqual({ kind: 'corrected', text: corrected })
})

test('words that stand nowhere, or in two places, are said', () => {
  expect(correct(text, '22 nurses, not 20')).toEqual({ kind: 'absent', words: '20' })
  expect(correct('UNODC met 5 judges and 5 prosecutors', '6, not 5')).toEqual({
    kind: 'repeated',
    words: '5',
  })
})

test('another number of what the text does not count is said', () => {
  expect(correct(text, 'sorry, 25 nurses')).toEqual({ kind: 'absent', words: '25 nurses' })
})

test('a word beside them says which of two is wrong', () => {
  expect(correct('UNODC met 5 judges and 5 prosecutors', '6 prosecutors, not 5')).toEqual({
    kind: 'corrected',
    text: 'UNODC met 5 judges and 6 prosecutors',
  })
})

test.each([
  'UNODC trained 50 judges, not police (5 Nov)',
  'UNODC trained judges, not border officers',
  'UNODC trained 44 border officers in Abuja (3 Nov)',
])('%s is a text of its own', (typed) => {
  expect(correct(text, typed)).toBeUndefined()
})
