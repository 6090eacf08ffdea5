import { expectedAt } from '../../db/meetings/invited/expected.ts'
import { lockMeeting, meetingById } from '../../db/meetings/meetings.ts'
import { entitiesPresent, holdMeeting } from '../../db/meetings/outcome.ts'
import type { Meeting } from '../../db/meetings/rows.ts'
import { chairOf } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { eachTime } from '../../src/core/feature/notice.ts'
import { type Block, block, button, message, moment, type Rich, rich } from '../../src/core/message.ts'
import { type EntityRef, option, required } from '../../src/core/option.ts'
import { list } from '../../src/core/text/list.ts'
import { dayOf } from '../../src/core/time/day.ts'
import { meetingLine } from '../../src/newsletter/compose/meetingLine.ts'
import { type Context, command, found } from '../define.ts'
import { presentTexts } from '../records/present.ts'
import { called } from './called.ts'
import { attendance } from './card.ts'
import { justOver } from './meetingOption.ts'
import { inPrint } from './outcome/inPrint.ts'
import { noteInHistory } from './outcome/noteInHistory.ts'
import { refuseUnheld } from './outcome/refuseUnheld.ts'
import { tellChairsOfOutcome } from './outcome/tellChairs.ts'
import { tellRooms } from './tellRooms.ts'

export const hold = command({
  name: 'hold',
  about: 'Record that a meeting was held, and its outcome',
  options: {
    meeting: justOver,
    summary: required(
      option.text({ about: 'What was discussed or decided, in a sentence', max: 1500, multiline: true }),
    ),
    attended: option.entities({
      about: 'Entities that came, by comma; all but some',
      ofMeeting: true,
    }),
    participants: option.integer({ about: 'How many people came', min: 1, max: 10_000 }),
  },
  access: chairOf('meeting'),
  audience: 'room',
  changes: true,
  examples: ['/meeting hold M1 summary:"discussed drones and the review conference" attended:"OPCW, UNICRI"'],
  present: async ({ db }, { meeting: { id } }) => {
    const { summary, attended, participants } = found(await meetingById(db, id), 'such meeting')
    return presentTexts({ summary, attended: attended.join(', '), participants: participants?.toString() })
  },
  edits: ({ db }, { meeting: { id } }) => ({
    ...{ subject: `meeting:${id}`, alsoBy: ['meeting restore'] },
    hold: () => lockMeeting(db, id),
  }),
  async run(context, { meeting: ref, summary, attended, participants }) {
    const { db, now, zone } = context
    const meeting = found(await lockMeeting(db, ref.id), 'such meeting')
    refuseUnheld(meeting, now)
    // One that was only recorded has no outcome yet that could be corrected.
    const corrected = meeting.status === 'held' && meeting.summary !== null
    if (corrected && changesNothing(meeting, { summary, attended, participants }))
      throw new UserError(`${called(meeting)} has that outcome on record already; nothing was changed.`, {
        buttons: [button('Show', 'meeting show', { meeting: `M${meeting.id}` })],
      })
    // Who pressed that they are there has come, unless somebody says who did.
    const present =
      attended === undefined && meeting.attended.length === 0
        ? await entitiesPresent(db, meeting.id)
        : undefined
    const came = attended ?? (present && present.length > 0 ? present : undefined)
    await holdMeeting(
      db,
      meeting.id,
      {
        summary,
        attended: came?.map((entity) => entity.id) ?? null,
        participants: participants ?? null,
      },
      now,
    )
    context.about(`meeting:${meeting.id}`)
    await tellRooms(
      context,
      { ...meeting, sequence: eachTime },
      'held',
      rich`${corrected ? 'Corrected' : 'Held'}: ${meeting.title}, ${moment(meeting.startsAt, meeting.zone)}.`,
      `${corrected ? 'Outcome corrected' : 'Meeting held'}: ${meeting.title}`,
    )
    const told = await tellChairsOfOutcome(context, meeting, corrected ? 'corrected' : 'recorded', summary)
    const before = corrected ? correctedFrom(meeting, { summary, attended, participants }) : []
    for (const what of before) await noteInHistory(context, meeting.id, what)
    return message(
      rich`${corrected ? 'Corrected' : 'Held'}: M${meeting.id} ${meeting.title}, ${moment(meeting.startsAt, zone)}.`,
      outcomeFields(meeting, { summary, attended: came, participants }, corrected),
      told,
      attended && (await uninvited(context, meeting, attended)),
      attended && (await leftOut(context, meeting, attended)),
      ...(await inPrint(context, meeting.id, dayOf(meeting.startsAt, meeting.zone))),
      block.buttons(
        button('Undo: take it back', 'meeting restore', { meeting: `M${meeting.id}` }),
        button('Show', 'meeting show', { meeting: `M${meeting.id}` }),
      ),
    )
  },
})

