import { expect, test } from 'vitest'

import { readLinks } from '../../../../src/newsletter/reading/links/links.ts'
import { linkedText } from '../../../../src/newsletter/render/linkedText.ts'

test.each([
  ['UNODC held a workshop in Dakar – see https://unodc.org/d', 'UNODC held a workshop in Dakar'],
  ['UNODC held a workshop in Dakar. See more at https://unodc.org/d', 'UNODC held a workshop in Dakar.'],
  ['UNODC held a workshop in Dakar (read more: https://unodc.org/d)', 'UNODC held a workshop in Dakar'],
  [
    'UNODC opened a course in Dakar (6 Mar) - more on https://unodc.org/d',
    'UNODC opened a course in Dakar (6 Mar)',
  ],
  [
    'UNODC held a workshop in Dakar, further information here: https://unodc.org/d.',
    'UNODC held a workshop in Dakar.',
  ],
  ['The handbook is available at https://unodc.org/d', 'The handbook is available'],
  [
    'UNODC held a workshop in Dakar https://unodc.org/d (3-5 Nov)',
    'UNODC held a workshop in Dakar (3-5 Nov)',
  ],
  ['UNODC published a report (read it at https://unodc.org/d)', 'UNODC published a report'],
  ['UNODC published a report, available here: https://unodc.org/d', 'UNODC published a report'],
  ['UNODC published a report. It can be found here: https://unodc.org/d', 'UNODC published a report.'],
  ['UNODC published a report (link: https://unodc.org/d) (Nov)', 'UNODC published a report (Nov)'],
  ['UNODC held a course. Read more here: https://unodc.org/d #CT', 'UNODC held a course. #CT'],
  ['UNODC has a portal (see https://unodc.org/d), with WHO', 'UNODC has a portal, with WHO'],
  ['UNODC has a portal (https://unodc.org/d, with WHO) (Nov)', 'UNODC has a portal (with WHO) (Nov)'],
  ['UNODC has a portal https://unodc.org/d). (Nov)', 'UNODC has a portal. (Nov)'],
  ['[Read more](https://unodc.org/d). UNODC has a portal (Nov)', 'UNODC has a portal (Nov)'],
  ['UNODC has a portal <https://unodc.org/d>; (Nov)', 'UNODC has a portal (Nov)'],
  [
    'UNODC asked States to see https://unodc.org/d before the session',
    'UNODC asked States to see unodc.org before the session',
  ],
])('the words that only lead to an address go with it: %s', (typed, text) => {
  expect(readLinks(typed).text).toBe(text)
})

test('an address within a sentence leaves its host there, which leads to it', () => {
  const read = readLinks('UNODC has a blog at https://www.unodc.org/b?x=1, and more (16 Nov)')
  expect(read).toEqual({
    text: 'UNODC has a blog at unodc.org, and more (16 Nov)',
    links: [{ text: 'unodc.org', url: 'https://www.unodc.org/b?x=1' }],
    leads: [],
  })
})

test.each([
  ['(see https://maps.un.org/x?y=[1,2]) (14 Nov)', 'https://maps.un.org/x?y=[1,2]'],
  ['[https://un.org/a] (14 Nov)', 'https://un.org/a'],
])('an address keeps the brackets that it opened, of any kind: %s', (typed, url) => {
  const { links, text } = readLinks(`UNODC has a map ${typed}`)
  expect(links.map((link) => link.url)).toEqual([url])
  expect(text).toBe('UNODC has a map (14 Nov)')
})

test.each([
  'UNODC published a guide https://www.un.org@elsewhere.example/x (Nov)',
  'UNODC published [a guide](https://www.un.org@elsewhere.example/x) (Nov)',
  'UNODC published a guide https://www.un.org:word@elsewhere.example/x (Nov)',
])('a name before the host does not hide where a link leads: %s', (typed) => {
  expect(readLinks(typed).links.map(({ url }) => url)).toEqual(['https://elsewhere.example/x'])
})

