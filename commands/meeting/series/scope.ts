import type { Meeting } from '../../../db/meetings/rows.ts'
import { UserError } from '../../../src/core/errors.ts'
import { option } from '../../../src/core/option.ts'
import { called } from '../called.ts'

/** Whether a change is to one meeting of a series or to all from it on. */
export const scopeOption = option.choice({
  about: 'This one, or the rest of the series',
  choices: ['this', 'rest'],
  also: {
    this: ['this one', 'just this one', 'this one only', 'this one alone', 'just this', 'this meeting', 'just this meeting', 'that one', 'just that one', 'just the one', 'one'],
    rest: ['this one and the rest', 'this and the rest', 'all', 'both', 'them', 'following', 'this and all following', 'whole series', 'series', 'every one', 'from now on'],
  }, // biome-ignore format: a table
})

/**
 * Whether the rest of the series is meant too. Raises `UserError` that asks where it was not said, and for the rest of
 * what is not a series.
 */
export function meansRest(
  meeting: Pick<Meeting, 'id' | 'title' | 'seriesId'>,
  scope: 'this' | 'rest' | undefined,
): boolean {
  if (meeting.seriesId === null) {
    if (scope !== 'rest') return false
    throw new UserError(`${called(meeting)} belongs to no series; leave series: out.`, {
      option: 'series',
    })
  }
  if (scope !== undefined) return scope === 'rest'
  throw new UserError(
    `${called(meeting)} belongs to a series. Do you mean this meeting alone, or this one and the rest?`,
    {
      option: 'series',
      choices: [
        { label: 'This one alone', value: 'this' },
        { label: 'This one and the rest', value: 'rest' },
      ],
    },
  )
}
