import { stampOf } from '../core/feature/notice.ts'

/** The clocks of two processes may differ by so much. */
const clocksApartMs = 60_000

/** The id of a letter about a meeting, by which a reply to it is told. `mark` tells letters about one meeting apart. */
export function meetingLetterId(meetingId: number, mark: string, at: Date): string {
  return `meeting.${meetingId}.${mark}.${stampOf(at)}`
}

/** A calendar letter: how often the meeting had changed for its reader's calendar, and what it asks of that. */
interface CalendarLetter {
  readonly meetingId: number
  readonly sequence: number
  readonly method: 'REQUEST' | 'CANCEL'
}

/** The id of a calendar letter. `mark` tells those to several readers apart. */
export function calendarLetterId(
  { meetingId, sequence, method }: CalendarLetter,
  mark: string,
  at: Date,
): string {
  return `calendar.${meetingId}.${sequence}.${method.toLowerCase()}.${mark}.${stampOf(at)}`
}

/** Reads what `calendarLetterId` made; undefined for the id of any other letter. */
export function calendarLetterOf(id: string): CalendarLetter | undefined {
  const [, meeting, sequence, method] = /^calendar\.(\d{1,9})\.(\d{1,9})\.(request|cancel)\./.exec(id) ?? []
  if (meeting === undefined || sequence === undefined) return undefined
  return {
    meetingId: Number(meeting),
    sequence: Number(sequence),
    method: method === 'cancel' ? 'CANCEL' : 'REQUEST',
  }
}

/** The meeting of a letter that was sent, and what it tells of the meeting is as it stood at `at`. */
export interface MeetingLetter {
  readonly meetingId: number
  readonly at: Date
}

/** The letter about a meeting among the message ids that a reply names, the last one first: calendar letters are of those. */
export function meetingLetterIn(ids: readonly string[]): MeetingLetter | undefined {
  for (const id of ids.toReversed()) {
    const [, meeting, stamp = ''] =
      /^<(?:calendar|meeting)\.(\d{1,9})\.[\w.-]{1,120}\.([0-9a-z]{6,9})@[^@<>\s]{1,255}>$/.exec(id) ?? []
    if (meeting !== undefined) return { meetingId: Number(meeting), at: new Date(Number.parseInt(stamp, 36)) }
  }
  return undefined
}

/**
 * Whether the letter was about a meeting that this store does not know, and whose number another has by now: a copy was
 * read back that was made before it.
 */
export function isOfAnother({ createdAt }: { readonly createdAt: Date }, toldAt: Date): boolean {
  return createdAt.getTime() - toldAt.getTime() > clocksApartMs
}
