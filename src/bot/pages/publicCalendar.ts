import { createHash } from 'node:crypto'

import { lastSwitch, publicMeetings } from '../../../db/meetings/calendar/publicCalendar.ts'
import { planChanges } from '../../../db/newsletter/arrange/plan.ts'
import type { Db } from '../../../db/store/db.ts'
import { planOf, storedPlan } from '../../newsletter/plan.ts'
import { calendarHtml } from './calendarHtml.ts'

const aheadDays = 400
const mostMeetings = 500
const dayMs = 86_400_000

/** The joint calendar as everybody may read it; undefined while the secretariat has it switched off. */
export async function publicCalendar(
  db: Db,
  now: Date,
): Promise<{ readonly html: string; readonly tag: string } | undefined> {
  if (!(await lastSwitch(db))?.isPublic) return undefined
  // The same until the day is over, so that the same meetings give the same bytes.
  const until = new Date((Math.floor(now.getTime() / dayMs) + aheadDays) * dayMs)
  const [meetings, changes] = await Promise.all([
    publicMeetings(db, { now, until, limit: mostMeetings + 1 }),
    planChanges(db),
  ])
  const html = calendarHtml({
    framework: planOf(storedPlan(changes)).framework,
    meetings: meetings.slice(0, mostMeetings),
    isCut: meetings.length > mostMeetings,
  })
  return { html, tag: `"${createHash('sha256').update(html).digest('base64url').slice(0, 27)}"` }
}
