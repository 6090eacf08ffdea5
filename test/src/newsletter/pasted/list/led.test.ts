import { expect, test } from 'vitest'

import { splitPasted } from '../../../../../src/newsletter/pasted/pasted.ts'

test.each([
  [
    'Two items from UNODC:\n\nSecond meeting of the network\nIts members met in Valletta on 9 November.\n\nNew toolkit on courts\n\nThe toolkit came out on 12 November.',
    [
      'UNODC: Second meeting of the network. Its members met in Valletta on 9 November.',
      'UNODC: New toolkit on courts\nThe toolkit came out on 12 November.',
    ],
  ],
  [
    'Highlights:\n\n1) Course on nuclear security, Rabat (2-6 Nov)\n\n2) Publication of NSS 45 https://iaea.org/45',
    ['Course on nuclear security, Rabat (2-6 Nov)', 'Publication of NSS 45 https://iaea.org/45'],
  ],
])(
  'items below a line that leads them are told apart, and each is said with its entity: %j',
  (typed, items) => {
    expect(splitPasted(typed).items).toEqual(items)
  },
)

test('what leads paragraphs is said', () => {
  const lead = 'Two short items from us and others:'
  const { asides } = splitPasted(`${lead}\n\nUNODC met in Lima on 3 May.\n\nUNDP met in Rome on 9 May.`)
  expect(asides).toEqual([{ kind: 'heading', text: lead }])
})
