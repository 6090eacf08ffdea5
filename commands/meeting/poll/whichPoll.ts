import { meetingById } from '../../../db/meetings/meetings.ts'
import type { Poll } from '../../../db/meetings/polls/polls.ts'
import { UserError } from '../../../src/core/errors.ts'
import { leads } from '../../../src/core/feature/caller.ts'
import { option, required } from '../../../src/core/option.ts'
import type { Context } from '../../define.ts'

/** The poll that a command is about. */
export const whichPoll = required(option.record({ about: 'P1', prefix: 'P' }))

/** As `whichPoll`, where the only one that is open goes without saying. */
export const theOpenPoll = required(option.record({ about: 'P1', prefix: 'P', onlyOpen: true }))

/** Lets through those who lead the poll's group. Raises `UserError`. */
export function refuseUnlessLeading({ caller }: Context, { id, groupIds, groupAcronym }: Poll): void {
  if (leads(caller, groupIds)) return
  throw new UserError(
    `Only the chairs of ${groupAcronym} and the secretariat settle or close P${id}; you are neither today.`,
  )
}

/** Lets a settled poll through once its meeting was cancelled, so that another time can be chosen. Raises `UserError`. */
export async function refuseSettled({ db }: Context, { id, title, status, meetingId }: Poll): Promise<void> {
  if (status !== 'settled' || meetingId === null) return
  if ((await meetingById(db, meetingId))?.status === 'cancelled') return
  throw new UserError(
    `P${id} ${title} is settled already, as M${meetingId}; cancel that meeting to choose another time.`,
  )
}
