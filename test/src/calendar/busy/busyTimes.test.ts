import { describe, expect, test } from 'vitest'

import { bareCalendar } from '../../../../src/calendar/busy/bareCalendar.ts'
import { busyTimes } from '../../../../src/calendar/busy/busyTimes.ts'
import { UnreadableCalendar } from '../../../../src/calendar/busy/unreadable.ts'

const window = { from: new Date('2027-03-01T00:00:00Z'), to: new Date('2027-04-10T00:00:00Z') }

async function busy(lines: string, zone = 'Europe/Vienna') {
  const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${lines.trim().replaceAll('\n', '\r\n')}\r\nEND:VCALENDAR\r\n`
  const found = await busyTimes(text, window, zone)
  return found?.map(({ from, to }) => `${from.toISOString().slice(0, 16)}/${to.toISOString().slice(0, 16)}`)
}

function event(...lines: readonly string[]): string {
  return ['BEGIN:VEVENT', 'UID:a@example.org', ...lines, 'END:VEVENT'].join('\n')
}

describe('busy times of a calendar', () => {
  test.each([
    ['an event', event('DTSTART:20270302T100000Z', 'DTEND:20270302T110000Z'), ['2027-03-02T10:00/2027-03-02T11:00']],
    ['one with a duration', event('DTSTART:20270302T100000Z', 'DURATION:PT90M'), ['2027-03-02T10:00/2027-03-02T11:30']],
    ['a time in a zone of the world', event('DTSTART;TZID=America/New_York:20270302T100000', 'DTEND;TZID=America/New_York:20270302T110000'), ['2027-03-02T15:00/2027-03-02T16:00']],
    ['a time that names no zone, by the reader’s clock', event('DTSTART:20270302T100000', 'DTEND:20270302T110000'), ['2027-03-02T09:00/2027-03-02T10:00']],
    ['a whole day, by the reader’s clock', event('DTSTART;VALUE=DATE:20270302', 'DTEND;VALUE=DATE:20270303'), ['2027-03-01T23:00/2027-03-02T23:00']],
    ['an event of a day without an end', event('DTSTART;VALUE=DATE:20270302'), ['2027-03-01T23:00/2027-03-02T23:00']],
    ['nothing where it is marked as free', event('DTSTART:20270302T100000Z', 'DTEND:20270302T110000Z', 'TRANSP:TRANSPARENT'), []],
    ['nothing where Outlook marks it as free', event('DTSTART:20270302T100000Z', 'DTEND:20270302T110000Z', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'), []],
    ['nothing where it is cancelled', event('DTSTART:20270302T100000Z', 'DTEND:20270302T110000Z', 'STATUS:CANCELLED'), []],
    ['nothing of the past, and of what has begun the rest', event('DTSTART:20270228T230000Z', 'DTEND:20270301T010000Z'), ['2027-03-01T00:00/2027-03-01T01:00']],
    ['published times, but not those published as free', 'BEGIN:VFREEBUSY\nDTSTART:20270301T000000Z\nFREEBUSY;FBTYPE=BUSY:20270302T100000Z/20270302T110000Z,20270303T100000Z/PT2H\nFREEBUSY;FBTYPE=FREE:20270304T100000Z/PT2H\nEND:VFREEBUSY', ['2027-03-02T10:00/2027-03-02T11:00', '2027-03-03T10:00/2027-03-03T12:00']],
    ['what touches or overlaps as one', `${event('DTSTART:20270302T100000Z', 'DTEND:20270302T110000Z')}\n${event('DTSTART:20270302T110000Z', 'DTEND:20270302T113000Z').replace('a@', 'b@')}`, ['2027-03-02T10:00/2027-03-02T11:30']],
  ])('are %s', async (_, lines, spans) => {
    expect(await busy(lines)).toEqual(spans)
  }) // biome-ignore format: a table

  test('keep the hour of the wall clock on both sides of a change of the clocks', async () => {
    const weekly = event(
      'DTSTART;TZID=Europe/Vienna:20240101T090000',
      'DTEND;TZID=Europe/Vienna:20240101T100000',
      'RRULE:FREQ=WEEKLY',
    )

    expect(await busy(weekly)).toEqual([
      ...['2027-03-01', '2027-03-08', '2027-03-15', '2027-03-22'].map((day) => `${day}T08:00/${day}T09:00`),
      ...['2027-03-29', '2027-04-05'].map((day) => `${day}T07:00/${day}T08:00`),
    ])
  })

  test('leave out what a series leaves out, and have one that was moved where it is now', async () => {
    const series = [
      event('DTSTART:20270302T100000Z', 'DTEND:20270302T110000Z', 'RRULE:FREQ=DAILY;COUNT=4', 'EXDATE:20270303T100000Z'),
      event('RECURRENCE-ID:20270304T100000Z', 'DTSTART:20270304T150000Z', 'DTEND:20270304T160000Z'),
    ].join('\n') // biome-ignore format: lines of a file

    expect(await busy(series)).toEqual([
      '2027-03-02T10:00/2027-03-02T11:00',
      '2027-03-04T15:00/2027-03-04T16:00',
      '2027-03-05T10:00/2027-03-05T11:00',
    ])
  })

  test('follow the rules of the file for a zone that only the file knows', async () => {
    const zone = 'BEGIN:VTIMEZONE\nTZID:Somewhere\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0500\nTZOFFSETTO:+0500\nEND:STANDARD\nEND:VTIMEZONE'
    const lines = event('DTSTART;TZID=Somewhere:20270302T100000', 'DTEND;TZID=Somewhere:20270302T110000')

    expect(await busy(`${zone}\n${lines}`)).toEqual(['2027-03-02T05:00/2027-03-02T06:00'])
  }) // biome-ignore format: lines of a file

  test.each([
    ['comes every second', 'DTSTART:19700101T000000Z', 'FREQ=SECONDLY'],
    ['comes every second of a month', 'DTSTART:20270101T000000Z', 'FREQ=SECONDLY;BYMONTH=3'],
    ['has no day', 'DTSTART:20270101T000000Z', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'],
    ['is never at its weekday', 'DTSTART:20270302T100000Z', 'FREQ=DAILY;INTERVAL=7;BYDAY=MO'],
    ['is at the fifth Monday of no leap year', 'DTSTART:20250201T100000Z', 'FREQ=MONTHLY;INTERVAL=48;BYDAY=5MO'],
    ['comes once in more days than can be counted', 'DTSTART:20270301T100000Z', 'FREQ=DAILY;INTERVAL=999999999'],
  ])('are not told, and end, where a rule %s', async (_, start, rule) => {
    await expect(busy(event(start, 'DURATION:PT1H', `RRULE:${rule}`))).rejects.toThrow(UnreadableCalendar)
  }) // biome-ignore format: a table

  test('are not told either where a zone of the file changes by such a rule', async () => {
    const zone = 'BEGIN:VTIMEZONE\nTZID:Somewhere\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0500\nTZOFFSETTO:+0500\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\nEND:STANDARD\nEND:VTIMEZONE'

    await expect(busy(`${zone}\n${event('DTSTART;TZID=Somewhere:20270302T100000', 'DURATION:PT1H')}`)).rejects.toThrow(UnreadableCalendar)
  }) // biome-ignore format: lines of a file

  test('end for a length without end', async () => {
    expect(await busy(event('DTSTART:20270302T100000Z', 'DURATION:P99999999999999D'))).toEqual([])
  })

  test('have every series, however many there are and however long ago they began', async () => {
    const long = (at: number, ...lines: string[]) =>
      event('DTSTART;TZID=Europe/Vienna:19970106T090000', 'DURATION:PT1H', ...lines).replace('a@', `${at}@`)
    const lines = [
      ...Array.from({ length: 40 }, (_, at) => long(at, 'RRULE:FREQ=DAILY', 'STATUS:CONFIRMED')),
      ...Array.from({ length: 400 }, (_, at) => long(at + 100, 'RRULE:FREQ=DAILY;UNTIL=20261231T000000Z')),
      long(600, 'RRULE:FREQ=DAILY;COUNT=12000').replace('T090000', 'T120000'),
      long(601, 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE').replace('T090000', 'T150000'),
    ]
    const found = (await busy(lines.join('\n'))) ?? []

    expect(found.filter((span) => span.includes('T08:00/'))).toHaveLength(27)
    expect(found.filter((span) => span.includes('T11:00/'))).toHaveLength(27)
    // Every other week since Monday 6 January 1997.
    const fortnights = (Date.UTC(2027, 2, 1) - Date.UTC(1997, 0, 6)) / 86_400_000 / 7
    expect(found.find((span) => span.includes('T14:00/'))).toContain(fortnights % 2 === 0 ? '2027-03-01' : '2027-03-08')
  }) // biome-ignore format: lines of a file

  test('are not told where there are more than can be kept', async () => {
    const each = event('DTSTART:20270301T000000Z', 'DURATION:PT1M', `RRULE:FREQ=DAILY;BYHOUR=${Array.from({ length: 24 }, (_, hour) => hour)};BYMINUTE=0,15,30,45`)

    await expect(busy(each)).rejects.toThrow('more times than can be kept')
  }) // biome-ignore format: lines of a file

  test('are none for what is no calendar', async () => {
    expect(await busyTimes('<html>log in</html>', window, 'UTC')).toBeUndefined()
    expect(await busyTimes('BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n', window, 'UTC')).toBeUndefined()
  })

  test('are read from a calendar of which no title, place or person is left', () => {
    const text = [
      'BEGIN:VCALENDAR',
      event(
        'SUMMARY:Secret\n talk',
        'LOCATION:Room',
        'ATTENDEE;CN=Somebody:mailto:x@example.org',
        'DTSTART:20270302T100000Z',
        'BEGIN:VALARM\nTRIGGER:-PT15M\nDESCRIPTION:Secret\nDTSTART:20200101T000000Z\nEND:VALARM',
        'DTEND:20270302T110000Z',
      ),
      event('DTSTART:20200302T100000Z', 'DTEND:20200302T110000Z'),
      'END:VCALENDAR',
    ].join('\n')

    expect(bareCalendar(text, window.from).split('\r\n')).toEqual([
      ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:a@example.org', 'DTSTART:20270302T100000Z'],
      ...['DTEND:20270302T110000Z', 'END:VEVENT', 'END:VCALENDAR', ''],
    ])
  })
})
