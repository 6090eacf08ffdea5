import { describe, expect, test } from 'vitest'

import { readPasted, splitItems, splitPasted } from '../../../../src/newsletter/pasted/pasted.ts'

test.each([
  '§  UNODC trained judges',
  'a. UNODC trained judges',
  '(iv) UNODC trained judges',
  '2 - UNODC trained judges',
  '2/ UNODC trained judges',
  '#2 UNODC trained judges',
  '٢. UNODC trained judges',
  '二、UNODC trained judges',
  '-UNODC trained judges',
  'Item 1: UNODC trained judges',
  '1-UNODC trained judges',
  '>> UNODC trained judges',
])('the bullet or number of a list is taken off: %s', (typed) => {
  expect(readPasted(typed).text).toBe('UNODC trained judges')
})

test.each([
  '§ 5 of the law was read',
  'A. Person of UNODC met judges',
  '12 - 14 Nov: UNODC met judges',
  '10.11 UNODC met judges',
  '1/3 of States met',
  '#1 priority of UNODC',
  '10-NOV UNODC met judges',
  '5-DECEMBER UNODC met judges',
  '3-D printing was read',
])('what is no bullet stays: %s', (typed) => {
  expect(readPasted(typed).text).toBe(typed)
})

test('bullets under a bullet that is their heading are the items', () => {
  const typed =
    '• Trainings:\n  o UNODC trained judges in Accra (3 Mar)\n  o CTED visited Chad with IOM (4-6 Mar)'

  expect(splitItems(typed)).toEqual([
    'UNODC trained judges in Accra (3 Mar)',
    'CTED visited Chad with IOM (4-6 Mar)',
  ])
})

describe('a bullet below a bullet', () => {
  test.each([
    [
      '• UNODC trained judges in Quito (3 Mar)\no in person\no 12 women\n• UNODC published a manual for coast guards (5 Mar)',
      [
        'UNODC trained judges in Quito: in person; 12 women (3 Mar)',
        'UNODC published a manual for coast guards (5 Mar)',
      ],
    ],
    [
      '- UNODC trained judges in Quito (3 Mar)\n  – 12 women\n  – with IOM\n  – They handled evidence.\n- CTED visited Chad',
      [
        'UNODC trained judges in Quito: 12 women; with IOM. They handled evidence. (3 Mar)',
        'CTED visited Chad',
      ],
    ],
    [
      '- UNODC trained judges in Bamako (3 Mar)\n- Funded by Japan and the EU\n- UNODC opened a hotline (5 Mar)',
      [
        'UNODC trained judges in Bamako, funded by Japan and the EU (3 Mar)',
        'UNODC opened a hotline (5 Mar)',
      ],
    ],
    [
      '• Trainings\no UNODC trained judges in Quito (3 Mar)\no UNODC trained police in La Paz (5 Mar)',
      ['UNODC trained judges in Quito (3 Mar)', 'UNODC trained police in La Paz (5 Mar)'],
    ],
  ])('says more of it, or is an item where it tells its own day: %j', (typed, items) => {
    expect(splitItems(typed)).toEqual(items)
  })

  test('is none where “o” is a word', () => {
    const typed =
      '• UNODC capacitó a 30 jueces\no fiscales en Quito (3 Mar)\n• CTED visited Chad with IOM (9 Mar)'
    expect(splitItems(typed)[0]).toBe('UNODC capacitó a 30 jueces o fiscales en Quito (3 Mar)')
  })
})

test('a short greeting and a name under a list are its signature', () => {
  expect(readPasted('UNODC trained judges in Nice (3 Nov)\nBest,\nAna').asides).toEqual([
    { kind: 'signature', text: 'Best,\nAna' },
  ])
})

test('what another entity did at the same event is no item of its own', () => {
  const text =
    'UNODC held a workshop for judges in Vienna on 4 November. UNICEF joined the second session on 5 November.'
  expect(splitItems(text)).toEqual([text])
})

