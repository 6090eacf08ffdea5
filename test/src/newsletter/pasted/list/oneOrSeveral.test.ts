import { expect, test } from 'vitest'

import { readPasted, splitPasted } from '../../../../../src/newsletter/pasted/pasted.ts'

const several: readonly (readonly [string, readonly string[]])[] = [
  [
    'UNESCO launched a toolkit in Tunis on 4 November.\n\nUNESCO held a workshop in Dakar on 11 November.',
    ['UNESCO launched a toolkit in Tunis on 4 November.', 'UNESCO held a workshop in Dakar on 11 November.'],
  ],
  [
    'Dialogue on automated checks\n\nUNIDIR met officials in Geneva on 10 November.\n\nPaper on drones\n\nUNIDIR released a paper on 17 November.',
    [
      'Dialogue on automated checks\nUNIDIR met officials in Geneva on 10 November.',
      'Paper on drones\nUNIDIR released a paper on 17 November.',
    ],
  ],
  [
    'IMO trained port officers in Suva on 3 November.\n\nThe course was the third in the region.\n\nIMO published a guide on 5 November.',
    [
      'IMO trained port officers in Suva on 3 November.\nThe course was the third in the region.',
      'IMO published a guide on 5 November.',
    ],
  ],
  [
    'UNDP activities in November: workshop for imams in Mombasa (3 Nov); radio debate in Kampala (9 Nov)',
    ['UNDP: workshop for imams in Mombasa (3 Nov)', 'UNDP: radio debate in Kampala (9 Nov)'],
  ],
  [
    "- Meeting with the Ambassador of Peru\n- 5 Nov: call with the EU\n- Preparation for next year's plenary",
    ['Meeting with the Ambassador of Peru', '5 Nov: call with the EU', "Preparation for next year's plenary"],
  ],
  [
    'In November the WCO Secretariat carried out:\n• National workshop in Maputo (2-4 Nov)\n• Webinar on trade controls (10 Nov)',
    ['WCO: National workshop in Maputo (2-4 Nov)', 'WCO: Webinar on trade controls (10 Nov)'],
  ],
  [
    '• Operation against precursors, West Africa (2-13 November)\n    o 14 countries took part in it\n    o 1.8 tonnes of precursors seized\n• Expert meeting on deepfakes, Lyon (18 November)',
    [
      'Operation against precursors, West Africa: 14 countries took part in it; 1.8 tonnes of precursors seized (2-13 November)',
      'Expert meeting on deepfakes, Lyon (18 November)',
    ],
  ],
  [
    'Please find UNITAR’s updates for November:\n- **Mali**: 26 gendarmes trained (Bamako, 3-7 Nov)\n- Virtual course on mines (Niamey, 12 Nov)',
    [
      'UNITAR: **Mali**: 26 gendarmes trained (Bamako, 3-7 Nov)',
      'UNITAR: Virtual course on mines (Niamey, 12 Nov)',
    ],
  ],
  [
    'Actividades del PNUD en noviembre:\n• Taller sobre liderazgo, Tegucigalpa (4-5 de noviembre)\n• Foro de mujeres, Bogotá (11 de noviembre)',
    [
      'PNUD: Taller sobre liderazgo, Tegucigalpa (4-5 de noviembre)',
      'PNUD: Foro de mujeres, Bogotá (11 de noviembre)',
    ],
  ],
  [
    'Date: 9-13 November\nActivity: Visit to Bangladesh\nEntities: CTED, IOM\n\nDate: 16-17 November\nActivity: Workshop on finance\nPlace: Kuala Lumpur, Malaysia',
    [
      'CTED, IOM: Visit to Bangladesh (9-13 November)',
      'Workshop on finance, Kuala Lumpur, Malaysia (16-17 November)',
    ],
  ],
  [
    'Recent UNIDIR publications:\n• "Drones and supply" (3 Nov) https://unidir.org/a\n• "Return and resume" (12 Nov) https://unidir.org/b',
    [
      'UNIDIR: "Drones and supply" (3 Nov) https://unidir.org/a',
      'UNIDIR: "Return and resume" (12 Nov) https://unidir.org/b',
    ],
  ],
  [
    'Novedades de UNODC Colombia:\n- Taller sobre custodia, Cali, 5 de noviembre\n- Entrega de equipos, Pasto, 17 de noviembre',
    [
      'UNODC: Taller sobre custodia, Cali, 5 de noviembre',
      'UNODC: Entrega de equipos, Pasto, 17 de noviembre',
    ],
  ],
  [
    'The UNODC Regional Office for South Asia completed:\n• a course on tracing, Colombo (4-6 Nov)\n• a hand-over of laptops in Malé (13 Nov)',
    ['UNODC: a course on tracing, Colombo (4-6 Nov)', 'UNODC: a hand-over of laptops in Malé (13 Nov)'],
  ],
]

test.each(several)('items of one message are told apart: %j', (typed, items) => {
  expect(splitPasted(typed).items).toEqual(items)
})

