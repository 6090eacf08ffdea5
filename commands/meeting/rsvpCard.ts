import { responseOf } from '../../db/meetings/invitations.ts'
import { meetingById } from '../../db/meetings/meetings.ts'
import type { Meeting } from '../../db/meetings/rows.ts'
import { type AnswerTally, tallyOf } from '../../db/meetings/tally.ts'
import type { Db } from '../../db/store/db.ts'
import type { Account } from '../../src/core/address.ts'
import {
  type Block,
  block,
  bold,
  button,
  type Message,
  message,
  moment,
  rich,
} from '../../src/core/message.ts'
import { counted } from '../../src/core/text/counted.ts'
import type { Context } from '../define.ts'
import { called } from './called.ts'
import { factsBelowHour, isOpen, meetingFields, rsvpButtons } from './card.ts'
import { isSitting, standingBlocks, stateWords } from './room/standing.ts'

/**
 * The card of a meeting that a whole room reads, so in the meeting's own zone; a viewer's copy tells their own answer.
 * Undefined where there is no such meeting.
 */
export async function sharedCard(
  db: Db,
  id: number,
  now: Date,
  viewer?: Account,
): Promise<Message | undefined> {
  const meeting = await meetingById(db, id)
  if (!meeting) return undefined
  const group = meeting.groupAcronym ? ` (${meeting.groupAcronym})` : ''
  const own = viewer && (await responseOf(db, id, viewer))
  const state = stateWords(meeting)
  return {
    ...message(
      rich`M${id} ${meeting.title}${group}, ${moment(meeting.startsAt, meeting.zone)}${state}`,
      ...sharedBlocks(meeting, await tallyOf(db, id), now),
      ...(await standingBlocks(db, meeting)),
      own ? block.text(rich`Your answer: ${bold(own)}.`) : undefined,
      outcomeOf(meeting),
      showButton(id),
    ),
    heading: `${called(meeting)}${group}${state}`,
    summaryBelow: true,
    card: `meeting:${id}`,
  }
}

/**
 * What a whole room is told of what became of a meeting: the facts as they are now, without the counts, since nobody
 * keeps it up. A sentence above may have said why it was cancelled. Undefined where there is no such meeting.
 */
export async function news(
  db: Db,
  id: number,
  {
    now,
    whyIsSaid,
    hourIsSaid,
  }: { readonly now: Date; readonly whyIsSaid: boolean; readonly hourIsSaid: boolean },
): Promise<Message | undefined> {
  const meeting = await meetingById(db, id)
  if (!meeting) return undefined
  return message(
    meeting.title,
    (hourIsSaid ? factsBelowHour : meetingFields)(
      whyIsSaid ? { ...meeting, cancelledReason: null } : meeting,
      meeting.zone,
    ),
    isOpen(meeting, now) ? rsvpButtons(meeting.id) : undefined,
    outcomeOf(meeting),
    showButton(id),
  )
}

function outcomeOf({ status, summary }: Meeting): Block | undefined {
  return status === 'held' && summary ? block.fields([['Outcome', summary]]) : undefined
}

function showButton(id: number): Block {
  return block.buttons(button('Show', 'meeting show', { meeting: `M${id}` }))
}

/** Whether whoever reads what is said to a caller may answer an invitation: in a room others do. */
export function mayAnswer(
  { caller, invocation }: Pick<Context, 'caller' | 'invocation'>,
  invited: readonly { readonly personId: number }[],
): boolean {
  return !invocation.place.private || invited.some(({ personId }) => personId === caller.personId)
}

/** `26 people are invited`, or why nobody is. */
export function invitedWords(invited: readonly unknown[], groups: string): string {
  return invited.length === 0
    ? `Nobody is invited, since nobody in the directory stands for the members of ${groups} yet`
    : `${counted(invited.length, 'person is', 'people are')} invited`
}

/** A meeting's facts and the count of answers, with buttons to answer while there is something to answer. */
export function sharedBlocks(meeting: Meeting, tally: AnswerTally, now: Date): readonly Block[] {
  const facts = meetingFields(meeting, meeting.zone, tally)
  return isOpen(meeting, now) && !isSitting(meeting) ? [facts, rsvpButtons(meeting.id)] : [facts]
}
