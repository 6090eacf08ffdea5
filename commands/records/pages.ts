import { type Button, block, button, type Message, message } from '../../src/core/message.ts'

/** A list as it is asked for page by page: `feature action` and its other options. */
interface Paged {
  readonly command: string
  readonly values?: Readonly<Record<string, string>>
  /** Which page, from 1. */
  readonly page: number
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
