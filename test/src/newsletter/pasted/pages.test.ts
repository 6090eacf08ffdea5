import { describe, expect, test } from 'vitest'

import { readPasted, splitItems, splitPasted } from '../../../../src/newsletter/pasted/pasted.ts'

const news = 'Forensic experts took part in a training by UNODC.'

describe('what a page or a press office puts around its text', () => {
  test('is set apart, and the day above the text becomes its dateline', () => {
    const { text, asides } = readPasted(
      `Home > News > Asia\nUNODC trains experts\nTashkent, 13 November 2026\n${news}\n3 | P a g e\nTags: experts, Asia\nShare this article: Facebook | X`,
    )
    expect(text).toBe(`Tashkent, 13 November 2026 – ${news}`)
    expect(asides.map((aside) => aside.text)).toEqual([
      ...['Home > News > Asia', '3 | P a g e', 'Tags: experts, Asia', 'Share this article: Facebook | X'],
      'UNODC trains experts',
    ])
  })

  test('may be several lines below the mark of a press release', () => {
    const { text, asides } = readPasted(
      `PRESS RELEASE\nNo. 214/2026\n\nUNODC trains experts\n\nTASHKENT, 13 November 2026 – ${news}\nFor media enquiries: press@un.org`,
    )
    expect(text).toBe(`TASHKENT, 13 November 2026 – ${news}`)
    expect(asides.map(({ kind }) => kind)).toEqual(['heading', 'heading', 'heading', 'signature'])
  })

  test.each([
    `3 November 2026:\n${news}`,
    `UNODC asked States to share this guidance with others (3 Nov)`,
    'Print',
  ])('is no part of the text itself: %j', (typed) => {
    expect(readPasted(typed)).toMatchObject({ text: typed.replace('\n', ' '), asides: [] })
  })

  test('is a day before its greeting as little', () => {
    expect(readPasted(`13 November 2026\nDear colleagues,\n${news}`).text).toContain('13 November 2026')
  })
})

test.each([
  ['🚀 Exciting news!\nUNODC trained judges (3 Nov) 🤝', ['🚀 Exciting news!', '🤝']],
  ['👩‍🎓 UNODC trained judges (3 Nov) 👩‍👩‍👧 👍🏽', ['👩‍👩‍👧 👍🏽', '👩‍🎓']],
  ['Please include this one, thanks!\nUNODC trained judges (3 Nov)', ['Please include this one, thanks!']],
  ['Yes: UNODC trained judges (3 Nov)', ['Yes:']],
  ['@here newsletter!\nUNODC trained judges (3 Nov) :tada:', ['@here newsletter!', ':tada:']],
  ['Subject: judges of Peru\nUNODC trained judges (3 Nov)', ['Subject: judges of Peru']],
  ['UNODC trained judges (3 Nov)\nRgds\nTom', ['Rgds\nTom']],
])('calls and pictures around the news are set apart: %j', (typed, apart) => {
  const { text, asides } = readPasted(typed)
  expect(text).toBe('UNODC trained judges (3 Nov)')
  expect(asides.map((aside) => aside.text)).toEqual(apart)
})

test('a flag and a number in a picture stay with the text', () => {
  const { text, asides } = readPasted('1️⃣ UNODC trained judges (3 Nov) 🇬🇭')
  expect(text).toContain('🇬🇭')
  expect(asides.map((aside) => aside.kind)).not.toContain('decoration')
})

test('news that somebody quoted to ask for them is the item', () => {
  const { text, asides } = readPasted(
    'On 10 Nov 2026, at 08:15, Ana <ana@who.example> wrote:\n> WHO trained managers in Colombo (2-4 Nov)\n\nAna, please post the above.',
  )
  expect(text).toBe('WHO trained managers in Colombo (2-4 Nov)')
  expect(asides.map(({ kind }) => kind)).toEqual(['mail header', 'greeting'])
})

