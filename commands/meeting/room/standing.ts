import { type AgendaItem, agendaOf } from '../../../db/meetings/record/agenda.ts'
import { type Resolution, resolutionsOf } from '../../../db/meetings/record/resolutions.ts'
import { type Speaker, speakersOf } from '../../../db/meetings/room/speakers.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import type { Db } from '../../../db/store/db.ts'
import { type Block, type Button, block, button, moment, type Rich, rich } from '../../../src/core/message.ts'
import { itemLine } from '../agenda/card.ts'
import { statusOf } from '../card.ts'

/** Whether a meeting is going on in the room. */
export function isSitting({
  status,
  begunAt,
  closedAt,
}: Pick<Meeting, 'status' | 'begunAt' | 'closedAt'>): boolean {
  return status === 'scheduled' && begunAt !== null && closedAt === null
}

/** What a heading says after a meeting's name of how far it is; empty before it begins. */
export function stateWords(meeting: Meeting): string {
  if (isSitting(meeting)) return ': in progress'
  if (meeting.status !== 'scheduled') return `: ${statusOf(meeting)}`
  return meeting.closedAt === null ? '' : ': ended'
}

/** The item under discussion; undefined between items. */
export function currentItem(agenda: readonly AgendaItem[]): AgendaItem | undefined {
  return agenda.find(({ begunAt, endedAt }) => begunAt !== null && endedAt === null)
}

/** Who reads how a meeting stands, and so what they may do there: take a seat in it, speak, object, or lead it. */
export interface Reader {
  readonly attends: boolean
  readonly speaks: boolean
  readonly objects: boolean
  readonly leads: boolean
}

/** A room, in which all of them read. */
const everybody: Reader = { attends: true, speaks: true, objects: true, leads: true }

/** The status of a meeting running in the room, with what can be done there; nothing for any other. */
export async function standingBlocks(
  db: Db,
  meeting: Meeting,
  zone = meeting.zone,
): Promise<readonly Block[]> {
  if (!isSitting(meeting)) return []
  const { facts, buttons } = await standing(db, meeting, zone, everybody)
  return [facts, block.buttons(...buttons)]
}

/** How a meeting running in the room stands, its times in the reader's zone, and what that reader may do there. */
export async function standing(
  db: Db,
  meeting: Meeting,
  zone: string,
  reader: Reader,
): Promise<{ readonly facts: Block; readonly buttons: readonly Button[] }> {
  const agenda = await agendaOf(db, meeting.id)
  const speakers = await speakersOf(db, meeting.id)
  const open = (await resolutionsOf(db, meeting.id)).filter(({ status }) => status === 'proposed')
  const facts = block.fields([
    ['Now', nowLine(agenda, zone)],
    ['Next', agenda.find(({ begunAt }) => begunAt === null)?.title ?? 'nothing more on the agenda'],
    ['Ends', rich`${moment(endOf(meeting.startsAt, meeting.minutes), zone, 'time')}`],
    ['Hands raised', queueLine(speakers)],
    ...open.map((one) => [`Proposal R${one.id}`, proposalLine(one)] as const),
  ])
  return { facts, buttons: roomButtons(meeting.id, { open, speakers, current: currentItem(agenda) }, reader) }
}

/** `1. Drones (CTED, 10 min), until 14:40`: what is under discussion, and until when it may be. */
function nowLine(agenda: readonly AgendaItem[], zone: string): Rich {
  const item = currentItem(agenda)
  if (!item) return rich`between two items`
  const { minutes, begunAt } = item
  const sentence = rich`${agenda.indexOf(item) + 1}. ${itemLine(item)}`
  if (minutes === null || begunAt === null) return sentence
  return rich`${sentence}, until ${moment(endOf(begunAt, minutes), zone, 'time')}`
}

function endOf(from: Date, minutes: number): Date {
  return new Date(from.getTime() + minutes * 60_000)
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

/**
 * Calls whoever is first in the list that it is shown beside: of two who press it at once the second passes over nobody.
 * None where nobody has raised their hand.
 */
export function callButtons(id: number, [first]: readonly Speaker[]): readonly Button[] {
  if (first === undefined) return []
  const head = String(first.id)
  return [button('Call the next speaker', 'meeting queue', { meeting: `M${id}`, what: 'call', head })]
}

/** The same as a row of its own. */
export function callRow(id: number, speakers: readonly Speaker[]): Block | undefined {
  const buttons = callButtons(id, speakers)
  return buttons.length > 0 ? block.buttons(...buttons) : undefined
}

interface Standing {
  readonly open: readonly Resolution[]
  readonly speakers: readonly Speaker[]
  readonly current: AgendaItem | undefined
}

/** What members do comes first, since they are more; then what the chair does, the likeliest first. */
function roomButtons(
  id: number,
  { open, speakers, current }: Standing,
  { attends, speaks, objects, leads }: Reader,
): readonly Button[] {
  const meeting = `M${id}`
  return [
    ...(attends ? [button('I am here', 'meeting rsvp', { meeting, answer: 'here' })] : []),
    ...(speaks
      ? [
          button('Raise or lower my hand', 'meeting queue', { meeting }),
          { ...button('Note', 'meeting note', { meeting }), ask: true },
        ]
      : []),
    ...open.slice(0, 3).flatMap((one) => [
      ...(objects
        ? [
            {
              ...button(`Object to R${one.id}`, 'meeting note', { meeting, objects: `R${one.id}` }),
              ask: true,
            },
          ]
        : []),
      ...(leads
        ? [button(`Adopt R${one.id}`, 'meeting resolve', { meeting, proposal: `R${one.id}` }, 'primary')]
        : []),
    ]),
    ...(leads
      ? [
          nextButton(id, current),
          ...callButtons(id, speakers),
          { ...button('Propose', 'meeting propose', { meeting }), ask: true },
          button('End', 'meeting end', { meeting }, 'danger'),
        ]
      : []),
  ]
}
