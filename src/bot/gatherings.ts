import { gatheringsOn } from '../../db/meetings/gatherings.ts'
import type { Db } from '../../db/store/db.ts'
import type { Gathering } from '../core/adapter.ts'

/** Meetings ahead of groups with a room on a platform; or the one of a subject, `meeting:12`, be it past or cancelled. */
export async function gatherings(
  db: Db,
  now: Date,
  platform: string,
  subject?: string,
): Promise<readonly Gathering[]> {
  const id = /^meeting:(\d{1,9})$/.exec(subject ?? '')?.[1]
  if (subject !== undefined && id === undefined) return []
  const found = await gatheringsOn(db, platform, now, id === undefined ? undefined : Number(id))
  return found.map(({ id: number, groupAcronym, minutes, status, ...meeting }) => ({
    ...meeting,
    subject: `meeting:${number}`,
    group: groupAcronym,
    endsAt: new Date(meeting.startsAt.getTime() + minutes * 60_000),
    cancelled: status === 'cancelled',
  }))
}
