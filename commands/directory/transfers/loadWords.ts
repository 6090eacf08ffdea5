import type { Entries } from '../../../db/directory/transfers/entries.ts'
import type { HeldRoles } from '../../../db/directory/transfers/held.ts'
import type { MeetingRecords } from '../../../db/directory/transfers/meetingRecords.ts'
import type { RequestsAndSettings } from '../../../db/directory/transfers/requestsAndSettings.ts'
import type { WorkInHand, WorkKind } from '../../../db/directory/transfers/workInHand.ts'
import { counted } from '../../../src/core/text/counted.ts'

const kinds: Readonly<Record<WorkKind, readonly [one: string, many: string]>> = {
  actions: ['open action', 'open actions'],
  recommendations: ['recommendation to follow up', 'recommendations to follow up'],
  updates: ['update under way', 'updates under way'],
  meetings: ['meeting organized', 'meetings organized'],
  series: ['series of meetings organized', 'series of meetings organized'],
  invitations: ['invitation', 'invitations'],
  reminders: ['reminder', 'reminders'],
}

/** What moves, a line each: roles and seats by name, all else counted. */
export function loadWords(held: readonly HeldRoles[], things: WorkInHand): readonly string[] {
  return [
    ...held.map(({ kind, what, group, entity }) =>
      kind === 'role' ? `${what} of ${group} (${entity})` : `the ${what} seat of ${entity} in ${group}`,
    ),
    ...workWords(things),
  ]
}

export function workWords(things: WorkInHand): readonly string[] {
  return Object.entries(kinds).flatMap(([kind, [one, many]]) => {
    const count = things[kind as WorkKind].length
    return count === 0 ? [] : [counted(count, one, many)]
  })
}

/** What else of a twin's goes to the other in a merge. */
export function meetingRecordWords(traces: MeetingRecords): readonly string[] {
  const { notes, polls, delegations, sendings, nominations, silences = [], broken = [] } = traces
  const words = [
    [notes.length, 'note of a meeting', 'notes of meetings'],
    [polls.length, 'poll voted in', 'polls voted in'],
    [delegations.length + sendings.length, 'delegation', 'delegations'],
    [nominations.length, 'nomination', 'nominations'],
    [new Set([...silences, ...broken]).size, 'adoption by silence', 'adoptions by silence'],
  ] as const
  return countedWords(words)
}

/** Counts what a twin said, asked for or set that goes to the other in a merge. */
export function requestWords(marks: RequestsAndSettings): readonly string[] {
  const { speakers, snoozes, personAway, agendaItems, resolutions, polls, objections } = marks
  const { unsubscribed, calledFirst, reminderSettings, personHours } = marks
  return countedWords([
    [speakers.length, 'raised hand', 'raised hands'],
    [objections.length, 'objection', 'objections'],
    [resolutions.length, 'resolution proposed', 'resolutions proposed'],
    [agendaItems.length, 'agenda item', 'agenda items'],
    [polls.length, 'poll opened', 'polls opened'],
    [snoozes.length, 'reminder put off', 'reminders put off'],
    [personAway.length, 'absence', 'absences'],
    [calledFirst.length, 'entity that calls them first', 'entities that call them first'],
    [
      unsubscribed.length + Number(reminderSettings) + Number(personHours),
      'setting of reminders or hours',
      'settings of reminders or hours',
    ],
  ])
}

/** What of records that a twin entered or changed goes to the other in a merge. */
export function entryWords(entries: Entries): readonly string[] {
  const { libraryItems, workItems, recommendations, projects, reportYears, changes } = entries
  return countedWords([
    [libraryItems.length, 'library item', 'library items'],
    [workItems.length, 'item of a work plan', 'items of work plans'],
    [recommendations.length, 'recommendation recorded', 'recommendations recorded'],
    [projects.length, 'project', 'projects'],
    [reportYears.length, 'closing day of reports', 'closing days of reports'],
    [changes.length, 'change of such records', 'changes of such records'],
  ])
}

type Counted = readonly [count: number, one: string, many: string]

function countedWords(words: readonly Counted[]): readonly string[] {
  return words.flatMap(([count, one, many]) => (count === 0 ? [] : [counted(count, one, many)]))
}
