import { noteChanges } from '../../../db/meetings/record/changes.ts'
import type { Rich } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'

/** Enters in the history of a meeting what the caller did. */
export function noteIt({ db, caller, now }: Context, meetingId: number, what: Rich): Promise<void> {
  return noteChanges(db, [{ meetingId, personId: caller.personId, what }], now)
}
