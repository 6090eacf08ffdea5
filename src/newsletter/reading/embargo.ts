/** A text, and until when its author asks that it be kept back, in their words; null where they ask nothing. */
export interface Embargoed {
  readonly text: string
  readonly until: string | null
}

/** An embargo on arms stands in a sentence; one of an author opens a line, also in bold, or stands behind a sign or `under`. */
const asked =
  /(?:(?:^[*_]{0,3}|[,;.(–—-] ?| (?=under ))(?:strictly )?(?:(?:under (?:an )?)?embargo(?:ed)? ?(?:until|till|:)|not (?:for (?:release|publication)|to be (?:published|released|printed)) before)) ?((?:[^.;:()*_\n]|\.(?=\d| \d{4}\b)){3,40}?)[*_]{0,3} ?(?:\)|:[*_]{0,3}|;|$|(?=\.(?:\s(?!\d{4}\b)|$))|(?=\s?\())/im

/** Takes words such as `, embargo until 1 Dec` and `EMBARGOED UNTIL 1 December:` out of a text. */
export function splitEmbargo(typed: string): Embargoed {
  const found = asked.exec(typed)
  const until = found?.[1]?.trim()
  if (!found || until === undefined || !/\d/.test(until)) return { text: typed, until: null }
  const [head, rest] = [typed.slice(0, found.index), typed.slice(found.index + found[0].length)]
  const [before, after] = [head.trimEnd(), rest.trimStart()]
  const ownLine = /\n *$/.test(head) && /^ *(?:\r?\n|$)/.test(rest)
  if (before === '') return { text: after.replace(/^[.,;]\s*/, '').trimEnd(), until }
  const joined = /^[.,;]/.test(after) ? `${before}${after}` : `${before}${ownLine ? '\n' : ' '}${after}`
  return { text: joined.trim(), until }
}
