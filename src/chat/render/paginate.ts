/** A part of a message on its way to a page; a glued one stays on the page of the part before it where it can. */
export interface MessagePiece<Part> {
  readonly block: Part
  readonly glued: boolean
}

/**
 * Lays parts in their order on as few pages as hold them; glued ones are separated only when they must be. `holds`
 * says whether a page, counted from 1, takes these parts, and so any of their beginnings; a part that no page takes gets
 * a page of its own.
 */
export function paginate<Part>(
  pieces: readonly MessagePiece<Part>[],
  holds: (parts: readonly Part[], page: number) => boolean,
): readonly (readonly Part[])[] {
  // Nearly every message is one page, and measuring each of its beginnings would take longer than drawing it.
  const all = pieces.map(({ block }) => block)
  if (holds(all, 1)) return [all]
  const pages: Part[][] = [[]]
  const place = (parts: readonly Part[]) => {
    const page = pages.at(-1) ?? []
    if (page.length === 0 || holds([...page, ...parts], pages.length)) page.push(...parts)
    else pages.push([...parts])
  }
  for (const group of groups(pieces)) {
    // The group may land on the first page or on a later one, which hold different amounts.
    if (holds(group, 1) && holds(group, 2)) place(group)
    else for (const one of group) place([one])
  }
  return pages
}

function groups<Part>(pieces: readonly MessagePiece<Part>[]): readonly (readonly Part[])[] {
  const found: Part[][] = []
  for (const { block, glued } of pieces) {
    if (glued && found.length > 0) found.at(-1)?.push(block)
    else found.push([block])
  }
  return found
}
