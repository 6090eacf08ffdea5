import { platformEventsOn } from '../../db/meetings/platformEvents.ts'
import type { Db } from '../../db/store/db.ts'
import type { PlatformEvent } from '../core/adapter.ts'

/**
 * Meetings ahead of groups with a room on a platform; or the one of a subject, `meeting:12`, even if it is past or
 * cancelled.
 */
export async function platformEvents(
  db: Db,
  now: Date,
  platform: string,
  subject?: string,
): Promise<readonly PlatformEvent[]> {
  const id = /^meeting:(\d{1,9})$/.exec(subject ?? '')?.[1]
  if (subject !== undefined && id === undefined) return []
  const found = await platformEventsOn(db, platform, now, id === undefined ? undefined : Number(id))
  return found.map(({ id: number, groupAcronym, minutes, status, ...meeting }) => ({
    ...meeting,
    subject: `meeting:${number}`,
    group: groupAcronym,
    endsAt: new Date(meeting.startsAt.getTime() + minutes * 60_000),
    cancelled: status === 'cancelled',
  }))
}
