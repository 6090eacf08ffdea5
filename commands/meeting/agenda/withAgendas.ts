import { type AgendaItem, agendasOf } from '../../../db/meetings/record/agenda.ts'
import type { Trx } from '../../../db/store/db.ts'
import { type Block, block, rich } from '../../../src/core/message.ts'
import { itemLine } from './card.ts'

/** A reminder with the agenda of its meeting, where that has one. */
export type WithAgenda<D> = D & { readonly agenda?: readonly AgendaItem[] }

/** Looks up the agendas of the meetings that are reminded of, in one round trip. */
export async function withAgendas<D extends { readonly meetingId: number }>(
  trx: Trx,
  due: readonly D[],
): Promise<readonly WithAgenda<D>[]> {
  if (due.length === 0) return []
  const agendas = await agendasOf(trx, [...new Set(due.map(({ meetingId }) => meetingId))])
  return due.map((one) => ({ ...one, agenda: agendas.get(one.meetingId) ?? [] }))
}

/** The items in their order under their heading; nothing where there are none. */
export function agendaBlocks(agenda: readonly AgendaItem[] = []): readonly Block[] {
  if (agenda.length === 0) return []
  return [block.heading('Agenda'), block.list(agenda.map((item, at) => rich`${at + 1}. ${itemLine(item)}`))]
}
