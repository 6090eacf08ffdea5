import { expect, test } from 'vitest'

import { entities } from '../../../../db/samples/entities.ts'
import { groups } from '../../../../db/samples/groups.ts'
import { readItem } from '../../../../src/newsletter/reading/readItem.ts'

const known = {
  period: { from: '2023-03-01', to: '2023-04-30' },
  entities: entities.map((entity) => ({ aliases: [], parts: [], ...entity })),
  groups,
}

test.each([
  ['UNODC trained judges in Accra, Ghana (6 Mar)', []],
  ['We trained judges in Accra, Ghana (6 Mar)', ['first person']],
  ['UNODC trained judges in Accra, Ghana', ['no date']],
  ['UNESCO published a guide for teachers (Mar)', ['no link']],
  ['UNODC trained judges in Accra, Ghana on 6 March.', ['date place', 'full stop']],
  ['UNODC trained judges in Turkey (6 Mar)', ['State name']],
  [`UNODC trained judges in Accra ${'and many others '.repeat(16)}(6 Mar)`, ['too long']],
])('%s is mended by %s', (text, kinds) => {
  expect(readItem(text, known).suggestions.map(({ kind }) => kind)).toEqual(kinds)
})

test.each([
  ['CTED held a course in Tunis between 3 and 5 April 2023', '3-5 Apr'],
  ['CTED held courses in Tunis on 3 and 5 April', '3 and 5 Apr'],
])('%s is dated (%s)', (text, printed) => {
  expect(readItem(text, known).suggestions).toContainEqual(
    expect.objectContaining({ kind: 'date place', printed }),
  )
})

test('“we” is the author’s entity where none is named', () => {
  expect(readItem('We trained judges (6 Mar)', { ...known, own: 'UNODC' })).toMatchObject({
    entities: ['UNODC'],
    ownEntity: true,
  })
  expect(readItem('Judges were trained (6 Mar)', { ...known, own: 'UNODC' }).entities).toEqual([])
  expect(readItem('UNESCO trained judges (6 Mar)', { ...known, own: 'UNODC' })).toMatchObject({
    entities: ['UNESCO'],
    ownEntity: false,
  })
})

test.each([
  ['See https://un.org/x_(y).', 'https://un.org/x_(y)'],
  ['See (https://un.org/x)', 'https://un.org/x'],
  ['See “https://un.org/x”.', 'https://un.org/x'],
  ['See <https://un.org/x>', 'https://un.org/x'],
  ['See www.un.org/x, and more', 'https://www.un.org/x'],
])('%s leads to its address', (text, url) => {
  expect(readItem(text, known).links.map((link) => link.url)).toEqual([url])
})

test('a link keeps the words that say what it is', () => {
  expect(readItem('UNODC webinar (7 Mar). Registration link: https://unodc.org/reg', known)).toMatchObject({
    text: 'UNODC webinar (7 Mar). Registration link',
    links: [{ text: 'Registration link', url: 'https://unodc.org/reg' }],
  })
})

test.each([
  ['We held a workshop with UNODC in Accra (6 Mar)', ['CTED', 'UNODC']],
  ['We, together with UNODC, launched a platform (6 Mar)', ['CTED', 'UNODC']],
  ['Together with UNODC, we trained judges in Accra (6 Mar)', ['CTED', 'UNODC']],
  ['Today our team met UNODC in Accra', ['CTED', 'UNODC']],
  ['UNODC ED Waly said we must act together (6 Mar)', ['UNODC']],
  ['Workshop on drones in Accra w/ UNODC (6 Mar)', ['CTED', 'UNODC']],
  ['Joint regional training for judges, in cooperation with UNODC (6 Mar)', ['CTED', 'UNODC']],
  ['Trained 30 judges in Accra with UNODC (6 Mar)', ['CTED', 'UNODC']],
  ['Ghana signed an agreement with UNODC (6 Mar)', ['UNODC']],
  ['Meeting of the Group of Friends with UNODC (6 Mar)', ['CTED', 'UNODC']],
  ['UN Women workshop with UNODC (6 Mar)', ['UN Women', 'UNODC']],
  ['In her speech, UNODC ED Waly said we must act (6 Mar)', ['UNODC']],
  ['Our Common Agenda was presented by UNODC (6 Mar)', ['UNODC']],
])('what “we” did with others credits the author’s entity too: %s', (typed, credited) => {
  expect(readItem(typed, { ...known, own: 'CTED' }).entities).toEqual(credited)
})

test('a town with its State in the brackets of a date is one place, and full-width brackets hold a date too', () => {
  expect(readItem('CTED training (Accra, Ghana, 3-7 Mar)', known).place).toBe('Accra, Ghana')
  expect(readItem('UNODC在曼谷举办培训班（2023年3月16日至18日）', known)).toMatchObject({
    text: 'UNODC在曼谷举办培训班',
    dateForm: 'parentheses',
    start: '2023-03-16',
    end: '2023-03-18',
  })
})
