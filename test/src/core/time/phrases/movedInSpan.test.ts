import { describe, expect, test } from 'vitest'
import { orUserError, UserError } from '../../../../../src/core/errors.ts'
import { option } from '../../../../../src/core/option.ts'
import { readTypedMoment } from '../../../../../src/core/time/phrases/typedMoment.ts'

const zone = 'Europe/Paris'
const start = option.moment({ about: '', moves: true, ahead: true })

/** What is typed on Wednesday 25 November 2026 for a meeting on Thursday 10 December, 14:30. */
function moved(text: string): string {
  const here = { now: new Date('2026-11-25T09:00:00Z'), zone, ahead: true }
  const base = { at: new Date('2026-12-10T13:30:00Z'), zone, minutes: 60 }
  const read = orUserError(() => readTypedMoment(text, start, here, base))
  return read instanceof UserError ? read.message : read.at.toISOString().slice(0, 16)
}

describe('what is moved to a week or a month keeps its weekday and its hour', () => {
  test.each([
    ['next week', '2026-12-03T13:30'],
    ['same day next week', '2026-12-03T13:30'],
    ['this week', '2026-11-26T13:30'],
    ['next week at 16:00', '2026-12-03T15:00'],
    ['next week 3pm', '2026-12-03T14:00'],
    ['the week of 14 December', '2026-12-17T13:30'],
    ['30 Nov 2026 to 6 Dec 2026', '2026-12-03T13:30'],
    ['in January', '2027-01-14T13:30'],
    ['December 2026', '2026-12-10T13:30'],
    ['next week Friday', '2026-12-04T13:30'],
    ['a week later', '2026-12-17T13:30'],
    ['February', '“February” may mean Thu 11 Feb 2027 or Wed 10 Feb 2027. Which one?'],
  ])('%s', (text, at) => {
    expect(moved(text)).toBe(at)
  })
})
