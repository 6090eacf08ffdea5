/** A part of a message on its way to a page; a glued one stays on the page of the one before it if it can. */
export interface Piece<Part> {
  readonly block: Part
  readonly glued: boolean
}

/**
 * Parts in their order on as few pages as hold them; what is glued is parted only when it must. `holds` says
 * whether the page of a number, from 1, takes these; a part that no page takes has one of its own.
 */
export function paginate<Part>(
  pieces: readonly Piece<Part>[],
  holds: (parts: readonly Part[], page: number) => boolean,
): readonly (readonly Part[])[] {
  const pages: Part[][] = [[]]
  const place = (parts: readonly Part[]) => {
    const page = pages.at(-1) ?? []
    if (page.length === 0 || holds([...page, ...parts], pages.length)) page.push(...parts)
    else pages.push([...parts])
  }
  for (const group of groups(pieces)) {
    // It may come to stand on the first page, or on a later one.
    if (holds(group, 1) && holds(group, 2)) place(group)
    else for (const one of group) place([one])
  }
  return pages
}

function groups<Part>(pieces: readonly Piece<Part>[]): readonly (readonly Part[])[] {
  const found: Part[][] = []
  for (const { block, glued } of pieces) {
    if (glued && found.length > 0) found.at(-1)?.push(block)
    else found.push([block])
  }
  return found
}
