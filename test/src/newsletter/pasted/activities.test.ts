import { expect, test } from 'vitest'

import { splitItems } from '../../../../src/newsletter/pasted/pasted.ts'

test.each([
  [
    'UNODC trained 30 prosecutors in Dushanbe (9–11 Nov), and held a workshop in Tashkent on 13 November.',
    [
      'UNODC trained 30 prosecutors in Dushanbe (9–11 Nov)',
      'UNODC held a workshop in Tashkent on 13 November.',
    ],
  ],
  [
    'CTED visited Togo on 3-5 November. It also held a meeting with partners in Accra on 6 November',
    ['CTED visited Togo on 3-5 November', 'CTED held a meeting with partners in Accra on 6 November'],
  ],
  [
    'UNOCT and IOM trained judges in Accra on 3 Nov; held a seminar in Lomé on 5 Nov; and visited Cotonou on 9 Nov',
    [
      'UNOCT and IOM trained judges in Accra on 3 Nov',
      'UNOCT and IOM held a seminar in Lomé on 5 Nov',
      'UNOCT and IOM visited Cotonou on 9 Nov',
    ],
  ],
])(
  'activities of one sentence that have each their day and place are items of their own: %s',
  (text, items) => {
    expect(splitItems(text)).toEqual(items)
  },
)

test.each([
  'CTED visited Togo (3-5 Nov) and held talks in Lomé on 6 Nov',
  'UNODC trained judges in Accra and held a seminar in Lomé on 5 Nov',
  'UNODC trained judges in Accra on 3 Nov and supported them in Accra on 5 Nov',
  'In Dushanbe on 9 Nov UNODC met judges, and held a workshop in Tashkent on 13 November',
])('what was done at one place, or on days that are told once, is one item: %s', (text) => {
  expect(splitItems(text)).toEqual([text])
})
