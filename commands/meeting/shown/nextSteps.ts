import type { Meeting } from '../../../db/meetings/rows.ts'
import { belongs, type Caller, hasRole, leads } from '../../../src/core/feature/caller.ts'
import { type Button, button } from '../../../src/core/message.ts'
import { earlyMs } from '../../../src/meetings/early.ts'
import { isOffRecord, isOpen } from '../card.ts'
import { isSitting } from '../room/standing.ts'

/** What the caller may do next with a meeting, the likeliest first; nothing that would be refused. */
export function nextSteps(meeting: Meeting, caller: Caller, now: Date): readonly Button[] {
  if (meeting.status === 'cancelled') return afterCancelling(meeting, caller, now)
  if (isSitting(meeting)) return meanwhile(meeting, caller)
  if (meeting.status === 'held' || !isOpen(meeting, now)) return afterwards(meeting, caller)
  return beforehand(meeting, caller, now)
}

function beforehand(meeting: Meeting, caller: Caller, now: Date): readonly Button[] {
  const which = { meeting: `M${meeting.id}` }
  const chair = leads(caller, meeting.groupIds)
  const due = meeting.startsAt.getTime() - earlyMs <= now.getTime()
  return [
    ...(chair && due ? [button('Start', 'meeting start', which, 'primary')] : []),
    ...agenda(meeting, caller),
    ...(chair ? [button('Attendees', 'meeting attendees', which)] : []),
    button('Add to my calendar', 'meeting calendar', which),
    ...(chair
      ? [
          { ...button('Move', 'meeting move', which), ask: true },
          { ...button('Edit', 'meeting edit', which), ask: true },
          button('Cancel', 'meeting cancel', which, 'danger'),
        ]
      : []),
  ]
}

/** The buttons beside those that run the meeting in its room. */
function meanwhile(meeting: Meeting, caller: Caller): readonly Button[] {
  return [
    ...agenda(meeting, caller),
    ...(leads(caller, meeting.groupIds)
      ? [button('Attendees', 'meeting attendees', { meeting: `M${meeting.id}` })]
      : []),
  ]
}

function afterwards(meeting: Meeting, caller: Caller): readonly Button[] {
  const which = { meeting: `M${meeting.id}` }
  const told = meeting.summary !== null
  const outcome = {
    ...button(told ? 'Correct the outcome' : 'Record the outcome', 'meeting hold', which),
    ask: true,
  }
  const chair = leads(caller, meeting.groupIds)
  return [
    ...(chair && !told ? [{ ...outcome, style: 'primary' as const }] : []),
    ...(hasRole(caller, meeting.groupIds)
      ? [button('Minutes', 'meeting minutes', which), button('History', 'meeting history', which)]
      : []),
    ...agenda(meeting, caller),
    ...(chair && told ? [outcome] : []),
  ]
}

function afterCancelling(meeting: Meeting, caller: Caller, now: Date): readonly Button[] {
  const which = { meeting: `M${meeting.id}` }
  return [
    ...(leads(caller, meeting.groupIds) && isOffRecord(meeting)
      ? [button('Put it back', 'meeting restore', which)]
      : leads(caller, meeting.groupIds) && meeting.startsAt > now
        ? [button('Restore', 'meeting restore', which)]
        : []),
    ...(hasRole(caller, meeting.groupIds) ? [button('History', 'meeting history', which)] : []),
  ]
}

function agenda(meeting: Meeting, caller: Caller): readonly Button[] {
  return belongs(caller, meeting.groupIds)
    ? [button('Agenda', 'meeting agenda show', { meeting: `M${meeting.id}` })]
    : []
}
