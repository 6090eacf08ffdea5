import { meetingById } from '../../../db/meetings/meetings.ts'
import type { Db } from '../../../db/store/db.ts'
import { UserError } from '../../core/errors.ts'
import type { Caller } from '../../core/feature/caller.ts'
import type { MeetingRef } from '../../core/option.ts'
import { shorten } from '../../core/text/text.ts'
import { meetingsImplied } from '../../suggest/meetings.ts'

/**
 * The caller’s meeting under way, which `the current meeting` means; undefined for any other text. Raises
 * `UserError`.
 */
export async function runningMeeting(
  db: Db,
  text: string,
  caller: Caller,
  now: Date,
): Promise<MeetingRef | undefined> {
  if (!/^(?:the |this |our )?(?:current|running|ongoing) (?:meeting|one|session|call)$/i.test(text))
    return undefined
  const [first, ...others] = await meetingsImplied(db, { implied: 'only under way' }, caller, now)
  if (!first)
    throw new UserError('No meeting that you belong to is under way. “next meeting” shows the one ahead.')
  if (others.length === 0) return meetingById(db, first.id)
  throw new UserError('Several meetings are under way. Which one?', {
    choices: [first, ...others].map(({ id, title }) => ({
      label: `M${id} ${shorten(title)}`,
      value: `M${id}`,
    })),
  })
}
