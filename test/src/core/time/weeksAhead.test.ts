import { expect, test } from 'vitest'

import { findDates } from '../../../../src/core/time/findDates.ts'
import { readMoment } from '../../../../src/core/time/moment.ts'
import { formatMoment } from '../../../../src/core/time/zone.ts'

/** Ten in the morning of a Monday in Paris. */
const here = { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Paris' }

test.each([
  ['Tuesday in two weeks at 10', 'Tue 8 Dec 2026, 10:00 (Europe/Paris)'],
  ['in two weeks on Tuesday at 10', 'Tue 8 Dec 2026, 10:00 (Europe/Paris)'],
  ['two weeks from Tuesday at 10', 'Tue 8 Dec 2026, 10:00 (Europe/Paris)'],
  ['Monday in a fortnight 9:00', 'Mon 7 Dec 2026, 09:00 (Europe/Paris)'],
  ['the week after next on Thursday at 10', 'Thu 10 Dec 2026, 10:00 (Europe/Paris)'],
  ['Thursday of the week after next at 10', 'Thu 10 Dec 2026, 10:00 (Europe/Paris)'],
  ['end of the week after next 10:00', 'Fri 11 Dec 2026, 10:00 (Europe/Paris)'],
  ['end of next week 15:00', 'Fri 4 Dec 2026, 15:00 (Europe/Paris)'],
  ['jeudi de la semaine prochaine 10h', 'Thu 3 Dec 2026, 10:00 (Europe/Paris)'],
  ['Friday, next week, 10:00', 'Fri 4 Dec 2026, 10:00 (Europe/Paris)'],
  ['in two weeks at 10', 'Mon 7 Dec 2026, 10:00 (Europe/Paris)'],
  ['9. 12. 2026 10:00', 'Wed 9 Dec 2026, 10:00 (Europe/Paris)'],
  ['9. 12. at 10', 'Wed 9 Dec 2026, 10:00 (Europe/Paris)'],
  ['14h heure de Dakar', 'Mon 23 Nov 2026, 14:00 (Africa/Dakar)'],
  ['demain à 14h (heure d’Abidjan)', 'Tue 24 Nov 2026, 14:00 (Africa/Abidjan)'],
  ['mañana a las 10 hora de Madrid', 'Tue 24 Nov 2026, 10:00 (Europe/Madrid)'],
])('%s is read as %s', (text, wanted) => {
  const { at, zone } = readMoment(text, here)
  expect(formatMoment(at, zone)).toBe(wanted)
})

test('a weekday that has passed this week is told with the one after, where weeks are counted', () => {
  const friday = { now: new Date('2026-11-27T09:00:00Z'), zone: 'Europe/Paris' }
  expect(readMoment('Tuesday in two weeks at 10', friday).note).toMatch(
    /makes it 8 Dec 2026; the one after is 15 Dec 2026/,
  )
  expect(readMoment('Tuesday in two weeks at 10', here).note).toBeUndefined()
})

test('numbers with points and blanks in a text are a date only with their year', () => {
  const days = (text: string) =>
    findDates(text, { period: { from: '2026-11-01', to: '2026-12-31' }, today: '2026-11-23' }).map(
      ({ from }) => from,
    )
  expect(days('Training held on 9. 11. 2026 in Lima')).toEqual(['2026-11-09'])
  expect(days('Items 9. 11. of the agenda were adopted')).toEqual([])
})
