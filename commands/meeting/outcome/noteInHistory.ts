import { type MeetingChange, noteChanges } from '../../../db/meetings/record/changes.ts'
import type { Rich } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'

/** Enters in the history of a meeting what the caller did. */
export function noteInHistory(context: Context, meetingId: number, what: Rich): Promise<void> {
  return enter(context, { meetingId, what, internal: false })
}

/** The same, for the eyes of those who may read the internal minutes. */
export function noteInternally(context: Context, meetingId: number, what: Rich): Promise<void> {
  return enter(context, { meetingId, what, internal: true })
}

type Entry = Pick<MeetingChange, 'meetingId' | 'what' | 'internal'>

function enter({ db, caller, now }: Context, entry: Entry): Promise<void> {
  return noteChanges(db, [{ ...entry, personId: caller.personId }], now)
}
