import { expect, test } from 'vitest'

import { readMoment } from '../../../../src/core/time/moment.ts'
import { formatMoment } from '../../../../src/core/time/zone.ts'

/** Ten in the morning of a Monday in Paris. */
const here = { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Paris' }

test.each([
  ['el 25 de noviembre a las 3 de la tarde', 'Wed 25 Nov 2026, 15:00'],
  ['mañana a las 8 de la noche', 'Tue 24 Nov 2026, 20:00'],
  ['mañana a las 9 de la mañana', 'Tue 24 Nov 2026, 09:00'],
  ["demain à 3 heures de l'après-midi", 'Tue 24 Nov 2026, 15:00'],
  ['amanhã às 3 da tarde', 'Tue 24 Nov 2026, 15:00'],
  ['الليلة الساعة 8', 'Mon 23 Nov 2026, 20:00'],
  ["in 2 days' time at ten", 'Wed 25 Nov 2026, 10:00'],
  ['in two weeks’ time at 10', 'Mon 7 Dec 2026, 10:00'],
])('%s is %s', (text, moment) => {
  const read = readMoment(text, here)
  expect(formatMoment(read.at, read.zone)).toContain(moment)
})
