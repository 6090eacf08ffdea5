import {
  cancelledMeetings,
  type ImpliedMeeting,
  meetingsToOpen,
  meetingsUnderWay,
  meetingsWithoutOutcome,
} from '../../db/meetings/room/implied.ts'
import { meetingsAhead, type NamedMeeting } from '../../db/meetings/upcoming.ts'
import type { Db } from '../../db/store/db.ts'
import { type Caller, leads } from '../core/feature/caller.ts'
import type { Option } from '../core/option.ts'
import { earlyMs } from '../meetings/early.ts'

interface Implied {
  readonly implied?: Option['implied'] | undefined
}

/** The meetings of which an option takes the only one where none is named. */
export async function meetingsImplied(
  db: Db,
  { implied }: Implied,
  caller: Caller,
  now: Date,
): Promise<readonly ImpliedMeeting[]> {
  if (!implied) return []
  const groupIds = caller.roles.map(({ groupId }) => groupId)
  const theirs = { personId: caller.personId, groupIds, all: caller.isSecretariat, now }
  const led = { ...theirs, personId: null, groupIds: groupIds.filter((id) => leads(caller, id)) }
  switch (implied) {
    case 'under way':
    case 'only under way':
    case 'under way if here':
      return meetingsUnderWay(db, theirs)
    case 'about to begin':
      return meetingsToOpen(db, { ...led, before: new Date(now.getTime() + earlyMs) })
    case 'over':
      return meetingsWithoutOutcome(db, led)
    case 'cancelled':
      return cancelledMeetings(db, led)
  }
}

/** What is said where there is no meeting of the kind that an option takes; undefined where it takes any. */
export function whyNone({ implied }: Implied): string | undefined {
  if (!implied) return undefined
  switch (implied) {
    case 'under way':
    case 'under way if here':
      return undefined
    case 'only under way':
      return 'No meeting that you belong to is running; its chair starts one with /meeting start.'
    case 'about to begin':
      return 'No meeting that you lead begins within the hour.'
    case 'over':
      return 'No meeting that you lead waits for its outcome.'
    case 'cancelled':
      return 'No meeting ahead that you lead is cancelled.'
  }
}

/** The meetings that an option offers before anything is typed: those alone that it takes, else the ones ahead. */
export async function meetingsOffered(
  db: Db,
  option: Implied,
  caller: Caller,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<readonly NamedMeeting[]> {
  if (whyNone(option) === undefined) return meetingsAhead(db, caller.personId, now, limit)
  return (await meetingsImplied(db, option, caller, now)).slice(0, limit)
}
