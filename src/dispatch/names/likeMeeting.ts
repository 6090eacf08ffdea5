import { allKnownGroups } from '../../../db/directory/groups.ts'
import { meetingNumber } from '../../../db/meetings/find/findMeeting.ts'
import { meetingById } from '../../../db/meetings/meetings.ts'
import type { Db } from '../../../db/store/db.ts'
import { UserError } from '../../core/errors.ts'
import { type Caller, leads } from '../../core/feature/caller.ts'
import type { Options } from '../../core/option.ts'

type Fields = Readonly<Record<string, string>>

/**
 * Fills in what is left out from the meeting that `like` names: its place and link only if the caller leads it, its time
 * only for a repetition. No change without `like`. Raises `UserError`.
 */
export async function withLikeMeeting(
  db: Db,
  options: Options,
  fields: Fields,
  caller: Caller | null,
): Promise<Fields> {
  const id = options['like']?.kind === 'meeting' ? meetingNumber(fields['like'] ?? '') : null
  const meeting = id === null ? undefined : await meetingById(db, id)
  if (id !== null && !meeting) throw new UserError(`I know no meeting called “M${id}”.`)
  if (!meeting || !caller) return fields
  const { title, groupIds, minutes, kind, place, link, startsAt, zone } = meeting
  const groups = (await allKnownGroups(db)).filter((one) => groupIds.includes(one.id))
  const own = leads(caller, groupIds)
  const again = fields['repeat'] !== undefined && fields['start'] === undefined
  const like = {
    title,
    wg: groups.map(({ acronym }) => acronym).join(', '),
    duration: `${minutes}m`,
    kind,
    ...(own && place !== null ? { place } : {}),
    ...(own && link !== null ? { link } : {}),
    ...(again ? { start: startsAt.toISOString(), timezone: zone } : {}),
  }
  return { ...like, ...fields }
}
