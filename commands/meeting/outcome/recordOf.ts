import { expectedAt } from '../../../db/meetings/invited/expected.ts'
import { guestsByMail } from '../../../db/meetings/invited/meetingGuests.ts'
import { listActions } from '../../../db/meetings/record/actions.ts'
import { agendaOf } from '../../../db/meetings/record/agenda.ts'
import { notesOf } from '../../../db/meetings/record/notes.ts'
import { resolutionsOf } from '../../../db/meetings/record/resolutions.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import type { Db } from '../../../db/store/db.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { formatDuration } from '../../../src/core/time/duration.ts'
import { formatMoment } from '../../../src/core/time/zone.ts'
import type { Minutes } from '../../../src/meetings/minutes/minutes.ts'
import { type RepresentedEntity, represented, representedName } from '../../../src/meetings/representation.ts'
import { ownerName } from '../action/owner.ts'
import { quorums } from '../room/quorum.ts'

/** More actions than any meeting has. */
const mostActions = 200

/** All that is on record of a meeting, its times by its own clock. */
export async function recordOf(db: Db, meeting: Meeting, now: Date): Promise<Minutes> {
  const [agenda, notes, resolutions, people] = [
    await agendaOf(db, meeting.id),
    await notesOf(db, meeting.id),
    await resolutionsOf(db, meeting.id),
    represented(await expectedAt(db, meeting)),
  ]
  const wanted = { groupIds: null, meetingId: meeting.id, personId: null, now, limit: mostActions, offset: 0 }
  const actions = [
    ...(await listActions(db, { ...wanted, status: 'open' })),
    ...(await listActions(db, { ...wanted, status: 'done' })),
  ]
  const points = (itemId: number | null) => ({
    notes: notes.filter((note) => note.itemId === itemId),
    resolutions: resolutions.filter((resolution) => resolution.itemId === itemId),
  })
  const attended = new Set(meeting.attended)
  const observers = people.filter(({ observer }) => observer)
  const named = people.filter(({ name, present }) => attended.has(name) || (attended.size === 0 && present))
  const known = new Set(people.map(({ name }) => name))
  return {
    title: meeting.title,
    group: meeting.groupAcronym,
    kind: meeting.kind,
    when: `${formatMoment(meeting.startsAt, meeting.zone)}, ${formatDuration(meeting.minutes)}`,
    place: meeting.place,
    summary: meeting.summary,
    participants: meeting.participants,
    present: [
      ...named.filter(({ observer }) => !observer).map(representedName),
      ...meeting.attended.filter((name) => !known.has(name)),
    ],
    presentObservers: observers.filter((one) => named.includes(one)).map(representedName),
    quorum: await quorumSentence(db, meeting, named),
    regrets: people.filter((one) => one.answer === 'no' && !named.includes(one)).map(({ name }) => name),
    guests: (await guestsByMail(db, meeting.id)).filter((name) => name !== null),
    items: agenda.map(({ id, title, presenter, endedAt, begunAt }) => ({
      title,
      presenter,
      reached: endedAt !== null || begunAt !== null,
      ...points(id),
    })),
    rest: points(null),
    actions: actions.map((action) => ({
      what: action.what,
      owner: ownerName(action),
      due: action.dueOn,
      done: action.status === 'done',
    })),
  }
}

/** `12 member entities; 14 were present`; null where the group has no such rule. */
async function quorumSentence(
  db: Db,
  meeting: Meeting,
  named: readonly RepresentedEntity[],
): Promise<string | null> {
  const rules = await quorums(db, meeting)
  if (rules.length === 0) return null
  return rules
    .map(({ label, needed, count }) => {
      const of = label === 'Quorum' ? '' : `${label.replace('Quorum of ', '')}: `
      return `${of}${counted(needed, 'member entity', 'member entities')}; ${count(named)} present`
    })
    .join('; ')
}
