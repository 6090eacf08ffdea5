import { expect, test } from 'vitest'

import { readPasted, splitPasted } from '../../../../src/newsletter/pasted/pasted.ts'

const body =
  'TURIN, Italy, 12 November 2026 – The Institute (UNICRI) launched a toolkit for prison staff in Turin.'

test('the mark, the headline and the contact of a press release are set apart from its first sentence', () => {
  const text = `PRESS RELEASE\nUNICRI launches a toolkit for prison staff\n\n${body}\n\nMedia contact: press@unicri.it`
  const { text: read, asides } = readPasted(text)
  expect(read).toBe(body)
  expect(asides).toEqual([
    { kind: 'heading', text: 'PRESS RELEASE' },
    { kind: 'heading', text: 'UNICRI launches a toolkit for prison staff' },
    { kind: 'signature', text: 'Media contact: press@unicri.it' },
  ])
})

test.each([
  ['THE HAGUE, Netherlands—13 November 2026—The OPCW', 'THE HAGUE, Netherlands, 13 November 2026 — The OPCW'],
  ['VIENNA, 13 November 2026—The IAEA', 'VIENNA, 13 November 2026 — The IAEA'],
  ['The agreement—13 articles—was signed', 'The agreement—13 articles—was signed'],
])('a dateline whose dashes stand without blanks is read as others are: %s', (start, text) => {
  expect(readPasted(`${start} hosted 21 chemists in a course.`).text).toBe(
    `${text} hosted 21 chemists in a course.`,
  )
})

test('a line above a text without a dateline is no headline that is set apart, but ends before its sentence', () => {
  const text = 'UNICRI launches a toolkit\nIt was presented in Turin on 12 November 2026'
  expect(readPasted(text).text).toBe(text.replace('\n', '. '))
})

test.each([
  ['New manual for judges\n\nUNODC released a manual', 'New manual for judges. UNODC released a manual'],
  [
    'Judges of Peru learn of drones\nUNODC trained 30 judges in Arequipa',
    'Judges of Peru learn of drones. UNODC trained 30 judges in Arequipa',
  ],
  [
    'UNODC trained 30 judges of the\nSupreme Court of Peru',
    'UNODC trained 30 judges of the Supreme Court of Peru',
  ],
  [
    'Tools for judges\nUNODC and the Supreme Court of\nParaguay tested tools in Lima',
    'Tools for judges. UNODC and the Supreme Court of Paraguay tested tools in Lima',
  ],
  [
    'WHO and the World Bank trained\nJordan nurses who were new',
    'WHO and the World Bank trained Jordan nurses who were new',
  ],
  ['UNODC con-\nvened judges on counter-\nterrorism', 'UNODC convened judges on counter-terrorism'],
])('lines of one item are joined as they were meant: %j', (typed, text) => {
  expect(readPasted(typed).text).toBe(text)
})

test('a mail that is passed on is read without its head and the words above it', () => {
  const news = 'UNODC held a workshop in Dakar, Senegal, on 10 November 2026.'
  const text = `FYI - see below for the newsletter\n\n---------- Forwarded message ---------\nFrom: Awa Diop <awa@un.org>\nDate: Thu, 12 Nov 2026 at 16:40\nSubject: Dakar\n\n${news}`
  const { text: read, asides } = readPasted(text)
  expect(read).toBe(news)
  expect(asides.map(({ kind }) => kind)).toEqual(['greeting', ...Array(4).fill('mail header')])
})

test('news above the head of the mail that was answered is no cover', () => {
  const news = 'UNODC trained judges in Dakar'
  expect(readPasted(`${news}\n\nFrom: Awa <a@un.org>\nSent: Monday\nSubject: Inputs`).text).toContain(news)
})

test('items below the titles of sections are of those sections', () => {
  const text =
    'Key high-level events\nUNOCT addressed the Council on 19 November.\n\n**Reports and publications:**\n• CTED released a brief on drones (23 Nov)\n• UNODC launched a manual for judges (24 Nov)'
  const { items, sections, asides } = splitPasted(text)
  expect(items).toEqual([
    'UNOCT addressed the Council on 19 November.',
    'CTED released a brief on drones (23 Nov)',
    'UNODC launched a manual for judges (24 Nov)',
  ])
  expect(sections).toEqual(['high-level-events', 'publications', 'publications'])
  expect(asides).toEqual([])
})

test('one item below the title of a section is of that section', () => {
  const text = 'Regional focus:\nUNODC trained judges in Accra, Ghana (3 Nov)'
  expect(splitPasted(text)).toMatchObject({
    items: ['UNODC trained judges in Accra, Ghana (3 Nov)'],
    sections: ['regional'],
  })
})

test('a title of one word is that of a section where it has a number or a mark', () => {
  const text =
    'I. Regional focus\nUNODC trained judges in Accra, Ghana (3 Nov)\nII. Publications\nUNODC released a manual for judges (5 Nov)'
  expect(splitPasted(text).sections).toEqual(['regional', 'publications'])
})

test('an embargo above all sections holds for each item', () => {
  const text =
    'Embargoed until 5 December 2026\n\nRegional focus\nUNODC trained judges in Accra, Ghana (3 Nov)\n\nWhat is new\nCTED opened an office in Tunis (4 Nov)'
  expect(splitPasted(text).items.every((item) => /embargo/i.test(item))).toBe(true)
})

test.each([
  [
    'On 4 November, UNESCO held a forum in Nairobi. It gathered 120 students. On 12 November, UNESCO launched a course.',
    [
      'On 4 November, UNESCO held a forum in Nairobi. It gathered 120 students.',
      'On 12 November, UNESCO launched a course.',
    ],
  ],
  [
    'UNODC trained 30 judges in Accra on 3 November. UNODC launched a manual for judges on 10 November.',
    ['UNODC trained 30 judges in Accra on 3 November.', 'UNODC launched a manual for judges on 10 November.'],
  ],
  [
    'UNOCT held a workshop in Nairobi on 4 November. In addition, UNOCT organized an exercise in Dakar on 18 November.',
    [
      'UNOCT held a workshop in Nairobi on 4 November.',
      'UNOCT organized an exercise in Dakar on 18 November.',
    ],
  ],
])('sentences that tell their own day each are items of their own: %s', (text, items) => {
  expect(splitPasted(text).items).toEqual(items)
})

test.each([
  'On 4 November, UNESCO opened a forum in Nairobi. On 6 November, it closed with a declaration.',
  'On 4 November, UNESCO opened a course in Nairobi. On 6 November, the participants visited a school.',
])('what happened on a later day of the same event is no item: %s', (text) => {
  expect(splitPasted(text).items).toEqual([text])
})

test('a bullet that only says with whose support an item was done goes on with it', () => {
  const text =
    'UNODC\n• Training for judges in Abuja, Nigeria (2-4 Nov)\n• Visit to Maiduguri, Nigeria (10 Nov)\n§ with the support of Japan'
  expect(splitPasted(text).items).toEqual([
    'UNODC: Training for judges in Abuja, Nigeria (2-4 Nov)',
    'UNODC: Visit to Maiduguri, Nigeria, with the support of Japan (10 Nov)',
  ])
})

test.each([
  ['Dear Secretariat - UNODC trained judges in Accra (3 Nov)', 'Dear Secretariat -'],
  ['Forwarded\nUNODC trained judges in Accra (3 Nov)', 'Forwarded'],
])('what stands before the news is set apart: %s', (text, aside) => {
  const { text: read, asides } = readPasted(text)
  expect(read).toBe('UNODC trained judges in Accra (3 Nov)')
  expect(asides.map((one) => one.text)).toEqual([aside])
})
