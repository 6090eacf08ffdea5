import { expect, test } from 'vitest'

import { UserError } from '../../../../src/core/errors.ts'
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
