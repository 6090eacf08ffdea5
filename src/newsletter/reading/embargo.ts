/** A text, and until when its author asks that it be kept back, in their words; null where they ask nothing. */
export interface Embargoed {
  readonly text: string
  readonly until: string | null
}

/** An embargo on arms stands in a sentence; one of an author opens the text, or stands behind a sign or `under`. */
const asked =
  /(?:(?:^|[,;.(–—-] ?| (?=under ))(?:strictly )?(?:(?:under (?:an )?)?embargo(?:ed)? ?(?:until|till|:)|not (?:for (?:release|publication)|to be (?:published|released|printed)) before)) ?([^.;:()\n]{3,40}?) ?(?:\)|:|;|$|(?=\.(?:\s|$))|(?=\s?\())/i

/** Takes words such as `, embargo until 1 Dec` and `EMBARGOED UNTIL 1 December:` out of a text. */
export function splitEmbargo(typed: string): Embargoed {
  const found = asked.exec(typed)
  const until = found?.[1]?.trim()
  if (!found || until === undefined || !/\d/.test(until)) return { text: typed, until: null }
  const before = typed.slice(0, found.index).trimEnd()
  const after = typed.slice(found.index + found[0].length).trimStart()
  const joined = /^[.,;]/.test(after) ? `${before}${after}` : `${before} ${after}`
  return { text: joined.trim(), until }
}