const [a, b, c] = ['https://unodc.org/a', 'https://unodc.org/b', 'https://unodc.org/c']
test.each([
  [`See ${a}. UNODC issued two papers (5 Nov)`, 'See unodc.org. UNODC issued two papers (5 Nov)', 1],
  [`See ${a}, ${b}. UNODC issued them (5 Nov)`, 'See unodc.org, unodc.org. UNODC issued them (5 Nov)', 2],
  [`UNODC issued two papers: ${a}, ${b} (5 Nov)`, 'UNODC issued two papers (5 Nov)', 2],
  [`UNODC issued a map ${a} and ${b} (5 Nov)`, 'UNODC issued a map unodc.org and unodc.org (5 Nov)', 2],
  [`UNODC issued maps (${a} or ${b}) (5 Nov)`, 'UNODC issued maps (unodc.org or unodc.org) (5 Nov)', 2],
  [`UNODC issued two papers (${a}, ${b}) (5 Nov)`, 'UNODC issued two papers (5 Nov)', 2],
  [`UNODC issued a paper (${a}, in French) (5 Nov)`, 'UNODC issued a paper (in French) (5 Nov)', 1],
  [`UNODC issued two papers (5 Nov). See ${a}, ${b}.`, 'UNODC issued two papers (5 Nov).', 2],
  [`UNODC writes at ${a}, ${b} and ${c}, too`, 'UNODC writes at unodc.org, unodc.org and unodc.org, too', 3],
  [`Paper 1: ${a}, Paper 2: ${b} (5 Nov)`, 'Paper 1, Paper 2 (5 Nov)', 2],
])(
  'several addresses beside one another leave no sign and no word of their list alone: %s',
  (typed, text, number) => {
    const read = readLinks(typed)
    expect(read.text).toBe(text)
    expect(read.links).toHaveLength(number)
  },
)

test.each([
  [`UNODC has a film. Watch: ${a} or read: ${b} (5 Nov)`, 'UNODC has a film. [Watch] or [read] (5 Nov)'],
  [`Recording here: ${a} and slides: ${b}`, '[Recording here] and [slides]'],
  [`Agenda: ${a}; papers: ${b}, minutes: ${c}`, '[Agenda]; [papers], [minutes]'],
  [`UNODC issued a list (${a}), and a plan (${b}) (5 Nov)`, 'UNODC issued a [list], and a [plan] (5 Nov)'],
  [`UNODC’s list of lists (${a}) and “A plan” (${b})`, 'UNODC’s list of [lists] and “[A plan]”'],
  [`UNODC issued a plan on a plan (${a}) and maps ${b}`, 'UNODC issued a plan [on a plan] and [maps]'],
  [`The link ${a}, place to be confirmed`, 'The link [unodc.org], place to be confirmed'],
  [`${a} is a list by UNODC`, '[unodc.org] is a list by UNODC'],
  [
    `UNODC has a list ${a} and a site, see "${b}" for maps`,
    'UNODC has a [list] and a site, see "[unodc.org]" for maps',
  ],
  [
    `UNODC trained 14 judges in Lima (10-12 Nov), film: ${a}`,
    'UNODC trained 14 judges in Lima (10-12 Nov), [film]',
  ],
  [`UNODC met (10-12 Nov), slides: ${a}, film: ${b}`, 'UNODC met (10-12 Nov), [slides], [film]'],
  [
    `UNODC met in Lima, Peru, film in French: ${a} (3 Nov)`,
    'UNODC met in Lima, Peru, [film in French] (3 Nov)',
  ],
  [`UNODC made a film, film: ${a}`, 'UNODC made a film[, film]'],
  [
    `UNODC issued maps, crime and terrorism: ${a} (3 Nov)`,
    '[UNODC issued maps, crime and terrorism] (3 Nov)',
  ],
  [
    `UNODC issued maps for the use of judges and of all of their officers: ${a}, film: ${b}`,
    'UNODC issued maps for the use of judges and of all of their [officers], [film]',
  ],
  [`[A list](${a}), a plan (${b}, in French) and ${c}`, '[A list], a [plan] (in French) and [unodc.org]'],
])('each of several links stands once, at the words typed before it: %s', (typed, printed) => {
  const shown = linkedText(readLinks(typed)).map(({ text, url }) => (url === null ? text : `[${text}]`))
  expect(shown.join('')).toBe(printed)
})

test.each([
  ['UNODC launched a study, link: https://unodc.org/d', 'UNODC launched a study'],
  [
    'UNODC launched a course, film: https://unodc.org/p and more information: https://unodc.org/i',
    'UNODC launched a course, film and more information',
  ],
  [
    'UNODC trained guards in Accra, film: https://unodc.org/k, url: https://unodc.org/l',
    'UNODC trained guards in Accra, film, url',
  ],
  ['The link: https://unodc.org/d', 'The link'],
])('a label that only says that an address follows goes where words stand before it: %s', (typed, text) => {
  expect(readLinks(typed).text).toBe(text)
})
