import { expect, test } from 'vitest'

import { takeTrailing } from '../../../../src/core/language/trailing/trailing.ts'
import { option, required } from '../../../../src/core/option.ts'

const about = ''
const commands = {
  record: {
    figure: required(option.text({ about })),
    value: required(option.integer({ about })),
    on: option.day({ about }),
  },
  plan: {
    wg: required(option.group({ about })),
    add: option.text({ about }),
    item: option.record({ about, prefix: 'WP' }),
    text: option.text({ about }),
    who: option.entity({ about }),
    due: option.day({ about }),
    status: option.choice({ about, choices: ['planned', 'done'] }),
    year: option.integer({ about }),
  },
  submit: {
    wg: required(option.group({ about })),
    year: required(option.integer({ about })),
    heading: required(
      option.choice({ about, choices: ['Challenges', 'Lessons learned and good practices'] }),
    ),
    text: required(option.text({ about })),
  },
  status: {
    recommendation: required(option.record({ about, prefix: 'REC' })),
    status: required(option.choice({ about, choices: ['in progress', 'implemented'] })),
    note: option.text({ about }),
  },
  assign: {
    recommendation: required(option.record({ about, prefix: 'REC' })),
    owner: required(option.text({ about, max: 100 })),
    due: option.day({ about }),
  },
  library: {
    title: required(option.text({ about })),
    link: required(option.text({ about })),
    date: option.period({ about }),
  },
  items: {
    wg: option.group({ about }),
    kind: option.choice({ about, choices: ['publication', 'guide'] }),
    page: option.integer({ about }),
  },
  projects: {
    about: option.text({ about }),
    pillar: option.choice({ about, choices: ['I', 'II', 'III'] }),
    status: option.choice({ about, choices: ['planned', 'ongoing'], also: { ongoing: ['in progress'] } }),
    page: option.integer({ about }),
  },
}

test.each([
  ['record', 'visits 300000 on 20 Nov', { figure: 'visits', value: '300000', on: '20 Nov' }],
  [
    'record',
    'Focal points 1 012, on 20 November',
    { figure: 'Focal points', value: '1 012', on: '20 November' },
  ],
  ['plan', 'ETCIP 1 done', { wg: 'ETCIP', item: '1', status: 'done' }],
  ['plan', 'ETCIP WP1 is done', { wg: 'ETCIP', item: 'WP1', status: 'done' }],
  ['plan', 'ETCIP 2027', { wg: 'ETCIP', year: '2027' }],
  ['plan', 'ETCIP 1', { wg: 'ETCIP 1' }],
  [
    'plan',
    'ETCIP add "Second workshop" due 30 June 2027',
    { wg: 'ETCIP', add: 'Second workshop', due: '30 June 2027' },
  ],
  [
    'submit',
    'ETCIP 2026 challenges "Too few staff."',
    { wg: 'ETCIP', year: '2026', heading: 'Challenges', text: 'Too few staff.' },
  ],
  [
    'submit',
    'ETCIP 2026 lessons learned: plan early',
    { wg: 'ETCIP', year: '2026', heading: 'Lessons learned and good practices', text: 'plan early' },
  ],
  ['submit', 'ETCIP challenges', { wg: 'ETCIP', heading: 'Challenges' }],
  [
    'status',
    'REC1 implemented law adopted on 3 November',
    { recommendation: 'REC1', status: 'implemented', note: 'law adopted on 3 November' },
  ],
  [
    'status',
    'REC1 is in progress: two courses',
    { recommendation: 'REC1', status: 'in progress', note: 'two courses' },
  ],
  ['assign', 'REC2 to UNOCT', { recommendation: 'REC2', owner: 'UNOCT' }],
  ['assign', 'REC2 UNOCT due 1 March', { recommendation: 'REC2', owner: 'UNOCT', due: '1 March' }],
  [
    'library',
    'Handbook on Prisons https://unodc.org/prison',
    { title: 'Handbook on Prisons', link: 'https://unodc.org/prison' },
  ],
  [
    'library',
    'AI toolkit, https://unicri.org/ai, March 2026',
    { title: 'AI toolkit', link: 'https://unicri.org/ai', date: 'March 2026' },
  ],
  ['library', 'See https://un.org and more', { title: 'See https://un.org and more' }],
  ['items', 'publications', { kind: 'publication' }],
  ['items', 'ETCIP guides', { wg: 'ETCIP', kind: 'guide' }],
  ['projects', 'ongoing', { status: 'ongoing' }],
  ['projects', 'pillar II in progress', { pillar: 'II', status: 'ongoing' }],
  ['projects', 'border security planned', { about: 'border security', status: 'planned' }],
  [
    'projects',
    'the planned parenthood of States in the Sahel',
    { about: 'the planned parenthood of States in the Sahel' },
  ],
] as const)(
  '%s %s: what stands after a group, a number or a title is read as what it is',
  (command, typed, read) => {
    const options = commands[command]
    const fields: Record<string, string> = { [Object.keys(options)[0] ?? '']: typed }
    takeTrailing(options, fields)
    expect(fields).toEqual(read)
  },
)
