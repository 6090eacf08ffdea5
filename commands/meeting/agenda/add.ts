import { lockMeeting } from '../../../db/meetings/meetings.ts'
import { type AgendaItem, addItems, agendaOf, setRemoved } from '../../../db/meetings/record/agenda.ts'
import { memberOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { hasRole } from '../../../src/core/feature/caller.ts'
import { type Block, block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { list } from '../../../src/core/text/list.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { type Context, command, found } from '../../define.ts'
import { underWay } from '../meetingOption.ts'
import { noteInHistory } from '../outcome/noteInHistory.ts'
import { refuseUnlessAhead } from './ahead.ts'
import { agendaBlocks, agendaButtons, itemLine } from './card.ts'
import { findItem } from './findItem.ts'
import { longestItem, longestTitle } from './longest.ts'
import { tellAdders } from './told/tellAdders.ts'
import { tellPresenters } from './told/tellPresenters.ts'
import type { ItemTyped } from './typed/itemTyped.ts'
import { typedItems } from './typed/typedItems.ts'

const mostItems = 40

export const addItem = command({
  group: 'agenda',
  name: 'add',
  about: 'Add an item to the agenda',
  options: {
    meeting: underWay,
    item: required(
      option.text({
        about: 'The item, or several, each numbered; with from: also “all”',
        max: 1500,
        multiline: true,
      }),
    ),
    presenter: option.text({ about: 'Who presents it', max: 100, names: ['entity', 'person'] }),
    minutes: option.duration({ about: 'How long it takes, e.g. 20m', min: 1, max: longestItem }),
    from: option.meeting({ about: 'Carry it over from this meeting' }),
  },
  access: memberOf('meeting'),
  audience: 'room',
  changes: true,
  examples: [
    '/meeting agenda add M1 item:"Review conference" presenter:OPCW minutes:20m',
    '/meeting agenda add M1 Review conference, 20 min, OPCW',
  ],
  async run(context, { meeting: ref, item, presenter, minutes, from }) {
    const { db, now, caller } = context
    const meeting = found(await lockMeeting(db, ref.id), 'such meeting')
    refuseUnlessAhead(meeting)
    const items = await agendaOf(db, meeting.id)
    const restored = await broughtBack(context, meeting.id, item)
    const typed =
      restored.length > 0 || from
        ? undefined
        : await typedItems(context, item, { presenter: presenter ?? null, minutes: minutes ?? null })
    const wanted = typed?.items ?? (from ? await carried(context, from.id, item) : [])
    const long = wanted.find(({ title }) => title.length > longestTitle)
    if (long)
      throw new UserError(
        `“${shorten(long.title)}” has ${long.title.length} characters; an item has at most ${longestTitle}.`,
        { option: 'item' },
      )
    const fresh = wanted.filter(({ title }) => !items.some((one) => fold(one.title) === fold(title)))
    if (restored.length === 0 && fresh.length === 0)
      throw new UserError(`“${wanted[0]?.title ?? item}” is already on the agenda; nothing was changed.`)
    if (items.length + fresh.length > mostItems)
      throw new UserError(`An agenda holds ${mostItems} items at most; this one has ${items.length}.`)
    const ids =
      restored.length > 0
        ? restored.map(({ id }) => id)
        : await addItems(db, meeting.id, fresh, caller.personId, now)
    const line = (
      restored.length > 0 ? restored.map(({ title }) => rich`${title}`) : fresh.map(itemLine)
    ).flatMap((one, at) => (at === 0 ? one : rich`; ${one}`))
    context.about(`meeting:${meeting.id}`)
    await noteInHistory(context, meeting.id, rich`Put on the agenda: ${line}.`)
    const told = tellAdders(context, meeting, restored, { kind: 'put-back' })
    const all = await agendaOf(db, meeting.id)
    const put = all.filter(({ id }) => ids.includes(id)).map((is) => ({ is }))
    const presenters = await tellPresenters(
      context,
      meeting,
      put,
      restored.map(({ addedBy }) => addedBy),
    )
    const sentence = ids.length === 1 ? line : rich`${counted(ids.length, 'item')}`
    return message(
      rich`Put on the agenda of M${meeting.id} ${meeting.title}: ${sentence}.`,
      told,
      ...presenters,
      ...agendaBlocks(meeting, all, []),
      typed?.notKept,
      alreadyThere(wanted, fresh),
      block.buttons(
        button(ids.length > 1 ? 'Undo: take them off' : 'Undo: take it off', 'meeting agenda remove', {
          meeting: `M${meeting.id}`,
          item: ids.map((id) => `I${id}`).join(', '),
        }),
      ),
      agendaButtons(meeting.id, all),
    )
  },
})

/** Which of several items stood on the agenda before, and so were not added. */
function alreadyThere(
  wanted: readonly Pick<ItemTyped, 'title'>[],
  fresh: readonly Pick<ItemTyped, 'title'>[],
): Block | undefined {
  const before = wanted.filter((item) => !fresh.includes(item)).map(({ title }) => `“${title}”`)
  return before.length === 0 || fresh.length === 0
    ? undefined
    : block.text(`Already on the agenda and not added again: ${list(before, 'and')}.`)
}

/** Items that were taken off return to their places, by their numbers, as the button says. Raises `UserError` where none is off. */
async function broughtBack(
  { db }: Context,
  meetingId: number,
  text: string,
): Promise<readonly Pick<AgendaItem, 'id' | 'title' | 'addedBy'>[]> {
  if (!/^I\d{1,9}(?:, I\d{1,9}){0,40}$/.test(text)) return []
  const back: Pick<AgendaItem, 'id' | 'title' | 'addedBy'>[] = []
  for (const id of text.split(', ')) {
    const item = await setRemoved(db, { meetingId, id: Number(id.slice(1)) }, null)
    if (item) back.push(item)
  }
  if (back.length === 0) throw new UserError('That is on the agenda already; nothing was changed.')
  return back
}

/** The items of another meeting that were not reached: all, or the one that was named. Raises `UserError`. */
async function carried({ db, caller }: Context, from: number, text: string): Promise<readonly AgendaItem[]> {
  const other = found(await lockMeeting(db, from), 'such meeting')
  if (!hasRole(caller, other.groupIds))
    throw new UserError('Only the members of that meeting’s group carry its items over.', { option: 'from' })
  const left = (await agendaOf(db, from)).filter(({ endedAt }) => endedAt === null)
  if (left.length === 0) throw new UserError(`M${from} has no item that was not reached.`, { option: 'from' })
  return /^all$/i.test(text) ? left : [findItem(left, text)]
}