describe('a heading above bullets', () => {
  const items = [
    'UNODC trained 30 judges in Lima, Peru (3 Nov)',
    'UNODC: Workshop for police in Accra, Ghana (5 Nov)',
    'CTED visited Chad with IOM (9 Nov)',
  ]
  test.each([
    [
      'on its own line',
      'UNODC\n– Trained 30 judges in Lima, Peru (3 Nov)\n– Workshop for police in Accra, Ghana (5 Nov)\nCTED\n– Visited Chad with IOM (9 Nov)',
    ],
    [
      'with a colon',
      'UNODC:\n- trained 30 judges in Lima, Peru (3 Nov)\n- Workshop for police in Accra, Ghana (5 Nov)\n\nCTED:\n- CTED visited Chad with IOM (9 Nov)',
    ],
    [
      'in bold',
      '**UNODC**\n• Trained 30 judges in Lima, Peru (3 Nov)\n• Workshop for police in Accra, Ghana (5 Nov)\n**CTED**\n• visited Chad with IOM (9 Nov)',
    ],
    [
      'behind a slash',
      'UNODC / – Trained 30 judges in Lima, Peru (3 Nov)\n– Workshop for police in Accra, Ghana (5 Nov)\nCTED / – Visited Chad with IOM (9 Nov)',
    ],
  ])('that names an entity is said by each of them: %s', (_, typed) => {
    expect(splitPasted(typed)).toMatchObject({ items, asides: [] })
  })

  test('that names an entity and a place says both of each', () => {
    const typed =
      'UNODC – Peru\n• Trained 50 judges (3 Nov)\n• Trained police in Cusco on 5 November\n• Mission to Chile with UNDP (9 Nov)'
    expect(splitPasted(typed)).toMatchObject({
      items: [
        'UNODC trained 50 judges, Peru (3 Nov)',
        'UNODC trained police in Cusco, Peru, on 5 November',
        'UNODC: Mission to Chile with UNDP (9 Nov)',
      ],
      asides: [],
    })
    expect(readPasted('UNODC – Peru\nTrained 50 judges on 3 November').text).toBe(
      'UNODC trained 50 judges, Peru, on 3 November',
    )
  })

  test('that names a day or a place is said by those that name none', () => {
    expect(
      splitItems(
        'Nairobi, 3-5 November:\n- UNODC trained 30 judges on evidence\n- CTED met prosecutors (4 Nov)',
      ),
    ).toEqual(['Nairobi, 3-5 November: UNODC trained 30 judges on evidence', 'CTED met prosecutors (4 Nov)'])
    expect(
      splitItems('Ghana:\n- UNODC trained 30 judges (3 Nov)\n- CTED met prosecutors in Accra (4 Nov)'),
    ).toEqual(['Ghana: UNODC trained 30 judges (3 Nov)', 'CTED met prosecutors in Accra (4 Nov)'])
  })

  test('that says what they have in common is set apart', () => {
    expect(
      splitPasted(
        'Trainings\n• UNODC trained judges in Lima (3 Nov)\nPublications\n• UNODC published a guide (5 Nov)',
      ),
    ).toMatchObject({
      items: ['UNODC trained judges in Lima (3 Nov)', 'UNODC published a guide (5 Nov)'],
      asides: [
        { kind: 'heading', text: 'Trainings' },
        { kind: 'heading', text: 'Publications' },
      ],
    })
  })

  test('above lines that each tell their day parts them, and is set apart', () => {
    const items = ['CTED visited Chad with IOM (2-6 Nov)', 'UNODC visited Niger (9 Nov)']
    expect(splitPasted(`Missions in November:\n${items.join('\n')}`)).toMatchObject({
      items,
      asides: [{ kind: 'heading', text: 'Missions in November' }],
    })
  })

  test.each([
    'The programme of UNODC included:\nan opening on 3 Nov\na visit on 4 Nov',
    'UNODC held two courses:\nLima (3 Nov) and\nQuito (9 Nov)',
  ])('that goes on below is part of its sentence: %j', (typed) => {
    expect(splitItems(typed)).toHaveLength(1)
  })

  test('that is news of its own is an item', () => {
    expect(
      splitItems(
        'UNODC trained 30 judges on evidence in Lima (3 Nov).\n- CTED visited Chad with IOM (9 Nov)',
      ),
    ).toEqual(['UNODC trained 30 judges on evidence in Lima (3 Nov).', 'CTED visited Chad with IOM (9 Nov)'])
  })

  test('a line between bullets that heads nothing goes on with the last one', () => {
    expect(
      splitItems('- UNODC trained 30 judges in\nAccra, Ghana (3 Nov)\n- CTED visited Chad with IOM (9 Nov)'),
    ).toEqual(['UNODC trained 30 judges in Accra, Ghana (3 Nov)', 'CTED visited Chad with IOM (9 Nov)'])
  })

  test('of a single bullet is said by it as well', () => {
    expect(readPasted('UNODC\n– Trained 30 judges in Lima (3 Nov)').text).toBe(
      'UNODC trained 30 judges in Lima (3 Nov)',
    )
  })
})
