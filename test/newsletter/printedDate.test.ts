import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays } from '../../src/core/day.ts'
import { printDate } from '../../src/newsletter/printDate.ts'
import { readPrintedDates } from '../../src/newsletter/printedDate.ts'

const period = { from: '2023-01-01', to: '2023-02-28' }

describe('printed dates', () => {
  test.each([
    [
      'Workshop in Nairobi (6-9 Mar)',
      'Workshop in Nairobi',
      '2023-03-06',
      '2023-03-09',
      'day',
      'parentheses',
    ],
    ['Workshop (24-28 April)', 'Workshop', '2023-04-24', '2023-04-28', 'day', 'parentheses'],
    ['Toolkit (Apr)', 'Toolkit', '2023-04-01', '2023-04-30', 'month', 'parentheses'],
    ['Panel met, 9-13 May', 'Panel met', '2023-05-09', '2023-05-13', 'day', 'comma'],
    ['22 March ETCIP WG met', 'ETCIP WG met', '2023-03-22', '2023-03-22', 'day', 'leading'],
    ['Course (28 Feb - 3 Mar)', 'Course', '2023-02-28', '2023-03-03', 'day', 'parentheses'],
    ['Course (31 March–2 April 2022)', 'Course', '2022-03-31', '2022-04-02', 'day', 'parentheses'],
    ['Review (28 Dec)', 'Review', '2022-12-28', '2022-12-28', 'day', 'parentheses'],
    [
      'Visits to A (6-9 Mar), B (13-17 Mar) & C (24-28 April)',
      'Visits to A (6-9 Mar), B (13-17 Mar) & C',
      '2023-03-06',
      '2023-04-28',
      'day',
      'parentheses',
    ],
    [
      'Conference 10-11 May, and workshop, 9 May',
      'Conference 10-11 May, and workshop',
      '2023-05-09',
      '2023-05-11',
      'day',
      'comma',
    ],
  ])('%s', (typed, text, start, end, precision, form) => {
    expect(readPrintedDates(typed, period)).toMatchObject({ text, start, end, precision, form })
  })

  test.each([
    'A thing (32 Mar)',
    'The plan (2023-2027)',
    'Resolution 2370 (2017)',
    'You may 5 times',
    'CSW67 and 1-2 others',
    'A/HRC/50/49',
  ])('%s holds no date', (typed) => {
    expect(readPrintedDates(typed, period)).toMatchObject({
      text: typed,
      start: null,
      end: null,
      form: 'none',
    })
  })

  test('what is printed is read back, in every form, and the text stays whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 58 }),
        fc.integer({ min: 0, max: 20 }),
        fc.constantFrom('parentheses', 'comma', 'leading'),
        (at, days, form) => {
          const start = addDays(period.from, at)
          const end = addDays(start, days)
          const printed = printDate(start, end, 'day')
          const text = 'UNODC trained 40 judges in Accra'
          const typed = {
            parentheses: `${text} (${printed})`,
            comma: `${text}, ${printed}`,
            leading: `${printed} ${text}`,
          }[form]
          expect(readPrintedDates(typed, period)).toMatchObject({ text, printed, start, end, form })
        },
      ),
    )
  })
})