test('short messages beside the news of a chat are set apart, and each message is read from its greeting on', () => {
  const { items, asides } = splitPasted(
    '[18/11/2026, 21:03] Léa: Hi all, UNODC trained judges in Accra (3 Nov)\n[18/11/2026, 21:04] Jo: super 👏\n[18/11/2026, 21:05] Tom: and ours: CTED visited Chad with IOM (9 Nov)',
  )
  expect(items).toEqual(['UNODC trained judges in Accra (3 Nov)', 'CTED visited Chad with IOM (9 Nov)'])
  expect(asides.map((aside) => aside.text)).toEqual(
    expect.arrayContaining(['super 👏', 'Hi all,', 'and ours:']),
  )
})

test.each([
  [
    '3. Updates by entities\n3.1 ICAO reported on the audit in Montreal (2-6 Nov)\n3.2 IMO published a manual on ports (12 Nov)',
    ['ICAO reported on the audit in Montreal (2-6 Nov)', 'IMO published a manual on ports (12 Nov)'],
  ],
  [
    '<ul><li><p>ICAO audit of Ghana (2-6 Nov)</p><ul><li>8 auditors</li></ul></li><li><p>IMO published a manual on ports (12 Nov)</p></li></ul>',
    ['ICAO audit of Ghana: 8 auditors (2-6 Nov)', 'IMO published a manual on ports (12 Nov)'],
  ],
  [
    'IMO | London\n• 4 Nov: seminar on port security\n• Guidance on stowaways was published (11 Nov)',
    [
      'IMO: Seminar on port security, London (4 Nov)',
      'IMO: Guidance on stowaways was published, London (11 Nov)',
    ],
  ],
  [
    'UNODC opened a centre for 40 border\nguards of 3 States on 5 November 2026.',
    ['UNODC opened a centre for 40 border\nguards of 3 States on 5 November 2026.'],
  ],
])('the numbers, lists and lines of a report are read as items: %j', (typed, items) => {
  expect(splitItems(typed)).toEqual(items)
})

test.each([
  [
    'Youth forum, Lisbon\nParticipants: 120\nPartners: UNESCO',
    'Youth forum, Lisbon. Participants: 120. Partners: UNESCO',
  ],
  [
    'UNODC and partners\n- Kenya\n- Uganda\n- IOM\nmet in Nairobi on posts',
    'UNODC and partners Kenya, Uganda, IOM met in Nairobi on posts',
  ],
  ['UNODC met in Praia\n• judges\n• police', 'UNODC met in Praia: judges, police'],
])('what stood on lines of its own is parted by a sign: %j', (typed, text) => {
  expect(readPasted(typed).text).toBe(text)
})

describe('headings above a list', () => {
  test('that name an office, or that stand above another heading, say whose its items are', () => {
    const { items, asides } = splitPasted(
      'UNODC Regional Office for Central Asia\nWeekly update\n• Training on the dark web, Almaty, 16 November\n• Round table with MPs, Bishkek, 19 November',
    )
    expect(items).toEqual([
      'UNODC: Training on the dark web, Almaty, 16 November',
      'UNODC: Round table with MPs, Bishkek, 19 November',
    ])
    expect(asides.map(({ text }) => text)).toEqual([
      'UNODC Regional Office for Central Asia',
      'Weekly update',
    ])
  })

  test('that are months or words in capitals name no entity', () => {
    const typed =
      'NOVEMBER\n• Training of judges in Lima (3 Nov)\nEVENTS\n• Visit of prisons in Cusco (9 Nov)'
    expect(splitItems(typed)).toEqual([
      'Training of judges in Lima (3 Nov)',
      'Visit of prisons in Cusco (9 Nov)',
    ])
  })
})

test('a post of a network is read without its account, its day and what it counts', () => {
  const { text, asides } = readPasted(
    'UNESCO\n@UNESCO\n·\nNov 10\nUNESCO launched a handbook for teachers in Dakar, Senegal.\n12K Views',
  )
  expect(text).toBe('UNESCO launched a handbook for teachers in Dakar, Senegal.')
  expect(asides.map((aside) => aside.text)).toEqual(['UNESCO', '@UNESCO', '·', 'Nov 10', '12K Views'])
})

test('messages of which none says a number or more than a few words stay', () => {
  const typed = '[18/11/2026, 21:03] Léa: UNODC opened an office\n[18/11/2026, 21:04] Jo: CTED as well'
  expect(readPasted(typed).text).toContain('UNODC opened an office')
})
