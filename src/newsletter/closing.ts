import type { Newsletter } from './compose/compose.ts'
import { paragraphsOf } from './render/paragraphs.ts'

/** A piece of the closing words; `url` is an http(s) address, or null where it leads nowhere. */
interface Piece {
  readonly text: string
  readonly url: string | null
}

export interface ClosingPart {
  readonly title: string
  readonly paragraphs: readonly (readonly Piece[])[]
}

/** What an issue ends with, such as whom to write to, its addresses as links; undefined where it has no such words. */
export function closingOf({ closing }: Pick<Newsletter, 'closing'>): ClosingPart | undefined {
  return closing && { title: closing.title, paragraphs: paragraphsOf(closing.text).map(pieces) }
}

function pieces(paragraph: string): readonly Piece[] {
  return paragraph
    .split(/(https?:\/\/[^\s<>"]{1,500}[^\s<>".,;:!?)])/i)
    .flatMap((text, at): readonly Piece[] => {
      if (text === '') return []
      return [{ text, url: at % 2 === 1 && URL.canParse(text) ? new URL(text).href : null }]
    })
}
