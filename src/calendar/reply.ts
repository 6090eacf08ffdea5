import type ICAL from 'ical.js'

import { foldAddress } from '../core/text/addresses/mailAddress.ts'
import { instantOf, zoneNamed } from './instantOf.ts'

/** What somebody's calendar program answers to an invitation (RFC 5546, 3.2.3). */
export interface CalendarReply {
  readonly uid: string
  /** The start by the rule of the one meeting of a series that is answered; null for an event by itself. */
  readonly of: Date | null
  /** The state of the event that is answered. */
  readonly sequence: number
  /** When it was answered. */
  readonly at: Date
  /** In lower case. */
  readonly attendee: string
  readonly answer: 'yes' | 'no' | 'maybe'
  /** What was said beside it. */
  readonly comment: string | null
}

const answers: Readonly<Record<string, CalendarReply['answer']>> = {
  ACCEPTED: 'yes',
  DECLINED: 'no',
  TENTATIVE: 'maybe',
}

/** Reads an iCalendar object as one reply of one attendee; undefined for anything else. */
export async function readReply(text: string): Promise<CalendarReply | undefined> {
  const { default: reader } = await import('ical.js')
  try {
    return replyIn(reader, text)
  } catch {
    // The library throws for what is no calendar, and for values that are none.
    return undefined
  }
}

function replyIn(reader: typeof ICAL, text: string): CalendarReply | undefined {
  const calendar = new reader.Component(reader.parse(text))
  const [event, ...more] = calendar.getAllSubcomponents('vevent')
  if (String(calendar.getFirstPropertyValue('method')).toUpperCase() !== 'REPLY' || !event) return undefined
  const [attendee, ...others] = event.getAllProperties('attendee')
  const stamp = event.getFirstPropertyValue('dtstamp')
  const uid = event.getFirstPropertyValue('uid')
  if (more.length > 0 || others.length > 0 || !attendee || typeof uid !== 'string') return undefined
  const address = /^mailto:(.+)$/i.exec(String(attendee.getFirstValue()))?.[1]
  const answer = answers[String(attendee.getFirstParameter('partstat')).toUpperCase()]
  if (address === undefined || answer === undefined || !(stamp instanceof reader.Time)) return undefined
  const of = event.getFirstPropertyValue('recurrence-id')
  const comment = event.getFirstPropertyValue('comment')
  return {
    uid,
    of: of instanceof reader.Time ? instantOf(of, zoneNamed(event, 'recurrence-id'), 'UTC') : null,
    sequence: Number(event.getFirstPropertyValue('sequence') ?? 0),
    at: stamp.toJSDate(),
    attendee: foldAddress(address.trim()),
    answer,
    comment: typeof comment === 'string' && comment.trim() !== '' ? comment.trim() : null,
  }
}
