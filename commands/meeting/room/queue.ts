import { invitees } from '../../../db/meetings/invitations.ts'
import { leaveQueue, raiseHand, type Speaker, speakersOf } from '../../../db/meetings/room/speakers.ts'
import { takesPart } from '../../../db/meetings/room/takesPart.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { leads } from '../../../src/core/feature/caller.ts'
import { block, button, type Message, message, rich } from '../../../src/core/message.ts'
import { type EntityRef, option } from '../../../src/core/option.ts'
import { type Context, command } from '../../define.ts'
import { refuseUninvited } from '../answer/invited.ts'
import { onlyUnderWay } from '../meetingOption.ts'
import { noteInHistory } from '../outcome/noteInHistory.ts'
import { lockSitting } from './sitting.ts'
import { callButtons, callRow, queueLine } from './standing.ts'

export const queue = command({
  name: 'queue',
  about: 'Raise your hand, or take it down; the chair calls',
  options: {
    meeting: onlyUnderWay,
    what: option.choice({
      about: 'Up or down by default; “call” is for the chair',
      choices: ['raise', 'lower', 'call', 'show'],
      trailing: true,
    }),
    speaker: option.entity({ inForms: false, about: 'Who is called out of turn' }),
    head: option.text({ onlyPressed: true, about: 'Whose turn it was, as the button says', max: 12 }),
  },
  access: anyone,
  onlyFor: 'the group and whoever is invited; its chairs call',
  audience: 'room',
  changes: true,
  examples: ['/meeting queue M1', '/meeting queue M1 call'],
  async run(context, { meeting: ref, what, speaker, head }) {
    const { db, now, caller } = context
    const meeting = await lockSitting(context, ref.id)
    await refuseUninvited(context, meeting)
    const before = await speakersOf(db, meeting.id)
    const another = speaker !== undefined && speaker.acronym !== caller.entityAcronym ? speaker : undefined
    const mine = before.find(({ personId, entity }) =>
      another ? entity === another.acronym : personId === caller.personId,
    )
    const doing = what ?? (mine ? 'lower' : 'raise')
    const name = another?.acronym ?? caller.entityAcronym ?? caller.name
    const values = { meeting: `M${meeting.id}`, ...(another ? { speaker: another.acronym } : {}) }
    if (another && doing !== 'show' && doing !== 'call') refuseOthers(context, meeting)
    context.about(`meeting:${meeting.id}`)
    switch (doing) {
      case 'show':
        return message(rich`Hands raised in ${meeting.title}: ${queueLine(before)}.`)
      case 'raise': {
        const personId = another ? await representative(context, meeting, another) : caller.personId
        if (mine || !(await raiseHand(db, meeting.id, personId, now)))
          throw new UserError(
            another
              ? `${name} has raised its hand already. Hands raised: ${queueLine(before)}.`
              : 'Your hand is up already; the chair will call you.',
          )
        await takesPart(db, meeting.id, personId, now)
        const raised = await speakersOf(db, meeting.id)
        return message(
          rich`${name} asks for the floor. Hands raised: ${queueLine(raised)}.`,
          block.buttons(
            // The room reads it, and its chair calls from here.
            ...callButtons(meeting.id, raised),
            button('Undo: take it down', 'meeting queue', { ...values, what: 'lower' }),
          ),
        )
      }
      case 'lower':
        if (!mine) throw new UserError(another ? `${name} has not raised its hand.` : 'Your hand is not up.')
        await leaveQueue(db, mine.id, { calledAt: null, loweredAt: now })
        return message(rich`${name} no longer asks for the floor.`)
      case 'call': {
        if (!leads(caller, meeting.groupIds))
          throw new UserError('Only the chairs of its working group and the secretariat call speakers.')
        if (speaker) return giveFloor(context, meeting, before, speaker)
        const [first, ...others] = before
        if (!first) throw new UserError('Nobody has raised their hand.')
        if (head !== undefined && head !== String(first.id))
          throw new UserError(
            `Somebody was called in the meantime. Hands raised: ${queueLine(before)}. Nothing was changed.`,
          )
        await leaveQueue(db, first.id, { calledAt: now, loweredAt: null })
        await noteInHistory(context, meeting.id, rich`Gave the floor to ${first.entity ?? first.name}.`)
        return message(
          rich`${first.entity ?? first.name} (${first.name}) has the floor. Hands raised: ${queueLine(others)}.`,
          callRow(meeting.id, others),
        )
      }
    }
  },
})

/** Lets through who leads the meeting: nobody else speaks up for another entity. Raises `UserError`. */
function refuseOthers({ caller }: Context, { groupIds }: Meeting): void {
  if (!leads(caller, groupIds))
    throw new UserError(
      'Only the chairs of its working group and the secretariat raise or lower the hand of another entity; “raise my hand” raises yours.',
    )
}

/** Who speaks for an entity: whoever of it is in the meeting, else whoever is invited. Raises `UserError`. */
async function representative({ db }: Context, { id }: Meeting, { acronym }: EntityRef): Promise<number> {
  const invited = (await invitees(db, id)).filter(({ entity }) => entity === acronym)
  const one = invited.find(({ presentAt }) => presentAt !== null) ?? invited[0]
  if (!one) throw new UserError(`Nobody of ${acronym} is invited to M${id}; nothing was changed.`)
  return one.personId
}

/** Gives the floor to somebody who is named, whether or not their hand is up; those before them wait on. */
async function giveFloor(
  context: Context,
  { id }: Meeting,
  raised: readonly Speaker[],
  { acronym }: EntityRef,
): Promise<Message> {
  const { db, now } = context
  const own = raised.find(({ entity }) => entity === acronym)
  if (own) await leaveQueue(db, own.id, { calledAt: now, loweredAt: null })
  await noteInHistory(context, id, rich`Gave the floor to ${acronym}.`)
  const others = raised.filter((one) => one !== own)
  return message(
    rich`${acronym}${own ? ` (${own.name})` : ''} has the floor. Hands raised: ${queueLine(others)}.`,
    callRow(id, others),
  )
}
