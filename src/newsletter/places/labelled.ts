import { type NamedPlace, placeAt, placesAt, type ScannedText } from './listed.ts'

/** What people write before a colon and a place: `Venue: Vienna`. */
const labels = new Set('venue place location where lieu lugar sede city место المكان'.split(' '))

/** Whether a colon stands after such a word. */
export function isLabel({ words }: ScannedText, at: number): boolean {
  return words[at]?.key === ':' && labels.has(words[at - 1]?.key ?? '')
}

/** The places after a label. A town that is on no list counts only if nothing follows: `Hilton Hotel, Accra` is in Accra. */
export function labelled(scanned: ScannedText, at: number): readonly NamedPlace[] {
  const listed = placesAt(scanned, at, false)
  if (listed.length > 0) return listed
  const town = townNamed(scanned, at)
  if (town) return [town]
  const free = placesAt(scanned, at, true)
  return free.every(({ to }) => ['.', ';', '('].includes(scanned.words[to]?.key ?? '.')) ? free : []
}

/** `Palais des Nations, Geneva, Room XX`: the known town after a comma. */
function townNamed(scanned: ScannedText, from: number): NamedPlace | undefined {
  const { words, spots } = scanned
  for (let at = from; at < from + 12 && !['.', ';', '('].includes(words[at]?.key ?? '.'); at++)
    if (words[at]?.key === ',' && spots.get(at + 1)?.kind === 'town') return placeAt(scanned, at + 1, false)
  return undefined
}

/** `[Muscat, Oman]`, `(Beirut office)`, `(Vienna, 5 May`: a town alone in brackets, or a place before its date. */
export function inItsBracket(scanned: ScannedText, at: number): readonly NamedPlace[] {
  const { words, spots } = scanned
  const kind = spots.get(at)?.kind
  const place = kind === undefined || kind === 'adjective' ? undefined : placeAt(scanned, at, false)
  const next = words[place?.to ?? -1]?.key ?? ''
  const isAlone = place?.kind === 'town' && [')', ']', 'office'].includes(next)
  const isDated = next === ',' && /^\d/.test(words[(place?.to ?? 0) + 1]?.key ?? '')
  return place && (isAlone || isDated) ? [place] : []
}

const partners = new Set(
  'partner partners participant participants donor donors funder funders organizer organizers organiser organisers speakers partenaires socios'.split(
    ' ',
  ),
)

/** Of each word whether it stands in a list of who took part, up to its full stop: `Partners: UNESCO, Portugal`. */
export function partnerWords({ words }: ScannedText): readonly boolean[] {
  let listed = false
  return words.map(({ key }, at) => {
    const isAlone = ['.', ';', ')', undefined].includes(words[at - 2]?.key)
    if (key === ':' && isAlone && partners.has(words[at - 1]?.key ?? '')) listed = true
    else if (['.', ';', '('].includes(key)) listed = false
    return listed
  })
}

/**
 * Where a name begins after the word for a capital, or the Russian one for a town: `в г. Стамбул`, `в городе Ташкенте`.
 */
export function nameAt(scanned: ScannedText, at: number): number {
  const { words } = scanned
  const named = behindCapital(scanned, at)
  if (named !== undefined) return named
  if (words[at]?.key === 'городе') return at + 1
  if (words[at]?.key !== 'г') return at
  return words[at + 1]?.key === '.' ? at + 2 : at + 1
}

/** The words for a capital or a town that its name may follow, as they are compared. */
const capitals = new Set('capital capitale ville ciudad العاصمة عاصمة مدينة столице'.split(' '))

/** Words after which another place is named: `capital flows to Kenya`. */
const others = new Set('to in at and with for from by on into under where et y en à au dans в'.split(' '))

/** How many words may stand before such a word, and between it and the name: `the Kenyan`, `الأردنية`. */
const besideCapital = 2

/** `in the Kenyan capital Nairobi`, `dans la capitale kényane, Nairobi`, `في العاصمة الأردنية عمان`: where its name begins. */
function behindCapital({ words, spots }: ScannedText, from: number): number | undefined {
  const near = words.slice(from, from + besideCapital + 1).findIndex(({ key }) => capitals.has(key))
  if (near < 0) return undefined
  const behind = from + near + 1
  for (let at = behind; at <= behind + besideCapital; at++) {
    if (['town', 'state'].includes(spots.get(at)?.kind ?? '')) return at
    const key = words[at]?.key ?? ''
    if (others.has(key)) return undefined
  }
  return undefined
}
