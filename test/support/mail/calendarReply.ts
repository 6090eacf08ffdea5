import type { Letter } from '../../../src/core/feature/notice.ts'

export interface SentReply {
  readonly from: string
  readonly answer: string
  readonly at?: string
  readonly as?: string
  readonly sequence?: number
  readonly results?: string
  readonly method?: string
  readonly more?: string
  /** As calendars say it that take a series as one. */
  readonly whole?: true
}

/** The message that a calendar program makes of the letter that it answers. */
export function calendarReply(letter: Letter | undefined, sent: SentReply): string {
  const { from, answer, method = 'REPLY' } = sent
  const text = letter?.calendar?.text.replace(/\r\n /g, '') ?? ''
  const line = (name: string) => text.split('\r\n').filter((one) => one.startsWith(name))
  const calendar = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', `METHOD:${method}`, 'BEGIN:VEVENT'],
    ...[...line('UID:'), ...(sent.whole ? [] : line('RECURRENCE-ID')), ...line('ORGANIZER')],
    `SEQUENCE:${sent.sequence ?? 0}`,
    `DTSTAMP:${sent.at ?? '20261121T130000Z'}`,
    `ATTENDEE;PARTSTAT=${answer}:MAILTO:${sent.as ?? from}`,
    ...(sent.more ? [sent.more] : []),
    ...['END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n')
  const results = sent.results ?? `mx.bot.example; dmarc=pass header.from=${from.split('@')[1]}`
  return [
    ...[`Authentication-Results: ${results}`, `From: Somebody <${from}>`, 'Subject: Accepted: Plenary'],
    ...['MIME-Version: 1.0', 'Content-Type: multipart/alternative; boundary=b', '', '--b'],
    ...['Content-Type: text/plain', '', 'Accepted', '--b'],
    'Content-Type: text/calendar; method=REPLY; charset=utf-8',
    ...['Content-Transfer-Encoding: base64', '', Buffer.from(calendar).toString('base64'), '--b--', ''],
  ].join('\r\n')
}
