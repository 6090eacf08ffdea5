import { type Button, block, button, type Message, message } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'

export const pageOption = option.integer({ about: 'Which page, from 1', min: 1, max: 1000 })

/** A list as it is asked for page by page: `feature action` and its other options. */
interface Paged {
  readonly command: string
  readonly values?: Readonly<Record<string, string>>
  /** Which page, from 1. */
  readonly page: number
}

interface ListPage<Row> {
  readonly shown: readonly Row[]
  /** The buttons that turn to the pages beside it. */
  readonly turns: readonly Button[]
  readonly more: boolean
  /** `, page 2`, for the head of the list; empty where all of it is on one page. */
  readonly which: string
}

/** The rows to fetch for a page: one more than it shows, which tells whether another page follows. */
export function rowsFor(page: number, size: number): { readonly limit: number; readonly offset: number } {
  return { limit: size + 1, offset: (page - 1) * size }
}

/** A page of a list, of the rows that were fetched for it. */
export function pageOf<Row>(rows: readonly Row[], size: number, paged: Paged): ListPage<Row> {
  const more = rows.length > size
  return {
    shown: rows.slice(0, size),
    turns: turnPages(paged, more),
    more,
    which: paged.page > 1 || more ? `, page ${paged.page}` : '',
  }
}

/** What turns the pages of a list: on, where more follows, and back. */
export function turnPages({ command, values = {}, page }: Paged, more: boolean): readonly Button[] {
  const turn = (label: string, to: number) => button(label, command, { ...values, page: String(to) })
  return [
    ...(more ? [turn('Next page', page + 1)] : []),
    ...(page > 1 ? [turn('Previous page', page - 1)] : []),
  ]
}

/** Says that a page is not there, as when a list has become shorter, and leads back to its beginning. */
export function noSuchPage({ command, values = {}, page }: Paged): Message {
  return message(
    `There is no page ${page}.`,
    block.buttons(button('First page', command, { ...values, page: '1' })),
  )
}
