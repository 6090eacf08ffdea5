import { expect, test } from 'vitest'

import { readPasted, splitItems } from '../../../../src/newsletter/pasted/pasted.ts'

test.each([
  '§  UNODC trained judges',
  'a. UNODC trained judges',
  '(iv) UNODC trained judges',
  '2 - UNODC trained judges',
  '2/ UNODC trained judges',
  '#2 UNODC trained judges',
  '٢. UNODC trained judges',
  '二、UNODC trained judges',
  '-UNODC trained judges',
  'Item 1: UNODC trained judges',
  '1-UNODC trained judges',
  '>> UNODC trained judges',
])('the bullet or number of a list is taken off: %s', (typed) => {
  expect(readPasted(typed).text).toBe('UNODC trained judges')
})

test.each([
  '§ 5 of the law was read',
  'A. Person of UNODC met judges',
  '12 - 14 Nov: UNODC met judges',
  '10.11 UNODC met judges',
  '1/3 of States met',
  '#1 priority of UNODC',
  '10-NOV UNODC met judges',
  '5-DECEMBER UNODC met judges',
  '3-D printing was read',
])('what is no bullet stays: %s', (typed) => {
  expect(readPasted(typed).text).toBe(typed)
})

test('bullets under a bullet that is their heading are the items', () => {
  const typed =
    '• Trainings:\n  o UNODC trained judges in Accra (3 Mar)\n  o CTED visited Chad with IOM (4-6 Mar)'

  expect(splitItems(typed)).toEqual([
    'UNODC trained judges in Accra (3 Mar)',
    'CTED visited Chad with IOM (4-6 Mar)',
  ])
})

test('a short greeting and a name under a list are its signature', () => {
  expect(readPasted('UNODC trained judges in Nice (3 Nov)\nBest,\nAna').asides).toEqual([
    { kind: 'signature', text: 'Best,\nAna' },
  ])
})

test('what another entity did at the same event is no item of its own', () => {
  const text =
    'UNODC held a workshop for judges in Vienna on 4 November. UNICEF joined the second session on 5 November.'
  expect(splitItems(text)).toEqual([text])
})
