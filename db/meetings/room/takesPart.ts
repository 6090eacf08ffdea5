import type { Invitations } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import type { Response } from '../tally.ts'

interface Who {
  readonly meetingId: number
  readonly personId: number
}

/**
 * Notes that somebody who was invited takes part in a meeting that goes on; what is on record already stays. Whether it
 * was not.
 */
export async function takesPart(trx: Trx, meetingId: number, personId: number, now: Date): Promise<boolean> {
  const noted = await present(trx, { meetingId, personId, now })
  return noted.length > 0
}

const present = statement((db, given: Params<Who & { now: Date }>) =>
  db
    .updateTable('invitations')
    .set({ presentAt: given.now })
    .where('meetingId', '=', given.meetingId)
    .where('personId', '=', given.personId)
    .where('presentAt', 'is', null)
    .returning('personId'),
)

/** Takes a note of `takesPart` back. */
export async function takesPartNoLonger(trx: Trx, meetingId: number, personId: number): Promise<void> {
  await absent(trx, { meetingId, personId })
}

const absent = statement((db, given: Params<Who>) =>
  db
    .updateTable('invitations')
    .set({ presentAt: null })
    .where('meetingId', '=', given.meetingId)
    .where('personId', '=', given.personId),
)

interface Presence extends Who {
  readonly response: Response | null
  readonly presentAt: Invitations['presentAt']
}

/** Sets whether somebody who was invited is in the meeting, with their answer. */
export async function setPresence(trx: Trx, presence: Presence, now: Date): Promise<void> {
  await set(trx, { ...presence, now })
}

const set = statement((db, given: Params<Presence & { now: Date }>) =>
  db
    .updateTable('invitations')
    .set({ response: given.response, respondedAt: given.now, presentAt: given.presentAt })
    .where('meetingId', '=', given.meetingId)
    .where('personId', '=', given.personId),
)
