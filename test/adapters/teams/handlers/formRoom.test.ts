import { describe, expect, test } from 'vitest'

import { formCard } from '../../../../adapters/teams/forms/card.ts'
import { fieldsOf } from '../../../support/teams/shown/cards.ts'

const option = { kind: 'text', about: 'Anything.', required: false } as const
const state = { verb: 'form', command: 'update post', o: 'o', draft: 'o' } as const

/** What a form of these texts shows in its fields. */
function shown(...texts: readonly string[]): readonly number[] {
  const fields = texts.map((_, index) => ({ name: `n${index}`, option }))
  const given = Object.fromEntries(texts.map((text, index) => [`n${index}`, text]))
  const card = formCard({ command: 'update post', title: '/update post', given, fields }, { state })
  const inputs = fieldsOf(card)
  return texts.map((_, index) => (inputs[`f.n${index}`] ?? '').length)
}

describe('a form in which more was typed than a card holds', () => {
  test('shows as much of the one long text as there is room for, whatever stays empty', () => {
    expect(shown('x'.repeat(30_000), '', '', '', '', '', '')[0]).toBeGreaterThan(23_900)
  })

  test('cuts the longest texts alone, and the others not at all', () => {
    const [short, middle, long, longer] = shown(...[10, 4_000, 20_000, 30_000].map((n) => 'x'.repeat(n)))

    expect([short, middle]).toEqual([10, 4_000])
    expect(long).toBe(longer)
    expect((long ?? 0) + (longer ?? 0)).toBeGreaterThan(19_900)
  })

  test('shows all where it just fits', () => {
    expect(shown('x'.repeat(12_000), 'x'.repeat(12_000))).toEqual([12_000, 12_000])
  })
})
