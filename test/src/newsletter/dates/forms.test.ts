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
  ['numbers after “on” of which one order lies in the period', 'UNODC trained judges on 5/10 in Accra', '2024-10-05', '2024-10-05'],
  ['numbers with their month first', 'UNODC trained judges on 10/17', '2024-10-17', '2024-10-17'],
  ['days before a month in numbers', 'UNODC trained judges, 3-5/10, Accra', '2024-10-03', '2024-10-05'],
  ['a day that can be no month', 'UNODC assessment in Accra, 9-13/10', '2024-10-09', '2024-10-13'],
  ['two days in numbers', 'UNODC trained judges 3/10-5/10 in Accra', '2024-10-03', '2024-10-05'],
  ['days separated by strokes', 'OPCW course in Doha 8/9/10 October', '2024-10-08', '2024-10-10'],
  ['what it tells, not what is far ahead', 'The Week is held 22-26 June 2025; the call went out on 9 October', '2024-10-09', '2024-10-09'],
  ['what it tells, not what follows', 'UNODC held a webinar on 17 Sep (the next follows on 3 Oct)', '2024-09-17', '2024-09-17'],
  ['Chinese in mid-sentence', '办公室于2024年9月10日至12日在曼谷举办培训', '2024-09-10', '2024-09-12'],
  ['Chinese over two months', '联合国于9月28日至10月2日举办培训', '2024-09-28', '2024-10-02'],
  ['both Arabic names of a month', 'عقد المكتب في 10 أيلول/سبتمبر 2024 اجتماعا', '2024-09-10', '2024-09-10'],
  ['both Arabic names over two months', 'من 28 أيلول/سبتمبر إلى 2 تشرين الأول/أكتوبر 2024', '2024-09-28', '2024-10-02'],
  ['the older Arabic name of a month alone', 'عقد المكتب دورة (3-5 تشرين الأول)', '2024-10-03', '2024-10-05'],
  ['a Russian month in its case', 'В сентябре 2024 года прошел семинар', '2024-09-01', '2024-09-30'],
])('an item is dated by %s', (_, text, start, end) => {
  expect(readPrintedDates(text, period)).toMatchObject({ start, end })
}) // biome-ignore format: a table

test.each([
  ['a share of ten out of the period', 'UNODC answered all the questions (1/1)'],
  ['numbers of which neither order lies in the period', 'The guide of 5/6/2021 is out'],
  ['a day that is a name', 'UNODC spoke on 9/11 and its victims'],
  ['a share in mid-sentence', 'UNODC trained 5/10 judges'],
  ['marks from one to another', 'Trust rose from 3/10 to 5/10 after the course'],
  ['a share after “on”', 'UNODC reported on 2/10 of the cases'],
  ['a deadline', 'Applications are open, deadline: 31 October'],
  ['a deadline for something', 'Applications are open. Deadline for applications: 31 October'],
  ['the end of a registration', 'Workshop on data (registration closes 31 October)'],
  ['a closing date', 'Applications are open. Closing date for papers: 31 October'],
  ['a share without brackets', 'Teams won 10/10 points'],
  ['a treaty that was signed before', 'Talks on the treaty signed on 5 May'],
])('%s dates nothing', (_, text) => {
  expect(readPrintedDates(text, period)).toMatchObject({ start: null })
})
