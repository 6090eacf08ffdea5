import type { Meeting } from '../../../db/meetings/rows.ts'
import { UserError } from '../../../src/core/errors.ts'
import { option } from '../../../src/core/option.ts'
import { called } from '../called.ts'

/** Whether a change is to one meeting of a series or to all from it on. */
export const scopeOption = option.choice({
  about: 'This one, or the rest of the series',
  choices: ['this', 'rest'],
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
