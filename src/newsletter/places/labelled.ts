import { type NamedPlace, placesAt, type ScannedText } from './listed.ts'

/** What people write before a colon and a place: `Venue: Vienna`. */
const labels = new Set('venue place location where lieu lugar sede city место المكان'.split(' '))

/** Whether a colon stands behind such a word. */
export function isLabel({ words }: ScannedText, at: number): boolean {
  return words[at]?.key === ':' && labels.has(words[at - 1]?.key ?? '')
}

/** The places after a label. A town that is on no list counts only if nothing follows: `Hilton Hotel, Accra` is in Accra. */
export function labelled(scanned: ScannedText, at: number): readonly NamedPlace[] {
  const listed = placesAt(scanned, at, false)
  if (listed.length > 0) return listed
  const free = placesAt(scanned, at, true)
  return free.every(({ to }) => ['.', ';', '('].includes(scanned.words[to]?.key ?? '.')) ? free : []
}
