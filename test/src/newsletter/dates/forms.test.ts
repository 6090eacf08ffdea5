import { expect, test } from 'vitest'

import { readPrintedDates } from '../../../../src/newsletter/dates/printedDate.ts'

const period = { from: '2024-09-01', to: '2024-10-31' }

test.each([
  ['the same number twice in brackets', 'UNODC trained judges (10/10)', '2024-10-10', '2024-10-10'],
  ['numbers of which one order lies in the period', 'Exercise in Montréal, 7/10/2024', '2024-10-07', '2024-10-07'],
  ['numbers from one month to another', 'Course (28/09-02/10/2024)', '2024-09-28', '2024-10-02'],
  ['a word between a day and a date in numbers', 'Course, 9 to 13.09.2024', '2024-09-09', '2024-09-13'],
  ['days joined by hyphens', 'Course 10-11-12 September', '2024-09-10', '2024-09-12'],
  ['weekdays beside the days', 'Course from Monday, 30 September, to Friday, 4 October', '2024-09-30', '2024-10-04'],
  ['what was signed on it at the end', 'Malta-UNOCT MoU on a programme office signed on 23 September', '2024-09-23', '2024-09-23'],
  ['a number that counts before a dash', 'CJLR-CFT WG discussed FATF Recommendation 8 – 24 October', '2024-10-24', '2024-10-24'],
  ['Chinese in mid-sentence', '办公室于2024年9月10日至12日在曼谷举办培训', '2024-09-10', '2024-09-12'],
  ['Chinese over two months', '联合国于9月28日至10月2日举办培训', '2024-09-28', '2024-10-02'],
  ['both Arabic names of a month', 'عقد المكتب في 10 أيلول/سبتمبر 2024 اجتماعا', '2024-09-10', '2024-09-10'],
  ['both Arabic names over two months', 'من 28 أيلول/سبتمبر إلى 2 تشرين الأول/أكتوبر 2024', '2024-09-28', '2024-10-02'],
  ['a Russian month in its case', 'В сентябре 2024 года прошел семинар', '2024-09-01', '2024-09-30'],
])('an item is dated by %s', (_, text, start, end) => {
  expect(readPrintedDates(text, period)).toMatchObject({ start, end })
}) // biome-ignore format: a table

test.each([
  ['a share of ten out of the period', 'UNODC answered all the questions (1/1)'],
  ['numbers of which neither order lies in the period', 'The guide of 5/6/2021 is out'],
  ['a deadline', 'Applications are open, deadline: 31 October'],
  ['a share without brackets', 'Teams won 10/10 points'],
  ['a treaty that was signed before', 'Talks on the treaty signed on 5 May'],
])('%s dates nothing', (_, text) => {
  expect(readPrintedDates(text, period)).toMatchObject({ start: null })
})
