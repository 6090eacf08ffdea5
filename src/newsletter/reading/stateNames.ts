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
  Vatican City; Taiwan; Hong Kong; Macao; Macau; Falkland Islands; Malvinas; Congo-Brazzaville; Great Britain; Britain`
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
    if (unName !== undefined && otherNames.has(name)) {
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
