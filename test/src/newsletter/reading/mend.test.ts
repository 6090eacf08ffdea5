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

test.each([
  ['UNODC trained judges (Accra; 6-9 March 2023)', 'UNODC trained judges (Accra; 6-9 Mar)'],
  ['UNODC trained judges (6-9 Mar. – Accra)', 'UNODC trained judges (6-9 Mar – Accra)'],
  [
    'The training (Accra, Ghana, 6-9 March) gathered judges',
    'The training (Accra, Ghana) gathered judges (6-9 Mar)',
  ],
  [
    'The training (Accra, 6-9 March, hybrid) gathered judges',
    'The training (Accra, hybrid) gathered judges (6-9 Mar)',
  ],
  ['The training (held 6-9 March) gathered judges', 'The training gathered judges (6-9 Mar)'],
  ['UNODC trained judges online (from Mar. to Apr. 2023)', 'UNODC trained judges online (Mar-Apr)'],
  ['UNODC reached judges btw 6-9 Mar in Accra!!', 'UNODC reached judges in Accra (6-9 Mar)'],
  ['UNODC trained judges in Accra [6-9 Mar]', 'UNODC trained judges in Accra (6-9 Mar)'],
  ['UNODC trained judges in Accra (6-9 Mar), Ghana', 'UNODC trained judges in Accra, Ghana (6-9 Mar)'],
  [
    'UNODC trained judges in Accra on Monday (6 March) with UNDP',
    'UNODC trained judges in Accra with UNDP (6 Mar)',
  ],
  ['UNODC trained judges – Accra – 6-9 Mar', 'UNODC trained judges – Accra (6-9 Mar)'],
  ['Training of judges | Accra | 6-9 Mar | UNODC', 'Training of judges | Accra | UNODC (6-9 Mar)'],
  ['UNODC: 6 March: training of judges', 'UNODC: training of judges (6 Mar)'],
  [
    'Training, Vienna Centre, 6-9 March, 120 judges from Ghana',
    'Training, Vienna Centre, 120 judges from Ghana (6-9 Mar)',
  ],
  [
    'UNODC met judges in Accra on 6 March, calling for more',
    'UNODC met judges in Accra, calling for more (6 Mar)',
  ],
  ['UNODC, on 6 March, trained judges in Accra', 'UNODC trained judges in Accra (6 Mar)'],
  ['UNODC met from Monday, 6 to Thursday, 9 March in Accra', 'UNODC met in Accra (6-9 Mar)'],
  ['UNODC went to Accra on 6th to 7th and 9th to 10th March', 'UNODC went to Accra (6-7 and 9-10 Mar)'],
  ['开发署于3月6日至9日在北京举办了研讨会', '开发署在北京举办了研讨会 (6-9 Mar)'],
  [
    'UNODC trained judges, Accra, 6 to 9 Mar. 2023. Photo: UNODC. Source: https://unodc.org/x',
    'UNODC trained judges, Accra, 6-9 Mar. Photo: UNODC. Source: https://unodc.org/x',
  ],
  [
    'UNODC trained judges on 6 March in Accra.\nSource: https://unodc.org/x',
    'UNODC trained judges in Accra (6 Mar)\nSource: https://unodc.org/x',
  ],
])('the date of “%s” is mended to “%s”, with all that stands beside it', (typed, printed) => {
  expect(mended(typed)).toBe(printed)
  expect(readItem(printed, known).start).toBe(readItem(typed, known).start)
  expect(readItem(printed, known).suggestions.filter(isMendable)).toEqual([])
})

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
  ['UNODC trained judges in the Kyrgyz Republic (6 Mar)', 'UNODC trained judges in Kyrgyzstan (6 Mar)'],
  ['UNODC trained judges in the Slovak Republic (6 Mar)', 'UNODC trained judges in Slovakia (6 Mar)'],
  ['UNODC trained judges in Burkina-Faso (6 Mar)', 'UNODC trained judges in Burkina Faso (6 Mar)'],
  ['UNODC trained judges in Guinea Bissau (6 Mar)', 'UNODC trained judges in Guinea-Bissau (6 Mar)'],
  ['UNODC trained judges in St. Lucia (6 Mar)', 'UNODC trained judges in Saint Lucia (6 Mar)'],
  ['UNODC trained judges in Guinea-Conakry (6 Mar)', 'UNODC trained judges in Guinea (6 Mar)'],
  [
    'UNODC trained judges in Trinidad & Tobago (6 Mar)',
    'UNODC trained judges in Trinidad and Tobago (6 Mar)',
  ],
  ['UNWOMEN trained judges in Accra (6 Mar)', 'UN Women trained judges in Accra (6 Mar)'],
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
  ['UNODC met judges in Accra on 6, 8 and 13 March', 'UNODC met judges in Accra (6, 8 and 13 Mar)'],
  ['UNODC met judges on 6-8 and 13-15 Mar in Accra', 'UNODC met judges in Accra (6-8 and 13-15 Mar)'],
  ['UNODC met judges in Accra (6-8 Mars 2023)', 'UNODC met judges in Accra (6-8 Mar)'],
  ['UNODC met judges in Accra (du 6 au 8 mars 2023)', 'UNODC met judges in Accra (6-8 Mar)'],
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
  'UNODC met judges in Accra (1st week of March)',
  'UNODC met judges in Accra, w/c 6 March',
  'UNODC met judges in Accra in the second half of March',
  'UNODC met judges in Accra, throughout March',
  'UNODC met judges in Accra and Tamale from 6 to 7 and 9 to 10 March, respectively',
  'UNODC ED Waly said we must act together (6 Mar)',
  'UNODC joined a South Korea-led exercise (6 Mar)',
])('no press puts words into %s that say something else', (typed) => {
  expect(readItem(typed, { ...known, own: 'CTED' }).suggestions.filter(isMendable)).toEqual([])
})
