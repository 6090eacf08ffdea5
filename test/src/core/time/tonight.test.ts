import { expect, test } from 'vitest'

import { orUserError, UserError } from '../../../../src/core/errors.ts'
import type { TimeReference } from '../../../../src/core/time/day.ts'
import { readMoment } from '../../../../src/core/time/moment.ts'
import { formatMoment } from '../../../../src/core/time/zone.ts'

/** Ten in the morning of a Monday in Paris. */
const here = { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Paris' }

function shown(text: string, at: typeof here): string {
  const read = readMoment(text, at)
  return formatMoment(read.at, read.zone).replace(/ \(.*/, '')
}

function labels(text: string): readonly string[] {
  try {
    readMoment(text, here)
  } catch (error) {
    if (error instanceof UserError) return error.choices.map(({ label }) => label)
    throw error
  }
  throw new Error(`${text} was read`)
}

test('an hour that lies ahead on one half of the day alone is that, and tonight goes on until dawn', () => {
  const ahead = { ...here, ahead: true }
  expect(shown('today at 3', ahead)).toBe('Mon 23 Nov 2026, 15:00')
  expect(() => shown('tomorrow at 3', ahead)).toThrow('may mean 3 in the afternoon or 3 in the morning')
  expect(labels('tonight at 3')).toEqual([
    'Mon 23 Nov 2026, 15:00 (Europe/Paris)',
    'Tue 24 Nov 2026, 03:00 (Europe/Paris)',
  ])
  expect(labels('tomorrow night at 2')).toEqual([
    'Tue 24 Nov 2026, 14:00 (Europe/Paris)',
    'Wed 25 Nov 2026, 02:00 (Europe/Paris)',
  ])
  expect(shown('tonight 3am', ahead)).toBe('Tue 24 Nov 2026, 03:00')
  const evening = { ...ahead, now: new Date('2026-11-23T19:00:00Z') }
  expect(shown('tonight at 3', evening)).toBe('Tue 24 Nov 2026, 03:00')
  const night = { ...ahead, now: new Date('2026-11-23T00:30:00Z') }
  expect(() => shown('tonight at 3', night)).toThrow('Which one?')
})

test('of hours of today that have all passed, those of tomorrow are offered where the moment must lie ahead', () => {
  const evening = { ...here, now: new Date('2026-11-23T20:00:00Z') }
  const tomorrow = ['Tue 24 Nov 2026, 15:00 (Europe/Paris)', 'Tue 24 Nov 2026, 03:00 (Europe/Paris)']
  expect(offered('today at 3', { ...evening, ahead: true })).toEqual([
    '“today at 3” has passed, in the morning as in the afternoon. Did you mean tomorrow?',
    tomorrow,
  ])
  expect(offered('today at 3-4', { ...evening, ahead: 'usually' })[1]).toEqual(
    tomorrow.map((one) => `${one} for 60 minutes`),
  )
  expect(offered('yesterday at 3', { ...evening, ahead: true })).toEqual([
    '“yesterday at 3” has passed, in the morning as in the afternoon.',
    [],
  ])
  expect(offered('yesterday at 3', { ...evening, ahead: 'usually' })[1]).toHaveLength(2)
})

function offered(text: string, at: TimeReference): readonly [string, readonly string[]] {
  const error = orUserError(() => readMoment(text, at))
  if (!(error instanceof UserError)) throw new Error(`${text} was read`)
  return [error.message, error.choices.map(({ value }) => value)]
}

test.each(['-2h', '- 30 min', '−3 days'])(
  '%s is no hour of the day: what lies so far ahead is offered',
  (typed) => {
    expect(offered(typed, here)[1].length).toBeGreaterThan(0)
  },
)

test.each(['in 1000 years', 'in 9999999 hours'])('%s is refused with the last day that there is', (typed) => {
  expect(() => readMoment(typed, here)).toThrow('is too far ahead: dates go up to the end of 2099')
})
