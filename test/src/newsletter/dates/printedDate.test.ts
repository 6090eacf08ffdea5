import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays } from '../../../../src/core/time/day.ts'
import { printDate } from '../../../../src/newsletter/dates/printDate.ts'
import { readPrintedDates } from '../../../../src/newsletter/dates/printedDate.ts'

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
    ['On 31 Jan and 1 Feb, WHO met', 'WHO met', '2023-01-31', '2023-02-01', 'day', 'leading'],
    ['Course (2023-01-03/05)', 'Course', '2023-01-03', '2023-01-05', 'day', 'parentheses'],
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

  test('an opening date stays where a later one says what more was done', () => {
    const text = 'Between 3 and 5 March WHO met the police in Bishkek and, on 6 March, in Astana'
    expect(readPrintedDates(text, period)).toMatchObject({ text, start: '2023-03-03', end: '2023-03-06' })
  })

  test.each([
    ['between 3 and 5 March WHO met', 'WHO met', '3-5 March', '2023-03-03', '2023-03-05'],
    ['Workshop (24 Mar/online)', 'Workshop', '24 Mar/online', '2023-03-24', '2023-03-24'],
    ['Workshop (6-9 Mar; Nairobi)', 'Workshop', '6-9 Mar; Nairobi', '2023-03-06', '2023-03-09'],
    ['Call (30 March, 10:00)', 'Call', '30 March, 10:00', '2023-03-30', '2023-03-30'],
    ['Meetings (22 March; 5 April)', 'Meetings', '22 March; 5 April', '2023-03-22', '2023-04-05'],
    ['Campaign (March/April)', 'Campaign', 'March/April', '2023-03-01', '2023-04-30'],
    ['Talks (5, 7 & 9 May)', 'Talks', '5, 7 & 9 May', '2023-05-05', '2023-05-09'],
    ['Talks (5/6 May)', 'Talks', '5/6 May', '2023-05-05', '2023-05-06'],
    ['Course (28 Dec 2022-3 Jan)', 'Course', '28 Dec 2022-3 Jan', '2022-12-28', '2023-01-03'],
  ])('%s keeps all that its brackets say', (typed, text, printed, start, end) => {
    expect(readPrintedDates(typed, period)).toMatchObject({ text, printed, start, end })
  })

  test('a month that opens the sentence dates it when nothing else does', () => {
    expect(readPrintedDates('In February, UNODC opened an office', period)).toMatchObject({
      text: 'In February, UNODC opened an office',
      printed: null,
      form: 'inline',
      start: '2023-02-01',
      end: '2023-02-28',
      precision: 'month',
    })
    expect(readPrintedDates('In February, UNODC opened an office (9 Jan)', period).dates).toHaveLength(1)
  })

  test.each([
    'A thing (32 Mar)',
    'A thing (9-6 Mar)',
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

  const days = fc
    .record({ at: fc.integer({ min: 0, max: 58 }), more: fc.integer({ min: 0, max: 20 }) })
    .map(({ at, more }) => ({ start: addDays(period.from, at), end: addDays(period.from, at + more) }))
  const words = fc
    .array(
      fc.constantFrom('UNODC', 'trained', '40', 'judges', 'in', 'Accra', '(ETCIP)', 'résumé,', '2370 (2017)'),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    .map((drawn) => `UNODC ${drawn.join(' ')} today`)

  test('what is printed is read back, in every form, and the text stays whole', () => {
    fc.assert(
      fc.property(
        days,
        words,
        fc.constantFrom('parentheses', 'comma', 'leading'),
        ({ start, end }, text, form) => {
          const printed = printDate(start, end, 'day')
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

  test('a date inside the text is read and stays there', () => {
    fc.assert(
      fc.property(days, words, ({ start, end }, text) => {
        const typed = `${text}, on ${printDate(start, end, 'day')}, and ${text}`

        expect(readPrintedDates(typed, period)).toMatchObject({ text: typed, start, end, form: 'inline' })
      }),
    )
  })

  test('a month is read back as all of its days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1 }), words, (month, text) => {
        const [start, end] = month === 0 ? ['2023-01-01', '2023-01-31'] : ['2023-02-01', '2023-02-28']
        const printed = printDate(start, end, 'month')

        expect(readPrintedDates(`${text} (${printed})`, period)).toMatchObject({
          text,
          printed,
          start,
          end,
          precision: 'month',
        })
      }),
    )
  })

  test('no text is refused, and no letter or digit of it is lost but a word that leads to its date', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom(
        ' (',
        ')',
        ', ',
        'on ',
        '6-9 Mar',
        'May',
        '31 Feb',
        '22 March ',
        '/online',
        ' & ',
        '2023-02-30',
      ),
    )
    // The text behind a date that is taken away begins with a capital letter.
    const kept = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? []).sort().join('')
    const leads = ['', 'on', 'from', 'between', 'du', 'le', 'del', 'el']
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const typed = pieces.join('')
        const read = readPrintedDates(typed, period)
        const printed = `${read.text}${read.printed ?? ''}`

        expect(leads.map((lead) => kept(`${printed}${lead}`))).toContain(kept(typed))
        if (read.start !== null && read.end !== null) expect(read.start <= read.end).toBe(true)
      }),
      { examples: [[['22 March ', 'a', ' (']], [['On ', '22 March ', 'a']], [['a, ', 'on ', '6-9 Mar']]] },
    )
  })
})

test('what stood after its date begins as a sentence does', () => {
  const { text } = readPrintedDates('On 12 February, the Office held a course', {
    from: '2023-01-01',
    to: '2023-02-28',
  })
  expect(text).toBe('The Office held a course')
})
