import { describe, expect, test } from 'vitest'

import { orUserError, UserError } from '../../../../src/core/errors.ts'
import { readMoment } from '../../../../src/core/time/moment.ts'
import { readDay } from '../../../../src/core/time/typedDay.ts'
import { formatMoment } from '../../../../src/core/time/zone.ts'

/** Ten in the morning of a Monday in Paris. */
const here = { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Paris' }

function shown(text: string): string {
  const { at, zone, minutes } = readMoment(text, here)
  return `${formatMoment(at, zone).replace(/ \(.*/, '')}${minutes === undefined ? '' : ` for ${minutes}`}`
}

function choices(text: string): readonly string[] {
  const asked = orUserError(() => readMoment(text, here))
  return asked instanceof UserError ? asked.choices.map(({ label }) => label) : []
}

describe('an hour in words', () => {
  test.each([
    ['demain à quinze heures trente', 'Tue 24 Nov 2026, 15:30'],
    ['demain à dix heures et quart', 'Tue 24 Nov 2026, 10:15'],
    ['lundi prochain à une heure moins le quart', 'Mon 30 Nov 2026, 12:45'],
    ['ce soir à huit heures', 'Mon 23 Nov 2026, 20:00'],
    ['vendredi en huit à 10h', 'Fri 4 Dec 2026, 10:00'],
    ['Dec 1st, 3-ish pm', 'Tue 1 Dec 2026, 15:00'],
    ['le 24 novembre à 15 heures 30', 'Tue 24 Nov 2026, 15:30'],
    ['demain de 14 heures à 16 heures', 'Tue 24 Nov 2026, 14:00 for 120'],
    ['demain entre 9h et 11h', 'Tue 24 Nov 2026, 09:00 for 120'],
    ['mañana a las tres de la tarde', 'Tue 24 Nov 2026, 15:00'],
    ['mañana a las 9 y media de la noche', 'Tue 24 Nov 2026, 21:30'],
    ['mañana por la tarde a las 4', 'Tue 24 Nov 2026, 16:00'],
    ['mañana de las nueve a las once', 'Tue 24 Nov 2026, 09:00 for 120'],
    ['mañana al mediodía', 'Tue 24 Nov 2026, 12:00'],
    ['amanhã às três da tarde', 'Tue 24 Nov 2026, 15:00'],
    ['sexta-feira às dez e meia', 'Fri 27 Nov 2026, 10:30'],
    ['domani alle dieci meno un quarto', 'Tue 24 Nov 2026, 09:45'],
    ['morgen um halb zehn', 'Tue 24 Nov 2026, 09:30'],
    ['heute Nachmittag um drei', 'Mon 23 Nov 2026, 15:00'],
    ['morgen von 14 Uhr bis 15 Uhr 30', 'Tue 24 Nov 2026, 14:00 for 90'],
    ['غدا الساعة الثالثة والنصف مساء', 'Tue 24 Nov 2026, 15:30'],
    ['الثلاثاء الساعة الثانية ظهرا', 'Tue 24 Nov 2026, 14:00'],
    ['غدا الساعة الحادية عشرة إلا ربعا', 'Tue 24 Nov 2026, 10:45'],
  ])('%s is %s', (text, moment) => {
    expect(shown(text)).toBe(moment)
  })

  test.each([
    'demain à trois heures et demie',
    'mañana a la una',
    'domani alle tre e mezza',
    'morgen um halb vier',
    'غدا الساعة الثالثة',
  ])('%s, which may be in the night, is asked about', (text) => {
    expect(choices(text)).toHaveLength(2)
  })
})

test.each([
  ['depois de amanhã', '2026-11-25'],
  ['antes de ontem', '2026-11-21'],
  ['بعد غد', '2026-11-25'],
  ['vendredi passé', '2026-11-20'],
  ['letzten Montag', '2026-11-16'],
  ['segunda-feira passada', '2026-11-16'],
  ['COB Friday', '2026-11-27'],
  ['8 Jan 2027 EOB', '2027-01-08'],
])('the day of %s is %s', (text, day) => {
  expect(readDay(text, here)).toBe(day)
})

describe('working days', () => {
  test.each([
    ['in 5 working days', '2026-11-30'],
    ['within ten business days', '2026-12-07'],
    ['3 working days ago', '2026-11-18'],
    ['dans 5 jours ouvrés', '2026-11-30'],
    ['en 3 días hábiles', '2026-11-26'],
  ])('%s is %s, weekends left out', (text, day) => {
    expect(readDay(text, here)).toBe(day)
  })

  test.each(['EOB Friday', 'by EOB on Friday', 'close of the business day Friday'])(
    '%s is at five',
    (text) => {
      expect(shown(text)).toBe('Fri 27 Nov 2026, 17:00')
    },
  )
})

describe('a zone as calendar programs name it', () => {
  test.each([
    'Tuesday, 24 November 2026 10:00-11:30 (UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna',
    '24 Nov 10:00-11:30 GMT+01:00 Vienna',
    '24 Nov 04:00-05:30 (UTC-05:00) Eastern Time (US & Canada)',
  ])('%s is read where the offset is that of the places', (text) => {
    const { at, minutes } = readMoment(text, here)
    expect([at.toISOString(), minutes]).toEqual(['2026-11-24T09:00:00.000Z', 90])
  })

  test('is asked about in summer, when the places are at another offset', () => {
    expect(choices('14 July 2027 10:00 (UTC+01:00) Amsterdam, Berlin')).toEqual([
      'Wed 14 Jul 2027, 10:00 (Europe/Amsterdam)',
      'Wed 14 Jul 2027, 11:00 (Europe/Paris)',
    ])
  })
})

test.each(['Monday 30 at 9:00', 'le lundi 30 à 9h', 'Mon 30 9am'])('%s names a day before its hour', (text) =>
  expect(shown(text)).toBe('Mon 30 Nov 2026, 09:00'),
)
