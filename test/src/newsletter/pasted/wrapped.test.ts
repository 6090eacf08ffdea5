import { expect, test } from 'vitest'

import { readPasted, splitItems } from '../../../../src/newsletter/pasted/pasted.ts'

test.each([
  'UNOCT-UNODC Turkmenistan training on\nCountering Firearms Trafficking,\nTerrorism, and other crimes (13-17 Mar)',
  'UNODC regional workshop on International\nConvention for the Suppression of Acts\nof Nuclear Terrorism for South-Eastern\nEurope countries, Vienna (21-22 Mar)',
  'UNOCT-ICAO-INTERPOL-OICT-UNODC-IOM API-PNR national consultation for\nPakistan (20-21 Mar) & workshop for Djibouti (28-29 Mar)',
  'During the period, and through the Group\non Resource Mobilization and\nEvaluation, Counter-Terrorism Compact\nentities organized virtual briefings (31 May)',
  'Global Regulation of the Spyware Technology\nTrade: Scoping Proposals for a Human\nRights Compliant Approach (Apr)',
  'In May, Mr. Voronkov signed two\nMemoranda of Understanding: with UNODC\nand the Parliamentary Union (IPU)',
  'Briefing for Member States on Multi-Year\nAppeal projects: Africa, Nairobi (4 May)',
  'UNOCT and its co-implementing partners\nICSS, UNICRI, UNAOC organized a virtual\nInternational Expert Group Meeting with\nover 200 participants (15 July)',
  '23 September 2019 Sixteenth GCTF\nCoordinating Committee Meeting prepared\nfor the Plenary Meeting and discussed work',
])('a sentence that was wrapped is one sentence, nothing apart: %s', (typed) => {
  expect(splitItems(typed)).toHaveLength(1)
  expect(readPasted(typed)).toEqual({ text: typed.replaceAll('\n', ' '), bold: [], asides: [] })
})

test.each([
  [
    'Youth forum, Lisbon\nParticipants: 120\nPartners: UNESCO',
    'Youth forum, Lisbon. Participants: 120. Partners: UNESCO',
  ],
  [
    'Tashkent, Uzbekistan, Friday 13 November 2026\nUNODC opened a course for judges and prosecutors',
    'Tashkent, Uzbekistan, Friday 13 November 2026 – UNODC opened a course for judges and prosecutors',
  ],
])('a line that its author ended stays apart: %s', (typed, text) => {
  expect(readPasted(typed).text).toBe(text)
})

test('a list within a sentence is read as that sentence', () => {
  const typed = 'UNODC, with:\n- INTERPOL\n- WCO\nheld an exercise in Panama City (9 November)'
  expect(readPasted(typed)).toMatchObject({
    text: 'UNODC, with: INTERPOL, WCO held an exercise in Panama City (9 November)',
    asides: [],
  })
})

test('a headline above a dateline is set apart', () => {
  const read = readPasted(
    'New centre for judges\nTURIN, Italy, 12 November 2026 – UNICRI opened a new centre',
  )
  expect(read.asides).toEqual([{ kind: 'heading', text: 'New centre for judges' }])
})
