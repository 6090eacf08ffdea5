import { describe, expect, test } from 'vitest'

import { readPrintedDates } from '../../../../src/newsletter/dates/printedDate.ts'

const period = { from: '2023-01-01', to: '2023-02-28' }

describe('an item', () => {
  test.each([
    ['a dateline', 'NAIROBI, 25 Jan – UNODC opened an office', '2023-01-25', '2023-01-25'],
    ['a day in mid-sentence', 'UNODC met on 3 February in Accra with partners', '2023-02-03', '2023-02-03'],
    [
      'a dateline beside the day',
      'Vienna, 6 Feb 2023 – On 20-23 January, it trained',
      '2023-01-20',
      '2023-01-23',
    ],
    ['a list', 'Courses (30 Jan, 2 Feb and 4 Feb)', '2023-01-30', '2023-02-04'],
    ['a place in the brackets', 'Workshop (Vienna, 5-6 Feb)', '2023-02-05', '2023-02-06'],
    ['any letter case', 'Workshop (5-6 FEB)', '2023-02-05', '2023-02-06'],
    ['French', 'Atelier à Abidjan, du 16 au 18 janvier', '2023-01-16', '2023-01-18'],
    ['Spanish', 'Taller (3-5 de febrero)', '2023-02-03', '2023-02-05'],
    ['Russian', 'Семинар (3-5 февраля)', '2023-02-03', '2023-02-05'],
    ['Arabic', 'ورشة عمل (3-5 فبراير)', '2023-02-03', '2023-02-05'],
    [
      'a mandate until',
      'On 3 Feb it extended the mandate until 31 December 2023',
      '2023-02-03',
      '2023-02-03',
    ],
    ['a resolution', 'UNODC met on 3 Feb on the resolution of 21 December 2022', '2023-02-03', '2023-02-03'],
    [
      'what came before',
      'On 4 Feb, the ASG spoke of launches on 2 and 3 February',
      '2023-02-04',
      '2023-02-04',
    ],
    ['a month alone', 'UNODC took part in a meeting in Madrid in January', '2023-01-01', '2023-01-31'],
  ])('%s is read for the days of what is told alone', (_, typed, start, end) => {
    expect(readPrintedDates(typed, period)).toMatchObject({ start, end })
  })
})
