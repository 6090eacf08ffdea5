import type { PlatformEvent } from '../../../src/core/adapter.ts'
import { type EventBody, eventBody, hashOf, ongoingBody } from './body.ts'
import type { EventRecord } from './records.ts'

/** A meeting in one server, as it is now and as it was last told to Discord. */
export interface MirroredMeeting {
  readonly guild: string
  readonly subject: string
  /** Undefined where its group has no room on Discord. */
  readonly meeting: PlatformEvent | undefined
  readonly record: EventRecord | undefined
}

/** What is to be done to an event; `hash` is of what Discord is told. */
export type Step =
  | {
      readonly doing: 'create'
      readonly meeting: PlatformEvent
      readonly body: EventBody
      readonly hash: string
    }
  | {
      readonly doing: 'change'
      readonly meeting: PlatformEvent
      readonly body: EventBody
      readonly hash: string
      readonly record: EventRecord
    }
  | { readonly doing: 'withdraw'; readonly hash: string; readonly record: EventRecord }

/**
 * What is to be done; undefined where nothing is. Of a meeting that takes place the end alone is kept up, one that is
 * over is history; one that has begun and is cancelled or put off takes its event along.
 */
export function stepOf({ guild, meeting, record }: MirroredMeeting, now: Date): Step | undefined {
  const open = record && record.endsAt > now ? record : undefined
  const there = meeting && !meeting.cancelled && meeting.rooms.some(({ tenant }) => tenant === guild)
  const withdrawn = open && ({ doing: 'withdraw', hash: open.hash, record: open } as const)
  if (!there) return withdrawn
  const begun = open !== undefined && open.startsAt <= now
  const moved = open?.startsAt.getTime() !== meeting.startsAt.getTime()
  if (begun && !moved) {
    if (open.endsAt.getTime() === meeting.endsAt.getTime()) return undefined
    if (meeting.endsAt <= now) return withdrawn
    const body = ongoingBody(meeting)
    return { doing: 'change', meeting, body, hash: hashOf(body), record: open }
  }
  if (begun || meeting.startsAt <= now) return withdrawn
  const body = eventBody(meeting)
  const hash = hashOf(body)
  if (!open) return { doing: 'create', meeting, body, hash }
  if (open.id !== undefined && open.hash === hash) return undefined
  return { doing: 'change', meeting, body, hash, record: open }
}
