import { fold } from '../../core/text/nearest.ts'
import { scan } from '../places/place.ts'
import { unNameOf } from '../places/states.ts'

export interface StateName {
  readonly written: string
  readonly unName: string
}

/** Former, short and common names of States and territories that the United Nations write otherwise. */
const otherNames: ReadonlySet<string> = new Set(
  `Turkey; Swaziland; Burma; Macedonia; Holland; Czech Republic; Ivory Coast; Cape Verde; East Timor; Russia; South Korea;
  North Korea; Laos; Syria; Vietnam; Iran; Bolivia; Venezuela; Tanzania; Moldova; Micronesia; Brunei; Palestine;
  Vatican City; Vatican City State; The Vatican; Taiwan; Hong Kong; Macao; Macau; Falkland Islands; Malvinas; Great Britain; Britain;
  Congo-Brazzaville; Congo-Kinshasa; DR Congo; Democratic Republic of Congo; Dem. Rep. of the Congo; Dem. Rep. Congo; Zaire;
  Guinea-Conakry; Upper Volta; Libyan Arab Jamahiriya; Republic of Turkey; DPR Korea; D.P.R. Korea; Lao PDR; Kampuchea; Surinam;
  Bosnia; Bosnia-Herzegovina; Belorussia; Byelorussia; Kirghizstan; Kirgizstan; FYROM; Former Yugoslav Republic of Macedonia`
    .split(';')
    .map((name) => name.trim().replace(/\s+/g, ' ')),
)

/** Names of States and territories in a text that the United Nations write otherwise, each once. */
export function stateNames(text: string): readonly StateName[] {
  const { spots, words } = scan(text)
  const found = [...spots.values()].flatMap(({ kind, name, state, from, to }): readonly StateName[] => {
    const written = text.slice(words[from]?.at, words[to - 1]?.end)
    if (kind === 'adjective') return []
    const unName = kind === 'state' ? unNameOf(state ?? '') : undefined
    if (unName !== undefined && isOther(name, written, unName)) {
      // `South Korea-led` would be no word with another name.
      const tied =
        (words[to]?.key === '-' && words[to]?.joined && words[to + 1]?.joined) ||
        (words[from - 1]?.key === '-' && words[from - 1]?.joined && words[from]?.joined)
      return tied ? [] : [{ written, unName }]
    }
    const isState = unName !== undefined && fold(unName) === fold(written)
    const spelt = isState ? unName : name
    if (isSmall(written, spelt) || (isState && lacksAccents(written, spelt)))
      return [{ written, unName: spelt }]
    return []
  })
  return found.filter(({ written }, at) => found.findIndex((one) => one.written === written) === at)
}

/** `Turkey`, `Kyrgyz Republic`, `Burkina-Faso`, `St. Lucia`: not the name that the United Nations give. */
function isOther(name: string, written: string, unName: string): boolean {
  if (otherNames.has(name)) return true
  if (/^\p{Lu}\p{Ll}+ Republic$/u.test(name) && name !== unName) return true
  const isSpeltSo = signs(written) !== signs(unName) && letters(written) === letters(unName)
  return isSpeltSo && written !== written.toUpperCase()
}

/** Spaces, hyphens and the like as they separate the words of a name. */
function signs(name: string): string {
  return name.replace(/[\p{L}\p{M}'‘’`´′]/gu, '').replace(/[‐‑‒–]/g, '-')
}

/** A name's letters alone, with what its shortened words stand for. */
function letters(name: string): string {
  return fold(name.replaceAll('&', 'and').replace(/^St(?=[. ])/, 'Saint')).replace(/\P{L}/gu, '')
}

/** `iraq`: whether a name was typed without its capitals. */
function isSmall(written: string, name: string): boolean {
  return (
    written === written.toLowerCase() && written.normalize('NFC') === name.toLowerCase() && written !== name
  )
}

/** `Cote d'Ivoire`, and no name that shouts with its text. */
function lacksAccents(written: string, name: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFC')
      .replace(/[‘’`´′]/g, "'")
      .toLowerCase()
  return (
    plain(written) !== plain(name) && fold(name) !== name.toLowerCase() && written !== written.toUpperCase()
  )
}
