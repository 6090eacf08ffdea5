import { describe, expect, test } from 'vitest'

import { findDates } from '../../../../src/core/time/findDates.ts'

const near = { period: { from: '2026-11-01', to: '2026-12-31' }, today: '2026-11-23' }

function found(text: string): readonly string[] {
  return findDates(text, near).map(
    (date) =>
      `${date.from}..${date.to}${date.precision === 'month' ? ' month' : ''}${date.mentioned ? ' mentioned' : ''}`,
  )
}

describe('the dates of a text', () => {
  test.each([
    ['trained judges in Dakar, Senegal (3‐5 Nov)', '2026-11-03..2026-11-05'],
    ['trained judges in Dakar, Senegal (3‒5 Nov)', '2026-11-03..2026-11-05'],
    ['trained judges in Dakar, Senegal (3−5 Nov)', '2026-11-03..2026-11-05'],
    ['in Dakar on 4, 5 and 6 November 2026', '2026-11-04..2026-11-06'],
    ['in Dakar on 4, 5, 6 November', '2026-11-04..2026-11-06'],
    ['in Dakar (16-18/11)', '2026-11-16..2026-11-18'],
    ['in Dakar (3 - 5/11/2026)', '2026-11-03..2026-11-05'],
    ['in Dakar (3-5/11)', '2026-11-03..2026-11-05'],
    ['in Dakar, 3 to 5/11/2026', '2026-11-03..2026-11-05'],
    ['in Dakar (3/11 – 5/11/2026)', '2026-11-03..2026-11-05'],
    ['in Dakar (3/11/2026 - 5/11/2026)', '2026-11-03..2026-11-05'],
    ['in Dakar (3/11-5/11)', '2026-11-03..2026-11-05'],
    ['in Dakar (11/3 - 11/5/2026)', '2026-11-03..2026-11-05'],
    ['in Dakar (3/11 – 15/11/2026)', '2026-11-03..2026-11-15'],
    ['in Dakar (from 02.11.2026 to 05.11.2026)', '2026-11-02..2026-11-05'],
    ['in Dakar (13.-15.11.)', '2026-11-13..2026-11-15'],
    ['in Dakar (16-Nov-2026)', '2026-11-16..2026-11-16'],
    ['in Dakar (Nov-16-2026)', '2026-11-16..2026-11-16'],
    ['in Dakar (Nov/16/2026)', '2026-11-16..2026-11-16'],
    ['in Dakar (Nov-16)', '2026-11-16..2026-11-16'],
    ['in Dakar (Nov-16-18)', '2026-11-16..2026-11-18'],
    ['in Dakar, 3 NOVEMBER 2026', '2026-11-03..2026-11-03'],
    ['in Dakar, 3 nov', '2026-11-03..2026-11-03'],
    ['in Dakar on 3 november', '2026-11-03..2026-11-03'],
    ['trained 30 officers, 5 Nov', '2026-11-05..2026-11-05'],
    ['NAIROBI, 25 November – The team', '2026-11-25..2026-11-25'],
    ['Nov. 5–6, 2026', '2026-11-05..2026-11-06'],
    ['29 Nov-3 Dec', '2026-11-29..2026-12-03'],
    ['30/11/2026', '2026-11-30..2026-11-30'],
    ['WORKSHOP IN NAIROBI, OCT', '2026-10-01..2026-10-31 month'],
    ['a visit in OCT', '2026-10-01..2026-10-31 month'],
    ['a visit, OCT 2026', '2026-10-01..2026-10-31 month'],
    ['du 3 au 5 novembre 2026', '2026-11-03..2026-11-05'],
    ['(3-5 de noviembre)', '2026-11-03..2026-11-05'],
    ['(3-5 نوفمبر)', '2026-11-03..2026-11-05'],
    ['(3-5 ноября)', '2026-11-03..2026-11-05'],
    ['2026年11月3日至5日举行', '2026-11-03..2026-11-05'],
    ['in Bonn (16.-18. November 2026)', '2026-11-16..2026-11-18'],
    ['in Bonn (16.–18. November)', '2026-11-16..2026-11-18'],
    ['in Bonn (16. bis 18. November 2026)', '2026-11-16..2026-11-18'],
    ['in Doha (02-11-2026)', '2026-11-02..2026-11-02'],
    ['in Doha (2/11).', '2026-11-02..2026-11-02'],
    ['trained officers (10 Feb 2025)', '2025-02-10..2025-02-10'],
    ['trained officers (10 Feb 2025).', '2025-02-10..2025-02-10'],
    ['in Nairobi last week', '2026-11-16..2026-11-22'],
    ['In February, the team', '2027-02-01..2027-02-28 month'],
    ['(November)', '2026-11-01..2026-11-30 month'],
    ['in Dakar on December the first', '2026-12-01..2026-12-01'],
    ['on the first of December in Dakar', '2026-12-01..2026-12-01'],
    ['in Dakar, December the twenty-first, 2026', '2026-12-21..2026-12-21'],
    ['le premier décembre à Dakar', '2026-12-01..2026-12-01'],
    ['el primero de diciembre', '2026-12-01..2026-12-01'],
    ['первого декабря в Дакаре', '2026-12-01..2026-12-01'],
    ['In December the first workshop was held', '2026-12-01..2026-12-31 month'],
  ])('%s', (text, date) => {
    expect(found(text)).toEqual([date])
  })

  test('stand where they stand in the text', () => {
    const text = 'The team met (30 Nov, 2 Dec and 4 Dec)'
    const dates = findDates(text, near)
    expect(dates.map(({ start, end }) => text.slice(start, end))).toEqual(['30 Nov', '2 Dec', '4 Dec'])
    expect(dates.map(({ written }) => written)).toEqual(['30 Nov', '2 Dec', '4 Dec'])
  })

  test.each([
    [
      'the resolution of 21 December 2017 to judges (10 Nov)',
      ['2017-12-21..2017-12-21 mentioned', '2026-11-10..2026-11-10'],
    ],
    [
      'since the attack of 1 March 2021, Christchurch (3 Nov)',
      ['2021-03-01..2021-03-01 mentioned', '2026-11-03..2026-11-03'],
    ],
    [
      'after the events (10 Feb 2025) met judges (3 Nov)',
      ['2025-02-10..2025-02-10 mentioned', '2026-11-03..2026-11-03'],
    ],
    ['whose mandate runs until 31 December 2026', ['2026-12-31..2026-12-31 mentioned']],
    ['nominations by 5 December', ['2026-12-05..2026-12-05 mentioned']],
  ])('are told from those only mentioned: %s', (text, dates) => {
    expect(found(text)).toEqual(dates)
  })

  test.each([
    'see https://un.org/2026/11/03/x and resolution 2396 (2017)',
    'March 1.5 million',
    '5/6/2024 and 24/7',
    'in Doha (11/12/2026)',
    'in Doha (11/12)',
    'a share of (1/4)',
    '31 November and 30 Feb',
    'on 31 November 2026, 30 Feb 2026 and the 31st of November 2026 (29-31 Nov 2026)',
    'they may march on Monday',
    'version 3.11.2 of 5 items',
  ])('are none in: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  test.each([
    ['a report (Dec ’99)', ['1999-12-01..1999-12-31']],
    ['a report (Dec ’25)', ['2025-12-01..2025-12-31']],
    ['met the Minister, Abidjan, 3.11.', ['2026-11-03..2026-11-03']],
    ['met the Minister in Abidjan (3.11.)', ['2026-11-03..2026-11-03']],
    ['met on 3.11. in Abidjan', ['2026-11-03..2026-11-03']],
    ['a tool, version 3.11. It helps', []],
    ['paragraphs 2.1., 3.11. and 4.12.', []],
    ['in Accra 16/11 - 18/11', ['2026-11-16..2026-11-18']],
    ['in Accra from 16/11 to 18/11 with judges', ['2026-11-16..2026-11-18']],
    ['scores of 16/11 - 18/20', []],
  ])('are read with short years and as pairs of numbers: %s', (text, dates) => {
    expect(found(text).map((date) => date.slice(0, 22))).toEqual(dates)
  })
})
