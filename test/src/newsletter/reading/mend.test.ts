import { expect, test } from 'vitest'

import { entities } from '../../../../db/samples/entities.ts'
import { groups } from '../../../../db/samples/groups.ts'
import { isMendable, mend } from '../../../../src/newsletter/reading/mend.ts'
import { readItem } from '../../../../src/newsletter/reading/readItem.ts'

const known = {
  period: { from: '2023-03-01', to: '2023-04-30' },
  entities: entities.map((entity) => ({ aliases: [], parts: [], ...entity })),
  groups,
  own: 'UNODC',
}

/** The text with every suggestion followed. */
function mended(typed: string): string {
  const { text, suggestions } = readItem(typed, known)
  return suggestions.filter(isMendable).reduceRight((now, one) => mend(now, text, one), typed)
}

test.each([
  ['We trained judges in Accra (6 Mar)', 'UNODC trained judges in Accra (6 Mar)'],
  ['At our office we have trained judges (6 Mar)', 'At UNODC’s office UNODC has trained judges (6 Mar)'],
  [
    'We presented “What we do for our youth” and Our Common Agenda (6 Mar)',
    'UNODC presented “What we do for our youth” and Our Common Agenda (6 Mar)',
  ],
  ['UNODC trained judges in Turkey (6 Mar)', 'UNODC trained judges in Türkiye (6 Mar)'],
  [
    'CTED visited Syria and Laos (6 Mar)',
    "CTED visited the Syrian Arab Republic and the Lao People's Democratic Republic (6 Mar)",
  ],
  [
    'The Czech Republic funded it in Palestine (6 Mar)',
    'Czechia funded it in the State of Palestine (6 Mar)',
  ],
  ['UNODC met judges in Moscow, Russia (6 Mar)', 'UNODC met judges in Moscow, Russian Federation (6 Mar)'],
  ["UNODC trained judges in Cote d'Ivoire (6 Mar)", "UNODC trained judges in Côte d'Ivoire (6 Mar)"],
  ['unodc trained judges in accra, ghana (6 mar)', 'UNODC trained judges in Accra, Ghana (6 Mar)'],
  ['UNODC trained judges in Accra. (6 Mar)', 'UNODC trained judges in Accra (6 Mar)'],
  ['UNODC trained judges in Accra (March 6 – 9, 2023)', 'UNODC trained judges in Accra (6-9 Mar)'],
  [
    'The United Nations Office on Drugs and Crime (UNODC) trained judges (6 Mar)',
    'UNODC trained judges (6 Mar)',
  ],
  ['UNDOC trained judges in Accra (6 Mar)', 'UNODC trained judges in Accra (6 Mar)'],
  ['Unodc trained judges in Accra (6 Mar)', 'UNODC trained judges in Accra (6 Mar)'],
  ['UNODC met judges in Accra on 6, 8 and 13 March', 'UNODC met judges in Accra (6, 8 and 13 March)'],
  ['UNODC met judges on 6-8 and 13-15 Mar in Accra', 'UNODC met judges in Accra (6-8 and 13-15 Mar)'],
  ['UNODC met judges in Accra (6-8 Mars 2023)', 'UNODC met judges in Accra (6-8 Mar)'],
  ['UNODC met judges in Accra (6 MAR)', 'UNODC met judges in Accra (6 Mar)'],
  ['UNODC met judges in Accra (6.3.2022)', 'UNODC met judges in Accra (6 Mar 2022)'],
])('%s is printed as %s', (typed, printed) => {
  expect(mended(typed)).toBe(printed)
  expect(readItem(printed, known).suggestions.filter(isMendable)).toEqual([])
})

test.each([
  'UNESCO held a webinar in the United States (6-9 March)',
  'CTED visited Jordan (28 Feb-3 Mar)',
  'UN-Women’s report “Our bodies, our lives” (Apr 2023)',
])('%s is in the printed manner', (typed) => {
  expect(readItem(typed, known).suggestions.filter(({ kind }) => kind === 'date form')).toEqual([])
})

test.each([
  'UNODC met judges in Accra in the week of 6 March',
  'UNODC met judges in Accra (week of 6 March)',
  'UNODC met judges in Accra (end of March)',
  'UNODC ED Waly said we must act together (6 Mar)',
  'UNODC joined a South Korea-led exercise (6 Mar)',
])('no press puts words into %s that say something else', (typed) => {
  expect(readItem(typed, { ...known, own: 'CTED' }).suggestions.filter(isMendable)).toEqual([])
})
