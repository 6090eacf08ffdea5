import { lockMeeting } from '../../../db/meetings/meetings.ts'
import { type AgendaItem, changeItem, type NewItem } from '../../../db/meetings/record/agenda.ts'
import { memberOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { type MeetingRef, option, required } from '../../../src/core/option.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import { saysNothing } from '../../../src/core/text/nothing.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { formatDuration } from '../../../src/core/time/duration.ts'
import { command, found } from '../../define.ts'
import { refuseOverruled, undoesOf, undoesOption } from '../../records/overruled.ts'
import { presentTexts } from '../../records/present.ts'
import { underWay } from '../meetingOption.ts'
import { noteInHistory } from '../outcome/noteInHistory.ts'
import { refuseUnlessAhead } from './ahead.ts'
import { agendaBlocks, agendaButtons, itemLine } from './card.ts'
import { itemMeant } from './itemMeant.ts'
import { longestTitle } from './longest.ts'
import { tellAdders } from './told/tellAdders.ts'
import { tellPresenters } from './told/tellPresenters.ts'
import { type ItemChange, lengthTyped } from './typed/changeTyped.ts'
import { isMe } from './typed/typedItems.ts'

export const editItem = command({
  group: 'agenda',
  name: 'edit',
  about: 'Change an item of the agenda',
  options: {
    meeting: underWay,
    item: required(option.text({ about: 'Its number or words', max: 400 })),
    title: option.text({ about: 'Its new words', max: longestTitle }),
    presenter: option.text({ about: 'A name, or “none”', max: 100 }),
    minutes: option.text({ about: 'e.g. 20m, or “none”', max: 40 }),
    undoes: undoesOption,
  },
  access: memberOf('meeting'),
  audience: 'room',
  changes: true,
  examples: ['/meeting agenda edit M1 2 minutes:30m', '/meeting agenda edit M1 2 presenter:UNODC'],
  async present(context, { meeting, item }: { readonly meeting: MeetingRef; readonly item?: string }) {
    // The form may be opened before the item is known.
    return item === undefined ? {} : textsOf((await itemMeant(context, meeting.id, item)).before)
  },
  edits: ({ db }, { meeting: { id } }) => ({
    ...{ subject: `meeting:${id}`, alsoBy: [] },
    hold: () => lockMeeting(db, id),
  }),
  async run(context, { meeting: ref, item, title, presenter, minutes, undoes }) {
    const { db } = context
    const meeting = found(await lockMeeting(db, ref.id), 'such meeting')
    refuseUnlessAhead(meeting)
    const { items, before, change } = await itemMeant(context, meeting.id, item, { title, minutes })
    const given = {
      title: title ?? change.title,
      presenter: presenter ?? change.presenter,
      minutes: minutes === undefined ? change.minutes : lengthTyped(minutes),
    }
    const place = items.indexOf(before) + 1
    const stands = `Item ${place} of M${meeting.id} is ${inWords(before)}.`
    refuseOverruled(undoes, standing(before), stands)
    if (Object.values(given).every((value) => value === undefined)) throw nothingTyped(meeting.id, before)
    const after = changed(before, given, context.caller.name)
    refuseTwin(items, before, after)
    const marks = undoesOf(standing(after), standing(before), stands)
    await changeItem(db, before.id, after)
    context.about(`meeting:${meeting.id}`)
    await noteInHistory(
      context,
      meeting.id,
      rich`Changed on the agenda: ${itemLine(after)}, was ${itemLine(before)}.`,
    )
    const told = tellAdders(context, meeting, [before], {
      kind: 'changed',
      now: itemLine(after),
      was: itemLine(before),
    })
    const presenters = await tellPresenters(context, meeting, [{ was: before, is: after }], [before.addedBy])
    const all = items.map((one) => (one === before ? after : one))
    return message(
      rich`Changed item ${place} of the agenda of M${meeting.id} ${meeting.title}: ${itemLine(after)}, was ${itemLine(before)}.`,
      told,
      ...presenters,
      ...agendaBlocks(meeting, all, []),
      block.buttons(
        button('Undo: as before', 'meeting agenda edit', {
          meeting: `M${meeting.id}`,
          item: `I${before.id}`,
          title: before.title,
          presenter: before.presenter ?? 'none',
          minutes: before.minutes === null ? 'none' : formatDuration(before.minutes),
          undoes: marks,
        }),
      ),
      agendaButtons(meeting.id, all),
    )
  },
})

function nothingTyped(meetingId: number, { id, title }: AgendaItem): UserError {
  const values = { meeting: `M${meetingId}`, item: `I${id}` }
  return new UserError(
    `Say what to change of “${title}”: its words (title:), presenter: or minutes:. Nothing was changed.`,
    {
      buttons: [{ ...button('Change it', 'meeting agenda edit', values), ask: true }],
    },
  )
}

/** The item as it is to be. “me” becomes the caller’s name, since others read the agenda. Raises `UserError`. */
function changed(before: AgendaItem, { title, presenter, minutes }: ItemChange, caller: string): AgendaItem {
  const who = typeof presenter === 'string' && isMe(presenter) ? caller : presenter
  if (before.endedAt)
    throw new UserError(
      `“${before.title}” was dealt with in the meeting, so it stays as it is. Nothing was changed.`,
    )
  if (title !== undefined && title !== before.title && saysNothing(title))
    throw new UserError(`An item needs words, and “${shorten(title)}” is none. Nothing was changed.`, {
      option: 'title',
    })
  if (title !== undefined && title.length > longestTitle)
    throw new UserError(
      `“${shorten(title)}” has ${title.length} characters; an item has at most ${longestTitle}.`,
      {
        option: 'title',
      },
    )
  return {
    ...before,
    title: title ?? before.title,
    presenter: who === undefined ? before.presenter : saysNothing(who) ? null : who,
    minutes: minutes === undefined ? before.minutes : minutes,
  }
}

function refuseTwin(items: readonly AgendaItem[], before: AgendaItem, { title }: AgendaItem): void {
  const twin = items.find((one) => one !== before && fold(one.title) === fold(title))
  if (twin)
    throw new UserError(`“${twin.title}” is already on the agenda; nothing was changed.`, { option: 'title' })
}

function standing({ title, presenter, minutes }: AgendaItem): readonly unknown[] {
  return [title, presenter, minutes]
}

/** `“Drones”, presented by OPCW, 20 min` */
function inWords({ title, presenter, minutes }: AgendaItem): string {
  return [
    `“${title}”`,
    ...(presenter === null ? [] : [`presented by ${presenter}`]),
    ...(minutes === null ? [] : [formatDuration(minutes)]),
  ].join(', ')
}

function textsOf({ title, presenter, minutes }: NewItem): Readonly<Record<string, string>> {
  return presentTexts({ title, presenter, minutes: minutes === null ? null : formatDuration(minutes) })
}
