import { expect, test } from 'vitest'

import { readLinks } from '../../../../src/newsletter/reading/links/links.ts'
import { linkedText } from '../../../../src/newsletter/render/linkedText.ts'

const url = 'https://un.org/x'

test.each([
  ['There were talks; read more here (3 Nov)', 'here', 'There were talks; read more [here] (3 Nov)'],
  ['UNODC and the UN met, and UNITAR', 'UN', 'UNODC and the [UN] met, and UNITAR'],
  ['A report (report) of reporters', 'report', 'A [report] (report) of reporters'],
  ['Там отчёт и отчётность', 'отчёт', 'Там [отчёт] и отчётность'],
  ['here it is', 'here', '[here] it is'],
  ['it is here', 'here', 'it is [here]'],
  // Where words are not parted, and where they stand in longer ones alone, they are linked all the same.
  ['反恐办发布报告', '报告', '反恐办发布[报告]'],
  ['Counterterrorism', 'terrorism', 'Counter[terrorism]'],
  ['see “the report”.', '“the report”', 'see [“the report”].'],
])('in “%s” the words “%s” are linked where they stand for themselves', (text, words, shown) => {
  const parts = linkedText({ text, links: [{ text: words, url }] })

  expect(parts.map((part) => (part.url === null ? part.text : `[${part.text}]`)).join('')).toBe(shown)
})

test.each([
  ['We met in Lima here, with more [here](https://un.org/h)', 'We met in Lima here, with more [here]'],
  ['A report on the report of 2020: [report](https://un.org/r)', 'A report on the report of 2020: [report]'],
  [
    'The guides and a guide. A second guide [guide](https://un.org/g)',
    'The guides and a guide. A second guide [guide]',
  ],
])('the words that were linked are, though they stand before, too: %s', (typed, shown) => {
  const parts = linkedText(readLinks(typed))

  expect(parts.map((part) => (part.url === null ? part.text : `[${part.text}]`)).join('')).toBe(shown)
})

test('several addresses alone follow the text with commas between', () => {
  const links = ['https://un.org/x', 'https://who.int/y'].map((address) => ({ text: address, url: address }))

  expect(
    linkedText({ text: 'UNODC and WHO met.', links })
      .map(({ text }) => text)
      .join(''),
  ).toBe('UNODC and WHO met. un.org, who.int')
})
