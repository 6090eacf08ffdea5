import { describe, expect, test } from 'vitest'

import { readPasted, splitItems } from '../../../../src/newsletter/pasted/pasted.ts'

describe('marks and sentences of what is pasted', () => {
  test.each([
    ['IOM launched a tool in _Bern_ (7 Nov)', 'IOM launched a tool in Bern (7 Nov)'],
    [
      'See https://un.org/_next_ and a_file_name of _two',
      'See https://un.org/_next_ and a_file_name of _two',
    ],
  ])('reads the underscores around italic words, and keeps those within names: %j', (typed, text) => {
    expect(readPasted(typed)).toMatchObject({ text, bold: [] })
  })

  test('sentences of several entities, each with its own day, are several items', () => {
    const two = 'UNODC trained 19 judges on 3 November in Lomé. CTED met prosecutors on 5 November in Rabat.'
    expect(splitItems(two)).toHaveLength(2)
    expect(
      splitItems('UNODC trained judges on 3 November. UNODC then met prosecutors on 5 November.'),
    ).toHaveLength(1)
    expect(splitItems('UNODC trained judges on 3 November. They met in Rabat on 5 November.')).toHaveLength(1)
    expect(splitItems('UNODC trained judges on 3 November. CTED was among the speakers.')).toHaveLength(1)
  })

  test.each(['* A * B', '• A • B', '· A · B', 'A | B', 'A / B', '- A. - B', '(a) A (b) B', 'i) A; ii) B'])(
    'items on one line are parted by %j, where each ends with its day',
    (line) => {
      const items = ['UNODC opened a court in Cuba (7 Nov)', 'UNODC trained judges in Haiti (9 Nov)']
      const typed = line.replace('A', items[0] ?? '').replace('B', items[1] ?? '')
      expect(splitItems(typed).map((item) => item.replace(/\.$/, ''))).toEqual(items)
    },
  )

  test.each([
    '* UNODC trained 5 * 3 judges in Cuba (7 Nov)',
    'UNODC met police of Cuba / Haiti (7 Nov) / Peru (9 Nov)',
    'UNODC trained judges (7 Nov) | see its site',
    'UNODC trained a) judges and b) police in Cuba (7 Nov)',
  ])('a sign parts nothing that goes on: %s', (typed) => {
    expect(splitItems(typed)).toEqual([typed])
  })
})

test.each([
  ['U.N. Women and U.N.O.D.C. met in Accra', 'UN Women and UNODC met in Accra'],
  ['The U.S. and the U.N.-led mission', 'The U.S. and the UN-led mission'],
])('the full stops in %s are taken away', (typed, text) => {
  expect(readPasted(typed).text).toBe(text)
})
