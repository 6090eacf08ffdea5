import { expect, test } from 'vitest'

import { embargoWords, splitEmbargo } from '../../../../src/newsletter/reading/embargo.ts'
import { embargoDay } from '../../../../src/newsletter/reading/embargoDay.ts'

test.each([
  ['EMBARGOED UNTIL 1 December: UNODC launches a report', 'UNODC launches a report', '1 December'],
  ['UNODC launches a report (embargo: 1 Dec).', 'UNODC launches a report.', '1 Dec'],
  [
    'UNODC launches a report, under embargo until 1 Dec (30 Nov)',
    'UNODC launches a report (30 Nov)',
    '1 Dec',
  ],
  ['UNODC launches a report. Not for release before 1 Dec', 'UNODC launches a report', '1 Dec'],
  [
    'The Council lifted the embargo on arms until 2030',
    'The Council lifted the embargo on arms until 2030',
    null,
  ],
  ['*EMBARGOED UNTIL 1 December:* UNODC reports', 'UNODC reports', '1 December'],
  ['**Embargo until 1 Dec**\nUNODC reports', 'UNODC reports', '1 Dec'],
  ['Embargo until 13.12.2026: UNODC reports', 'UNODC reports', '13.12.2026'],
  ['Embargo until 1 Dec. 2026. UNODC reports', 'UNODC reports', '1 Dec. 2026'],
  ['Embargo until 1 Dec. 40 judges met', '40 judges met', '1 Dec'],
  ['EMBARGOED UNTIL 1 December\nUNODC launches a report', 'UNODC launches a report', '1 December'],
  ['UNODC launches it (30 Nov)\nEmbargo: 1 Dec\nAna', 'UNODC launches it (30 Nov)\nAna', '1 Dec'],
  ['UNODC met judges (18 Nov) embargoed until 1 December', 'UNODC met judges (18 Nov)', '1 December'],
  ['UNODC met judges embargoed until 1 Dec (18 Nov)', 'UNODC met judges (18 Nov)', '1 Dec'],
  ['UNODC met judges (18 Nov) [embargo until 1 Dec 10am]', 'UNODC met judges (18 Nov)', '1 Dec 10am'],
  ['UNODC met judges (18 Nov) EMBARGO 1 DEC 2026', 'UNODC met judges (18 Nov)', '1 DEC 2026'],
  ['UNODC met judges (18 Nov) - do not publish before 1 Dec', 'UNODC met judges (18 Nov)', '1 Dec'],
  ['UNODC met judges (18 Nov) embargoed till Tuesday', 'UNODC met judges (18 Nov)', 'Tuesday'],
  ['EMBARGOED UNTIL 00:01 GMT, 1 DECEMBER: UNODC reports', 'UNODC reports', '00:01 GMT, 1 DECEMBER'],
  [
    'Embargoed until 10:00 a.m. EST, 1 December 2026\nUNODC reports',
    'UNODC reports',
    '10:00 a.m. EST, 1 December 2026',
  ],
  ['EMBARGO jusqu’au 1er décembre: l’ONUDC a agi', 'l’ONUDC a agi', '1er décembre'],
  ['Embargado hasta el 1 de diciembre: la ONUDD actuó', 'la ONUDD actuó', '1 de diciembre'],
  ['The arms embargo until 2030 was renewed', 'The arms embargo until 2030 was renewed', null],
  ['An arms embargo until its mandate ends', 'An arms embargo until its mandate ends', null],
])('words of an embargo are told from others: %s', (typed, text, until) => {
  expect(splitEmbargo(typed)).toEqual({ text, until })
})

test.each([
  ['1 Dec', '2026-12-01'],
  ['00:01 GMT, 1 DECEMBER', '2026-12-01'],
  ['10:00 a.m. EST, 1 December 2026', '2026-12-01'],
  ['Tuesday, 1 December at noon New York time', '2026-12-01'],
  ['1er décembre', '2026-12-01'],
  ['Tuesday', '2026-11-24'],
  ['0001 hours, 1 December', '2026-12-01'],
  ['1 June', '2027-06-01'],
  ['20 Nov', '2026-11-20'],
  ['30 February 2027', undefined],
  ['the Council met on 3 December', undefined],
  ['1 Dec or 2 Dec', undefined],
])('an embargo ends on the day of its words, with an hour or without: %s', (words, day) => {
  expect(embargoDay(words, { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Vienna' })).toBe(day)
})

test.each([
  ['1', 'x'],
  ['12 ', 'x'],
  ['1:11', 'x'],
  ['Monday Friday time ', '!'],
])('an embargo with a long row beside its day is answered at once: %s', (part, suffix) => {
  const words = `1 Dec ${part.repeat(40)}${suffix}`
  const start = process.cpuUsage()
  embargoDay(words, { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Vienna' })
  expect(process.cpuUsage(start).user).toBeLessThan(100_000)
})

test.each([
  ['UNODC reports, strictly embargoed', 'embargoed'],
  ['EMBARGOED\nUNODC reports', 'EMBARGOED'],
  ['Embargoed until the Council meets: UNODC reports', 'Embargoed'],
  ['UNODC reports (under embargo)', 'under embargo'],
  ['UNODC trained officers to detect embargoed weapons (3 Nov)', undefined],
  ['Officers under embargo monitoring rules met', undefined],
  ['A strict embargo regime was discussed', undefined],
])('goods under an embargo ask nothing of who prints: %s', (text, words) => {
  expect(embargoWords(text)).toBe(words)
})
