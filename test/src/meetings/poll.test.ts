import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { type Ballot, countBallots, leading } from '../../../src/meetings/poll/count.ts'

const ballot = (slot: number, vote: Ballot['vote'], observer = false): Ballot => ({ slot, vote, observer })

describe('how a poll stands', () => {
  test('an “if needed” counts half, and observers decide nothing', () => {
    const counts = countBallots(
      [1, 2],
      [ballot(1, 'yes'), ballot(1, 'if-needed'), ballot(2, 'yes'), ballot(2, 'yes', true), ballot(2, 'no')],
    )

    expect(counts.map(({ score }) => score)).toEqual([1.5, 1])
    expect(counts[1]?.observers).toEqual({ yes: 1, ifNeeded: 0, no: 0 })
    expect(leading(counts)).toEqual([1])
  })

  test('ties are all named, and nobody leads before anybody is in favour', () => {
    expect(leading(countBallots([1, 2, 3], [ballot(1, 'yes'), ballot(3, 'yes')]))).toEqual([1, 3])
    expect(leading(countBallots([1, 2], [ballot(1, 'no')]))).toEqual([])
  })

  test('the order in which votes are cast changes nothing', () => {
    const cast = fc.array(
      fc.record({
        slot: fc.integer({ min: 1, max: 4 }),
        vote: fc.constantFrom('yes' as const, 'if-needed' as const, 'no' as const),
        observer: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(cast, (ballots) => {
        expect(countBallots([1, 2, 3, 4], ballots.toReversed())).toEqual(countBallots([1, 2, 3, 4], ballots))
      }),
    )
  })
})
