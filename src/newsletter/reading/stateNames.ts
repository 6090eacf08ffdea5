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
    const unName = unNameOf(state ?? '')
    if (kind !== 'state' || unName === undefined || !otherNames.has(name)) return []
    return [{ written: text.slice(words[from]?.at, words[to - 1]?.end), unName }]
  })
  return found.filter(({ written }, at) => found.findIndex((one) => one.written === written) === at)
}
