import { expect, test } from 'vitest'

import { changesBetween } from '../../../src/newsletter/compose/changes.ts'
import { issue, item } from '../../support/newsletterItems.ts'

const first = item()
const second = item({ id: 'U2', text: 'CTED visited Iraq' })

test('two editions that print the same differ in nothing', () => {
  expect(changesBetween(issue([first, second]), issue([first, second]))).toEqual([])
})

test.each([
  [
    'the order of items',
    { ...issue([first]), sections: swapped(issue([first, second])) },
    /: CTED visited Iraq \/ CTED visited Jordan/,
  ],
  ['words in bold', issue([{ ...first, bold: ['CTED'] }, second]), /^CTED visited Jordan/],
  ['what a figure was before', withPrevious(), /Entities 1045, 9 before/],
] as const)('%s is a difference that is shown', (_, after, wanted) => {
  const changes = changesBetween(issue([first, second]), after)
  expect(changes.map((one) => one.after)).toEqual([expect.stringMatching(wanted)])
})

test('an item that moves since its days changed is one difference, and no numbers are told', () => {
  const [early, late] = [
    item({ start: '2026-11-03', end: '2026-11-03', printedDate: '3 Nov' }),
    item({ id: 'U1', start: '2026-11-09', end: '2026-11-09', printedDate: '9 Nov' }),
  ]
  const between = item({ id: 'U2', text: 'CTED visited Iraq', start: '2026-11-05', end: '2026-11-05' })
  const changes = changesBetween(issue([early, between]), issue([between, late]))

  expect(changes).toHaveLength(1)
  expect(changes[0]?.after).toContain('(9 Nov)')
})

function swapped({ sections }: ReturnType<typeof issue>) {
  return sections.map((section) => ({
    ...section,
    subsections: section.subsections.map((one) => ({ ...one, items: one.items.toReversed() })),
  }))
}

function withPrevious() {
  const whole = issue([first, second])
  return { ...whole, figures: whole.figures.map((one) => ({ ...one, previous: 9 })) }
}
