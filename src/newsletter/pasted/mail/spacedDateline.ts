/** `THE HAGUE, Netherlands—13 November 2026—The …`: a dateline whose dashes stand without blanks. */
const tight =
  /^(\(?\p{Lu}[^—–.;!?]{1,70}?)[—–](\p{Nd}{1,2} \p{L}{3,12},? \p{Nd}{4}|\p{L}{3,12} \p{Nd}{1,2}, \p{Nd}{4})[—–](?=["“«]?\p{Lu})/u
/** `VIENNA, 13 November 2026—The …`. */
const tightAtEnd = /^(\(?\p{Lu}[^—–.;!?]{1,70}?\p{Nd}{4}\)?)—(?=["“«]?\p{Lu})/u

/** A text whose dateline is parted by dashes with blanks around them, as most are. */
export function withSpacedDateline(text: string): string {
  const start = text.slice(0, 140)
  const spaced = start.replace(tight, '$1, $2 — ').replace(tightAtEnd, '$1 — ')
  return spaced === start ? text : `${spaced}${text.slice(start.length)}`
}
