import { type AgendaItem, agendaOf } from '../../../db/meetings/record/agenda.ts'
import { type Resolution, resolutionsOf } from '../../../db/meetings/record/resolutions.ts'
import { type Speaker, speakersOf } from '../../../db/meetings/room/speakers.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import type { Db } from '../../../db/store/db.ts'
import { type Block, block, button } from '../../../src/core/message.ts'
import { formatDuration } from '../../../src/core/time/duration.ts'

/** Whether a meeting is going on in the room. */
export function isSitting({
  status,
  begunAt,
  closedAt,
}: Pick<Meeting, 'status' | 'begunAt' | 'closedAt'>): boolean {
  return status === 'scheduled' && begunAt !== null && closedAt === null
}

/** The item under discussion; undefined between items. */
export function currentItem(agenda: readonly AgendaItem[]): AgendaItem | undefined {
  return agenda.find(({ begunAt, endedAt }) => begunAt !== null && endedAt === null)
}

/** The status of a meeting running in the room, with what can be done there; nothing for any other. */
export async function standingBlocks(db: Db, meeting: Meeting): Promise<readonly Block[]> {
  if (!isSitting(meeting)) return []
  const agenda = await agendaOf(db, meeting.id)
  const speakers = await speakersOf(db, meeting.id)
  const open = (await resolutionsOf(db, meeting.id)).filter(({ status }) => status === 'proposed')
  return [
    block.fields([
      ['Now', nowLine(agenda)],
      ['Next', agenda.find(({ begunAt }) => begunAt === null)?.title ?? 'nothing more on the agenda'],
      ['Hands raised', queueLine(speakers)],
      ...open.map((one) => [`Proposal R${one.id}`, proposalLine(one)] as const),
    ]),
    block.buttons(...roomButtons(meeting.id, { open, speakers, current: currentItem(agenda) })),
  ]
}

function nowLine(agenda: readonly AgendaItem[]): string {
  const item = currentItem(agenda)
  if (!item) return 'between two items'
  const at = agenda.indexOf(item) + 1
  const more = [item.presenter, item.minutes === null ? null : formatDuration(item.minutes)].filter(
    (part) => part !== null,
  )
  return `${at}. ${item.title}${more.length > 0 ? ` (${more.join(', ')})` : ''}`
}

export function queueLine(speakers: readonly Speaker[]): string {
  return speakers.map(({ entity, name }) => entity ?? name).join(', ') || 'none'
}

function proposalLine({ body, objections }: Resolution): string {
  const against = objections.map(({ entity }) => entity).join(', ')
  return against === '' ? body : `${body} (objections: ${against})`
}

/** Goes on from the item that it is shown beside: of two who press it at once the second skips none. */
export function nextButton(id: number, current: Pick<AgendaItem, 'id'> | undefined) {
  const values = { meeting: `M${id}`, item: `after I${current?.id ?? 0}` }
  return button('Next item', 'meeting next', values, 'primary')
}

/** Calls whoever is first in the list that it is shown beside: of two who press it at once the second passes over nobody. */
export function callButton(id: number, [first]: readonly Speaker[]) {
  const head = first ? { head: String(first.id) } : {}
  return button('Call the next speaker', 'meeting queue', { meeting: `M${id}`, what: 'call', ...head })
}

interface Standing {
  readonly open: readonly Resolution[]
  readonly speakers: readonly Speaker[]
  readonly current: AgendaItem | undefined
}

function roomButtons(id: number, { open, speakers, current }: Standing) {
  const meeting = `M${id}`
  return [
    button('I am here', 'meeting rsvp', { meeting, answer: 'here' }),
    button('Raise or lower my hand', 'meeting queue', { meeting }),
    { ...button('Note', 'meeting note', { meeting }), ask: true },
    ...open
      .slice(0, 3)
      .flatMap((one) => [
        { ...button(`Object to R${one.id}`, 'meeting note', { meeting, objects: `R${one.id}` }), ask: true },
        button(`Adopt R${one.id}`, 'meeting resolve', { meeting, proposal: `R${one.id}` }, 'primary'),
      ]),
    callButton(id, speakers),
    { ...button('Propose', 'meeting propose', { meeting }), ask: true },
    nextButton(id, current),
    button('End', 'meeting end', { meeting }, 'danger'),
  ]
}