/** An outcome with those who came, whether they were named or had said so themselves. */
type Recorded = Omit<Given, 'attended'> & {
  readonly attended: readonly Pick<EntityRef, 'acronym'>[] | undefined
}

/** What is on record now, and the line that it makes in the newsletter. */
function outcomeFields(
  meeting: Meeting,
  { summary, attended, participants }: Recorded,
  corrected: boolean,
): Block {
  const line = meetingLine({
    group: meeting.groupAcronym ?? '',
    kind: meeting.kind,
    summary,
    start: dayOf(meeting.startsAt, meeting.zone),
  })
  return block.fields([
    ['Outcome', summary],
    ...(corrected && summary !== meeting.summary ? [['It said before', meeting.summary ?? ''] as const] : []),
    ...attendance({
      attended: attended?.map((entity) => entity.acronym) ?? meeting.attended,
      participants: participants ?? meeting.participants,
    }),
    ['Newsletter line', line],
  ])
}

interface Given {
  readonly summary: string
  readonly attended: readonly EntityRef[] | undefined
  readonly participants: number | undefined
}

/** Whether all that is given is on record: a line that was sent twice corrects nothing. */
function changesNothing(meeting: Meeting, now: Given): boolean {
  return (
    now.summary === meeting.summary &&
    (now.attended === undefined || !differs(meeting, now.attended)) &&
    (now.participants ?? meeting.participants) === meeting.participants
  )
}

function differs({ attended }: Meeting, came: readonly EntityRef[]): boolean {
  return came.length !== attended.length || came.some(({ acronym }) => !attended.includes(acronym))
}

/** What a correction takes the place of, for the history. */
function correctedFrom(meeting: Meeting, now: Given): readonly Rich[] {
  const participants = now.participants ?? meeting.participants
  return [
    ...(now.summary === meeting.summary ? [] : [rich`The outcome said before: “${meeting.summary ?? ''}”`]),
    ...(now.attended && differs(meeting, now.attended) && meeting.attended.length > 0
      ? [rich`The attendance was before: ${meeting.attended.join(', ')}`]
      : []),
    ...(meeting.participants === null || participants === meeting.participants
      ? []
      : [rich`The participants were before: ${String(meeting.participants)}`]),
  ]
}

/** Names the entities that attended without an invitation: one may have been mistaken for another. */
async function uninvited(
  { db }: Context,
  meeting: Meeting,
  attended: readonly EntityRef[],
): Promise<Block | undefined> {
  const invited = new Set((await expectedAt(db, meeting)).map(({ entity }) => entity))
  const others = attended.filter(({ acronym }) => !invited.has(acronym)).map(({ acronym }) => acronym)
  if (others.length === 0) return undefined
  const names = list(others, 'and')
  return block.text(
    `${names} ${others.length > 1 ? 'were' : 'was'} not invited, and ${others.length > 1 ? 'are' : 'is'} recorded as attending all the same. Correct it with /meeting hold M${meeting.id} if another one is meant.`,
  )
}

/** Names the entities that said that they were there and are not among those who attended. */
async function leftOut(
  { db }: Context,
  meeting: Meeting,
  attended: readonly EntityRef[],
): Promise<Block | undefined> {
  const present = await entitiesPresent(db, meeting.id)
  const missing = present.filter(({ id }) => !attended.some((one) => one.id === id))
  if (missing.length === 0) return undefined
  const names = list(
    missing.map(({ acronym }) => acronym),
    'and',
  )
  return block.text(
    `${names} ${missing.length > 1 ? 'are' : 'is'} down as present in the meeting, and not among those who attended. Correct it with /meeting hold M${meeting.id} where ${missing.length > 1 ? 'they' : 'it'} took part.`,
  )
}
