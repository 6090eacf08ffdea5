import { type AgendaItem, timeItem } from '../../../db/meetings/record/agenda.ts'
import type { Trx } from '../../../db/store/db.ts'

export type ItemTimes = Pick<AgendaItem, 'id' | 'begunAt' | 'endedAt'>

/** What an undo says of going on: which items it touched, and when each was taken up and ended before. */
export function timesText(...items: readonly (ItemTimes | undefined)[]): string {
  return items
    .flatMap((item) => item ?? [])
    .map(timesOf)
    .join(' ')
}

function timesOf({ id, begunAt, endedAt }: ItemTimes): string {
  return `I${id}:${begunAt?.getTime() ?? '-'}:${endedAt?.getTime() ?? '-'}`
}

/** The same read again, in its order; nothing for any other text. */
export function timesIn(text: string): readonly ItemTimes[] {
  return text.split(' ').flatMap((part) => {
    const [, id, begun = '', ended = ''] = /^I(\d{1,9}):(-|\d{1,14}):(-|\d{1,14})$/.exec(part) ?? []
    return id === undefined ? [] : [{ id: Number(id), begunAt: instant(begun), endedAt: instant(ended) }]
  })
}

function instant(text: string): Date | null {
  return text === '-' ? null : new Date(Number(text))
}

/** Gives items of an agenda the times that they had. */
export async function setItemTimes(trx: Trx, items: readonly ItemTimes[]): Promise<void> {
  for (const { id, begunAt, endedAt } of items) await timeItem(trx, id, { begunAt, endedAt })
}
