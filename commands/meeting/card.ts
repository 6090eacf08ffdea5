import { isDeepStrictEqual } from 'node:util'

import type { Clash } from '../../db/meetings/clashes.ts'
import type { Meeting } from '../../db/meetings/rows.ts'
import type { Answers, AnswerTally } from '../../db/meetings/tally.ts'
import {
  type Block,
  type Button,
  block,
  button,
  clockTime,
  link,
  moment,
  type Rich,
  rich,
} from '../../src/core/message.ts'
import { counted } from '../../src/core/text/counted.ts'
import { formatDuration } from '../../src/core/time/duration.ts'
import { wallTime } from '../../src/core/time/zone.ts'

/** A meeting's facts, its time in the reader's zone, and the counts of answers where given, observers separately. */
export function meetingFields(meeting: Meeting, zone: string, tally?: AnswerTally): Block {
  const fields: [string, Rich | string][] = [
    ['When', rich`${moment(meeting.startsAt, zone)}, ${formatDuration(meeting.minutes)}`],
    ['Group', meeting.groupAcronym ?? 'none'],
    ['Kind', meeting.kind],
  ]
  if (!sameClock(meeting.startsAt, meeting.zone, zone))
    fields.splice(1, 0, ['There', rich`${clockTime(meeting.startsAt, meeting.zone)}`])
  if (meeting.place) fields.push(['Place', meeting.place])
  if (meeting.link) fields.push(['Link', rich`${link(meeting.link, meeting.link)}`])
  if (meeting.status !== 'scheduled') fields.push(['Status', statusOf(meeting)])
  if (meeting.cancelledReason) fields.push(['Reason', meeting.cancelledReason])
  if (tally) fields.push(['Answers', printAnswers(tally.seats)])
  if (tally && Object.values(tally.observers).some((count) => count > 0))
    fields.push(['Observers', printAnswers(tally.observers)])
  return block.fields(fields)
}

/** What became of a meeting; one that was only put on record by mistake was never cancelled. */
export function statusOf({ status, heldAt }: Pick<Meeting, 'status' | 'heldAt'>): string {
  return isOffRecord({ status, heldAt }) ? 'taken off the record' : status
}

/** Whether it was put on record as held by mistake, and taken off it. */
export function isOffRecord({ status, heldAt }: Pick<Meeting, 'status' | 'heldAt'>): boolean {
  return status === 'cancelled' && heldAt !== null
}

/** Whether two zones show the same time at an instant. */
function sameClock(at: Date, one: string, other: string): boolean {
  return one === other || isDeepStrictEqual(wallTime(at, one), wallTime(at, other))
}

/** `3 yes, 1 maybe, 0 no, 12 not answered`. */
export function printAnswers({ yes, maybe, no, none }: Answers): string {
  return `${yes} yes, ${maybe} maybe, ${no} no, ${none} not answered`
}

/** The meetings that a meeting clashes with, if any, their times in the reader's zone. */
export function clashBlocks(clashing: readonly Clash[], zone: string): readonly Block[] {
  if (clashing.length === 0) return []
  const lines = clashing.map(
    (other) => rich`M${other.id} ${other.title}, ${moment(other.startsAt, zone)}: ${sharedWith(other)}`,
  )
  return [block.heading('Clashes with'), block.list(lines)]
}

/** `same place; 12 entities are expected at both`. */
function sharedWith({ sameGroup, samePlace, sameLeaders, entities, place }: Clash): string {
  return [
    ...(sameGroup ? ['the same group'] : []),
    ...(samePlace ? [`the same place, ${place ?? ''}`] : []),
    ...(sameLeaders && !sameGroup ? ['an entity leads both groups'] : []),
    ...(entities > 0 && !sameGroup
      ? [`${counted(entities, 'entity is', 'entities are')} expected at both`]
      : []),
  ].join('; ')
}

/** Whether an invitation to it can still be answered. */
export function isOpen({ status, startsAt, minutes, closedAt }: Meeting, now: Date): boolean {
  return status === 'scheduled' && closedAt === null && startsAt.getTime() + minutes * 60_000 >= now.getTime()
}

/** Whether it is under way or over: its hour has come, or its chair opened it early. */
export function hasBegun({ startsAt, begunAt }: Meeting, now: Date): boolean {
  return begunAt !== null || startsAt <= now
}

export function rsvpButtons(id: number): Block {
  return block.buttons(...rsvpAnswers(id))
}

export function rsvpAnswers(id: number): readonly Button[] {
  const meeting = `M${id}`
  return [
    button('Yes', 'meeting rsvp', { meeting, answer: 'yes' }, 'primary'),
    button('Maybe', 'meeting rsvp', { meeting, answer: 'maybe' }),
    button('No', 'meeting rsvp', { meeting, answer: 'no' }),
  ]
}

/** Who came, and how many, where that is on record. */
export function attendance({
  attended,
  participants,
}: Pick<Meeting, 'attended' | 'participants'>): readonly (readonly [string, string])[] {
  return [
    ...(attended.length > 0 ? [['Attended', attended.join(', ')] as const] : []),
    ...(participants === null ? [] : [['Participants', participants.toLocaleString('en')] as const]),
  ]
}

/** The facts of a meeting below a sentence that says what became of it. */
export function factsBelowState(meeting: Meeting, zone: string): Block {
  const facts = meetingFields(meeting, zone)
  if (facts.kind !== 'fields') return facts
  return { ...facts, fields: facts.fields.filter(({ label }) => label !== 'Status') }
}

/** The facts of a meeting below a sentence that says its hour: its length stands in the place of that. */
export function factsBelowHour(meeting: Meeting, zone: string): Block {
  const facts = meetingFields(meeting, zone)
  if (facts.kind !== 'fields') return facts
  const others = facts.fields.filter(({ label }) => label !== 'When')
  return {
    ...facts,
    fields: [{ label: 'Length', value: rich`${formatDuration(meeting.minutes)}` }, ...others],
  }
}
