import { expect, test } from 'vitest'

import { bold, link, moment, type Rich, rich } from '../../../../../src/core/message.ts'
import { isOneText, spansTogether } from '../../../../../src/core/text/direction/together.ts'

const see = 'شاهد '
const here = ' هنا'
const un = link('UN', 'https://un.example')

test.each<[string, Rich, (string | undefined)[]]>([
  ['a link at the end', [...rich`U1 ${see}`, un], [undefined, 'opens', 'closes']],
  [
    'bold words and a link',
    [...rich`${see}`, bold('WHO'), ...rich`${here}`, un],
    ['opens', 'within', 'within', 'closes'],
  ],
  ['English behind the link', [...rich`${see}`, un, ...rich` (3)`], ['opens', 'closes', undefined]],
])('words from the right and %s stand together', (_, text, edges) => {
  expect(spansTogether(text)).toEqual(edges)
})

test.each<[string, Rich]>([
  ['two titles', rich`${'اجتماع'}, ${'مؤتمر'}`],
  ['a title and a link behind English', rich`${'اجتماع'} ${un}`],
  ['a moment', [...rich`${see}`, moment(new Date(0), 'UTC')]],
  ['several lines', [...rich`${'سطر\nسطر'}`, un]],
  ['English before the link', [...rich`See `, un, ...rich`${here}`]],
])('%s stand each by itself', (_, text) => {
  expect(spansTogether(text).every((edge) => edge === undefined)).toBe(true)
})

test('a text of its own is told from one within a line', () => {
  expect(isOneText(spansTogether([...rich`${see}`, un, ...rich`${here}`]))).toBe(true)
  expect(isOneText(spansTogether([...rich`${see}`, un, ...rich`, 3`]))).toBe(false)
})