test.each([
  'On 12 November 2026, UNICEF and Iraq signed a plan.\n\nUnder the plan, 900 children will go to school by the end of 2027.',
  'Participants of the seminar in Nairobi on 3 November:\n\nUNODC took part on 3 November.\n\nIOM observed on 4 November.',
  'The Director of UNICRI said:\n\nOn 3 November we opened an office in Lima.\n\nOn 9 November we closed the one in Quito.',
  'On 3 November CTED met the OSCE in Vienna.\n\nOn 4 November it met the EU in Brussels.',
  'UNODC opened a course in Lima on 3 November.\n\nThe course ended on 7 November with an exercise.',
  'Regional seminar in Nairobi, 3-5 November\n\nFrom 3 to 5 November, ICAO held a seminar for 40 inspectors.',
  'OHCHR issued guidance on airports[1] (16 November 2026).\n\n[1] Prepared with 2 working groups.',
  'ICAO concluded a seminar in Nairobi (3-5 November). Participants:\n- reviewed the new standards for screening\n- exchanged views on insider threats',
  'UNODC training for law enforcement on financing in Ghana (6-9 Mar); on border control in Togo (13-17 Mar)',
  'CTED visited three States: Jordan (6-9 Mar); Benin (13-17 Mar); Spain (24 Apr)',
])('a story and what goes on with it are one item: %j', (typed) => {
  expect(splitPasted(typed).items).toEqual([typed])
})

test('what led a series is said', () => {
  const typed =
    'UNDP activities in November: workshop in Mombasa, Kenya (3 Nov); debate in Kampala, Uganda (9 Nov)'
  expect(splitPasted(typed).asides).toEqual([{ kind: 'heading', text: 'UNDP activities in November:' }])
})

test.each([
  [
    '**Paper on small drones**\nUNIDIR released it on 17 November.',
    'Paper on small drones. UNIDIR released it on 17 November.',
    [],
  ],
  [
    'A primer for judges\nUNICRI, November 2026\nhttps://unicri.org/primer',
    'A primer for judges, UNICRI, November 2026 https://unicri.org/primer',
    [],
  ],
  [
    'Contribution of IMO – November 2026\n\nIMO trained officers in Suva (3 Nov)',
    'IMO trained officers in Suva (3 Nov)',
    ['Contribution of IMO – November 2026'],
  ],
  [
    'UNESCO updates for the newsletter\n\nUNESCO trained editors in Tunis (3 Nov)',
    'UNESCO trained editors in Tunis (3 Nov)',
    ['UNESCO updates for the newsletter'],
  ],
  [
    'OHCHR issued guidance[1] (16 Nov)\n[1] With two groups.',
    'OHCHR issued guidance (16 Nov)',
    ['[1] With two groups.'],
  ],
  ['WHO met in Amman¹ (3 Nov)\n¹ As of today.', 'WHO met in Amman (3 Nov)', ['¹ As of today.']],
  [
    'UN Women met officers in Amman! 👮‍♀️💪 #WPS #Policing @UNWomenArabic',
    'UN Women met officers in Amman!',
    ['#WPS #Policing @UNWomenArabic', '👮‍♀️💪'],
  ],
  ['Training by @UNODC', 'Training by @UNODC', []],
  ['60 women joined in Lima! 🙌 @UN_Women #WPS', '60 women joined in Lima!', ['@UN_Women #WPS', '🙌']],
  [
    'IMO: revised guide (20 Nov) – see attached flyer. Link: https://imo.org/x',
    'IMO: revised guide (20 Nov) Link: https://imo.org/x',
    ['see attached flyer.'],
  ],
  [
    'OICT released a tool (9 Nov) [could you please add the link? thanks]',
    'OICT released a tool (9 Nov)',
    ['[could you please add the link? thanks]'],
  ],
  [
    'Our course for prosecutors came to an end in Rome!\n\nThey spent five days testing tools and their limits.\n👉 More: https://unicri.org/x',
    'Our course for prosecutors came to an end in Rome! They spent five days testing tools and their limits. More: https://unicri.org/x',
    [],
  ],
  [
    'ورشة عمل حول أمن الحدود\n\nنظم المكتب ورشة عمل في مسقط',
    'ورشة عمل حول أمن الحدود. نظم المكتب ورشة عمل في مسقط',
    [],
  ],
  [
    'Panel of UNAOC with FIFA\nNyon, Switzerland, 18 November 2026\nSome 90 officials attended.',
    'Panel of UNAOC with FIFA. Nyon, Switzerland, 18 November 2026 – Some 90 officials attended.',
    [],
  ],
  ['OICT released a tool (9 Nov) [third edition]', 'OICT released a tool (9 Nov) [third edition]', []],
  [
    'IOM opened a post in Lima (3 Nov).\nPS: we may send a photo tomorrow.',
    'IOM opened a post in Lima (3 Nov).',
    ['PS: we may send a photo tomorrow.'],
  ],
  [
    'IOM opened a post in Lima (3 Nov).\n\nAbout IOM\nFounded in 1951, IOM is an organization.',
    'IOM opened a post in Lima (3 Nov).',
    ['About IOM\nFounded in 1951, IOM is an organization.'],
  ],
  [
    'IOM opened a post in Lima (3 Nov).\nAbout migrants\nIOM trained 20 guards in Quito on 5 November.',
    'IOM opened a post in Lima (3 Nov). About migrants IOM trained 20 guards in Quito on 5 November.',
    [],
  ],
  [
    'Activities of the Security Council\n\nUNODC took part in them in Lima (3 Nov)',
    'Activities of the Security Council. UNODC took part in them in Lima (3 Nov)',
    [],
  ],
] as const)('what stands around an item is set apart, and a title ends: %j', (typed, text, asides) => {
  const read = readPasted(typed)
  expect([read.text, read.asides.map((aside) => aside.text)]).toEqual([text, asides])
})
