import { expect, test } from 'vitest'

import { readPasted } from '../../../../src/newsletter/pasted/pasted.ts'
import { readLinks } from '../../../../src/newsletter/reading/links/links.ts'

const report = 'https://www.who.int/report'
const read = (typed: string) => {
  const { text, links } = readLinks(readPasted(typed).text)
  return { text, links: links.map(({ text: words, url }) => [words, url]) }
}

test.each([
  [`=HYPERLINK("${report}","The report") was published by WHO`, 'The report'],
  [`=HYPERLINK("${report}";"The report") was published by WHO`, 'The report'],
  [`=HYPERLINK(""${report}"",""The report"") was published by WHO`, 'The report'],
  [`=hyperlink(“${report}”, “The report”) was published by WHO`, 'The report'],
  [`=LIEN_HYPERTEXTE("${report}";"The report") was published by WHO`, 'The report'],
  [`=HIPERVÍNCULO("${report}";"The report") was published by WHO`, 'The report'],
  [`=ГИПЕРССЫЛКА("${report}";"The report") was published by WHO`, 'The report'],
  [`[The report](${report}) was published by WHO`, 'The report'],
  [`[The report](<${report}>) was published by WHO`, 'The report'],
  [`[The report](${report} "World Health Organization") was published by WHO`, 'The report'],
  [`[The [first] report](${report}) was published by WHO`, 'The [first] report'],
  [`[The \\[first\\] report](${report}) was published by WHO`, 'The [first] report'],
  [`[![The report](https://www.who.int/cover.png)](${report}) was published by WHO`, 'The report'],
  [`=HYPERLINK("${report}","The report [2026]") was published by WHO`, 'The report [2026]'],
])('the words of a pasted link are printed, and lead to its address: %s', (typed, words) => {
  expect(read(typed)).toEqual({ text: `${words} was published by WHO`, links: [[words, report]] })
})

test('the formula of a link without words is its address', () => {
  expect(read(`WHO published a report =HYPERLINK("${report}")`)).toEqual({
    text: 'WHO published a report',
    links: [[report, report]],
  })
})

test('the formula of a link that leads nowhere on the web keeps its words', () => {
  expect(read('WHO wrote to =HYPERLINK("mailto:a@un.example","its partners") in Rome')).toEqual({
    text: 'WHO wrote to its partners in Rome',
    links: [],
  })
})

test('an address with brackets of its own leads where it is said to', () => {
  expect(read('=HYPERLINK("https://un.example/a_(b","The page") is there').links).toEqual([
    ['The page', 'https://un.example/a_%28b'],
  ])
  expect(read('[The page](https://un.example/a_(b)) is there').links).toEqual([
    ['The page', 'https://un.example/a_(b)'],
  ])
})

test.each(['WHO [and others met in Rome', 'WHO met [in Rome](tomorrow)', 'WHO met [](https://un.example/)x'])(
  'brackets that are no link stay as they stand: %s',
  (typed) => {
    expect(read(typed).text.startsWith('WHO ')).toBe(true)
  },
)

test('many brackets that never close are read at once', () => {
  const began = performance.now()
  read(`${'['.repeat(3000)}${'=HYPERLINK("'.repeat(200)}`)
  expect(performance.now() - began).toBeLessThan(500)
})
