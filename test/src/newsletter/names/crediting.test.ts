import { expect, test } from 'vitest'

import { crediting } from '../../../../src/newsletter/names/crediting.ts'

test.each([
  ['UNODC trained judges (3 Nov)', 'UNODC and CTED trained judges (3 Nov)'],
  ['UNODC will train judges', 'UNODC and CTED will train judges'],
  ['UNODC training of judges (3 Nov)', 'UNODC-CTED training of judges (3 Nov)'],
])('a text that opens with one entity opens with both: %s', (text, both) => {
  expect(crediting(text, ['UNODC', 'CTED'])?.text).toBe(both)
})

test('three are joined as printed items join them', () => {
  expect(crediting('UNODC met judges', ['UNODC', 'CTED', 'IOM'])?.opening).toBe('UNODC, CTED and IOM')
})

test.each([
  'CTED and UNODC trained judges',
  'Judges were trained by UNODC',
  'UNODC and IOM trained judges',
  'UNODC-IOM training of judges',
  'UNODC trains judges',
])('a text that names both or opens otherwise is left alone: %s', (text) => {
  expect(crediting(text, ['UNODC', 'CTED'])).toBeUndefined()
})
