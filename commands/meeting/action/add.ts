import { findEntities } from '../../../db/directory/find/entity.ts'
import { lockMeeting } from '../../../db/meetings/meetings.ts'
import { addAction, lockAction } from '../../../db/meetings/record/actions.ts'
import { memberOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { readLink } from '../../../src/core/text/addresses/webAddress.ts'
import { dayOf, formatDay } from '../../../src/core/time/day.ts'
import { type Context, command, found } from '../../define.ts'
import { actionLine } from '../agenda/card.ts'
import { called } from '../called.ts'
import { statusOf } from '../card.ts'
import { underWay } from '../meetingOption.ts'
import { noteInHistory } from '../outcome/noteInHistory.ts'
import { type ActionInWords, readActionInWords } from './actionInWords.ts'
import { nobody, readOwner } from './owner.ts'
import { tellOwners } from './tellOwners.ts'
import { refuseTwin } from './twin.ts'

export const addActionItem = command({
  group: 'action',
  name: 'add',
  about: 'Record an action; its owner is told and reminded',
  options: {
    meeting: underWay,
    what: required(option.text({ about: 'What is to be done', max: 500, multiline: true })),
    owner: option.text({
      about: 'An entity, a person, me, or the chair',
      max: 100,
      names: ['entity', 'person'],
    }),
    due: option.dueDay({ about: 'By which day, e.g. 12 Dec or next Friday' }),
    source: option.text({ about: 'The message that it comes from', max: 500 }),
  },
  access: memberOf('meeting'),
  audience: 'room',
  changes: true,
  makes: 'once',
  examples: [
    '/meeting action add M1 what:"Circulate the draft" owner:OPCW due:"12 Dec"',
    '/meeting action add M1 OPCW to circulate the draft by 12 Dec',
  ],
  async run(context, { meeting: ref, what: typed, owner, due: dueGiven, source }) {
    const { db, now, caller } = context
    const meeting = found(await lockMeeting(db, ref.id), 'such meeting')
    if (meeting.status === 'cancelled')
      throw new UserError(`${called(meeting)} was ${statusOf(meeting)}, so no action follows from it.`)
    const today = dayOf(now, meeting.zone)
    // A button or form that gives an owner or a day gives the words apart.
    const apart = context.invocation.input.kind !== 'line' && (owner ?? dueGiven) !== undefined
    const said: ActionInWords = apart
      ? { what: typed }
      : await readActionInWords(context, typed, { owner: owner !== undefined, due: dueGiven !== undefined })
    const { what, due = dueGiven } = said
    if (due !== undefined && due < today)
      throw new UserError(`${formatDay(due)} has passed; give a day ahead.`, { option: 'due' })
    const owned = owner === undefined ? (said.owner ?? nobody) : await readOwner(context, owner)
    const wanted = { ...owned, meetingId: meeting.id, what, dueOn: due ?? null }
    await refuseTwin(context, wanted)
    const id = await addAction(
      db,
      { ...wanted, sourceLink: readLink(source), createdBy: caller.personId },
      now,
    )
    const action = found(await lockAction(db, id), 'such action')
    context.about(`meeting:${meeting.id}`)
    await noteInHistory(context, meeting.id, rich`Recorded the action ${actionLine(action)}.`)
    const shownBlock = await tellOwners(context, action, caller.name)
    const opening = owned === nobody ? await entityOpening(context, what) : undefined
    return message(
      rich`Recorded for M${meeting.id} ${meeting.title}: ${actionLine(action)}.`,
      owned === nobody
        ? block.text(
            opening === undefined
              ? 'Nobody owns it yet: hand it over to somebody.'
              : `Nobody owns it yet. Is it for ${opening}?`,
          )
        : undefined,
      shownBlock,
      block.buttons(
        ...(opening === undefined
          ? []
          : [
              button(`Give it to ${opening}`, 'meeting action hand-over', {
                action: `A${id}`,
                owner: opening,
              }),
            ]),
        { ...button('Hand over', 'meeting action hand-over', { action: `A${id}` }), ask: true },
        button('Done', 'meeting action done', { action: `A${id}` }),
        button('Undo', 'meeting action remove', { action: `A${id}` }),
      ),
    )
  },
})

/** The entity with which words open that are to be done, and which may be their owner: `CTED circulate minutes`. */
async function entityOpening({ db, now }: Context, what: string): Promise<string | undefined> {
  const [, name] =
    /^(?:the )?(UN \p{Lu}\p{L}{1,20}|\p{Lu}[\p{Lu}\p{Nd}-]{1,20})(?: -|[ :–—]) ?\p{L}/u.exec(what) ?? []
  const [entity] = name === undefined ? [] : await findEntities(db, [name], now)
  return entity?.kind === 'one' ? entity.value.acronym : undefined
}
