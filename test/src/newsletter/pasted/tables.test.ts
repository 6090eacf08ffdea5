import { describe, expect, test } from 'vitest'

import { readPasted, splitItems } from '../../../../src/newsletter/pasted/pasted.ts'
import { formAt } from '../../../../src/newsletter/pasted/table/formLines.ts'

const items = [
  'UNODC: Training of judges on evidence, Nairobi, Kenya (3-5 Nov)',
  'CTED: Visit to the border posts, Chad (9 Nov)',
]

/** The rows of a table with the same separator between all cells. */
function rows(separator: string, ...all: readonly (readonly string[])[]): string {
  return all.map((cells) => cells.join(separator)).join('\n')
}

describe('each row of a table is an item whose columns are read by their headings', () => {
  const training = ['Training of judges on evidence', 'UNODC', '3-5 Nov', 'Nairobi, Kenya']
  const visit = ['Visit to the border posts', 'CTED', '9 Nov', 'Chad']
  test.each([
    ['of a spreadsheet', rows('\t', ['Title', 'Entity', 'Date', 'Place'], training, visit)],
    [
      'in capitals and in another order',
      rows(
        '\t',
        ['DATE', 'VENUE', 'ORGANIZATION', 'ACTIVITY'],
        ['3-5 Nov', 'Nairobi, Kenya', 'UNODC', 'Training of judges on evidence'],
        ['9 Nov', 'Chad', 'CTED', 'Visit to the border posts'],
      ),
    ],
    [
      'with two days and two columns of places',
      rows(
        '\t',
        ['No.', 'Activity', 'Lead', 'Start date', 'End date', 'City', 'Country'],
        ['1', 'Training of judges on evidence', 'UNODC', '3-5 Nov', '', 'Nairobi', 'Kenya'],
        ['2', 'Visit to the border posts', 'CTED', '9 Nov', '9 Nov', '', 'Chad'],
      ),
    ],
    [
      'in Markdown',
      `| Title | Entity | Date | Place |\n| :-- | --- | --: | --- |\n${[training, visit].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`,
    ],
    [
      'in Markdown without outer bars',
      rows(' | ', ['Title', 'Entity', 'Date', 'Place'], ['---', '---', '---', '---'], training, visit),
    ],
    [
      'of a file with commas',
      'Title,Entity,Date,Place\n"Training of judges on evidence",UNODC,3-5 Nov,"Nairobi, Kenya"\nVisit to the border posts,CTED,9 Nov,Chad',
    ],
    ['of a file with semicolons', rows(';', ['Title', 'Entity', 'Date', 'Place'], training, visit)],
    [
      'without headings',
      rows(
        '\t',
        ['UNODC', 'Training of judges on evidence', 'Nairobi, Kenya', '3-5 Nov'],
        ['CTED', 'Visit to the border posts', 'Chad', '9 Nov'],
      ),
    ],
    [
      'of a web page',
      `<table><tr><th>Title</th><th>Entity</th><th>Date</th><th>Place</th></tr>${[training, visit].map((cells) => `<tr><td>${cells.join('</td><td>')}</td></tr>`).join('')}</table>`,
    ],
    [
      'between what its sender says',
      `Dear all,\n${rows('\t', ['Title', 'Entity', 'Date', 'Place'], training, visit)}\nBest regards,\nAna`,
    ],
  ])('%s', (_, typed) => {
    expect(splitItems(typed)).toEqual(items)
  })
})

test('a row alone under its headings is one item', () => {
  const typed = rows('\t', ['Title', 'Entity', 'Date'], ['Trained 30 judges', 'UNODC', '3 Nov'])
  expect(splitItems(typed)).toEqual([typed])
  expect(readPasted(typed).text).toBe('UNODC trained 30 judges (3 Nov)')
})

test('a cell in quotes may have further lines, and quotes of its own are doubled', () => {
  const typed = 'Title\tDate\n"Training of\njudges on ""hot"" cases"\t3 Nov\nVisit to the border posts\t9 Nov'
  expect(splitItems(typed)).toEqual([
    'Training of judges on "hot" cases (3 Nov)',
    'Visit to the border posts (9 Nov)',
  ])
})

test('a column that nobody knows keeps its name and what it says, and an empty cell says nothing', () => {
  const typed = rows(
    '\t',
    ['Title', 'Date', 'Budget'],
    ['Training of 30 judges', '3 Nov', 'USD 30,000'],
    ['Visit to the border posts', '9 Nov', '-'],
  )
  expect(splitItems(typed)).toEqual([
    'Training of 30 judges. Budget: USD 30,000 (3 Nov)',
    'Visit to the border posts (9 Nov)',
  ])
})

test('the address beside a title is the link of its words', () => {
  const typed = rows(
    '\t',
    ['Title', 'Link', 'Date'],
    ['Guide on watch lists', 'https://unodc.org/watch', '3 Nov'],
  )
  expect(readPasted(typed).text).toBe('[Guide on watch lists](https://unodc.org/watch) (3 Nov)')
})

test.each([
  'UNODC, CTED and IOM trained judges, Accra (3 Nov)\nCTED, IOM and WHO trained police, Lagos (5 Nov)',
  'The Board met, and it agreed\nthat more is done, as before',
  'a | b',
  '"Safe Cities", a tool of UNOCT,\nwas launched in Vienna, as planned',
])('what is no table stays as it is: %s', (typed) => {
  expect(readPasted(typed).text).toBe(typed.replace('\n', ' '))
})

test('headings that stand one below the other are those of one item', () => {
  const typed = rows(
    '\t',
    ['Title', 'Training of judges'],
    ['Entity', 'UNODC'],
    ['Date', '3 Nov'],
    ['Place', 'Lima, Peru'],
  )
  expect(readPasted(typed).text).toBe('UNODC: Training of judges, Lima, Peru (3 Nov)')
})

test.each([
  [
    'as HTML of the clipboard',
    '<table style="width:100%">\n <tbody>\n  <tr>\n   <td><p>Activity</p></td>\n   <td><p>Entity</p></td>\n   <td><p>Date</p></td>\n  </tr>\n  <tr>\n   <td><p>Training of judges</p><p>in Baku</p></td>\n   <td>UNODC</td>\n   <td>3 Nov</td>\n  </tr>\n  <tr>\n   <td>Workshop in Tbilisi</td>\n   <td>CTED</td>\n   <td>5 Nov</td>\n  </tr>\n </tbody>\n</table>',
  ],
  [
    'that lost its columns',
    'Activity\n\nEntity\n\nDate\n\nTraining of judges in Baku\n\nUNODC\n\n3 Nov\n\nWorkshop in Tbilisi\n\nCTED\n\n5 Nov',
  ],
])('a table %s is read by its rows', (_, typed) => {
  expect(splitItems(typed)).toEqual([
    'UNODC: Training of judges in Baku (3 Nov)',
    'CTED: Workshop in Tbilisi (5 Nov)',
  ])
})

test('a form is looked for in as many lines as one has, however many labels follow', () => {
  let reads = 0
  const lines = new Proxy(Array<string>(2000).fill('Subject: a'), {
    get(all, key) {
      reads++
      return Reflect.get(all, key)
    },
  })
  expect(formAt(lines, 0)).toBeUndefined()
  expect(reads).toBeLessThan(200)
})
