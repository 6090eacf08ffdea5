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

const different = Array.from({ length: 75 }, (_, at) => `${1 + (at % 28)} Jan ${8 + (at % 9)}:00`)

test.each([
  ['days without an hour', 'or 15 January '.repeat(85)],
  ['one time over and over', '12 Jan 10:00 or '.repeat(74)],
  ['times by “or”', different.join(' or ')],
  ['times by commas', different.join(', ')],
])('the longest text of %s is read in a part of a second', (_, typed) => {
  const text = typed.slice(0, 1190)
  const read = () => orUserError(() => readSlots(text, now, 'Europe/Paris'))
  read()
  const start = process.cpuUsage()
  for (let time = 0; time < 3; time += 1) read()
  const { user, system } = process.cpuUsage(start)

  expect((user + system) / 3000).toBeLessThan(80)
})
