import { expect, test } from 'vitest'

import { readSlots } from '../../../../commands/meeting/poll/readSlots.ts'
import { orUserError, UserError } from '../../../../src/core/errors.ts'

const now = new Date('2026-11-23T09:00:00Z')

test.each([
  ['14 or 15 January', 2],
  ['14 and 15 January; 3 Feb 11:00', 3],
])('of “%s” the hour that is chosen for the first day leaves all %i days', (typed, count) => {
  const asked = orUserError(() => readSlots(typed, now, 'Europe/Paris'))
  if (!(asked instanceof UserError)) throw new Error('nothing was asked')
  expect(asked.choices.length).toBeGreaterThan(1)
  for (const { value } of asked.choices) expect(readSlots(value, now, 'Europe/Paris')).toHaveLength(count)
})
