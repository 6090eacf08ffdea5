import { scan } from '../places/place.ts'
import { unNameOf } from '../places/states.ts'
import type { SectionKey } from '../sections.ts'
import type { Link } from './links.ts'

/** What its author may mend in an item, as data. None of it refuses the item. */
export type Suggestion =
  | { readonly kind: 'too long'; readonly characters: number; readonly most: number }
  | { readonly kind: 'first person'; readonly word: string }
  | { readonly kind: 'no date' }
  | { readonly kind: 'no link' }
  /** Of an item that is one sentence. */
  | { readonly kind: 'full stop'; readonly mended: string }
  /** A State by a name that the United Nations do not use. */
  | { readonly kind: 'State name'; readonly written: string; readonly unName: string }

/** The longest item of the published issues. */
const mostCharacters = 245

/** Sections whose items print a day. */
const dated: ReadonlySet<SectionKey> = new Set([
  'high-level-events',
  'member-states',
  'wg-meetings',
  'multi-agency',
  'regional',
  'civil-society',
])

/** Former and short names of States that the United Nations write otherwise. */
const otherNames: ReadonlySet<string> = new Set(
  `Turkey; Swaziland; Burma; Macedonia; Holland; Czech Republic; Ivory Coast; Cape Verde; East Timor; Russia; South Korea;
  North Korea; Laos; Syria; Vietnam`
    .split(';')
    .map((name) => name.trim()),
)

interface Judged {
  readonly text: string
  readonly section: SectionKey
  readonly start: string | null
  readonly links: readonly Link[]
}

export function suggestionsFor({ text, section, start, links }: Judged): readonly Suggestion[] {
  const length = [...text].length
  const person = /(?<![\p{L}\p{N}'’-])(?:[Ww]e|[Oo]urs?|us|[Mm]y|I)(?![\p{L}\p{N}'’.-])/u.exec(text)?.[0]
  const sentences = text.split(/[.!?] (?=\p{Lu})/u).length
  return [
    ...(length > mostCharacters
      ? [{ kind: 'too long' as const, characters: length, most: mostCharacters }]
      : []),
    ...(person === undefined ? [] : [{ kind: 'first person' as const, word: person }]),
    ...(start === null && dated.has(section) ? [{ kind: 'no date' as const }] : []),
    ...(links.length === 0 && section === 'publications' ? [{ kind: 'no link' as const }] : []),
    ...(sentences === 1 && /\p{L}\.$/u.test(text) && !/\p{Lu}\.$/u.test(text)
      ? [{ kind: 'full stop' as const, mended: text.slice(0, -1) }]
      : []),
    ...stateNames(text),
  ]
}

function stateNames(text: string): readonly Suggestion[] {
  return [...scan(text).spots.values()].flatMap(({ kind, name, state }) => {
    const unName = unNameOf(state ?? '')
    return kind === 'state' && unName !== undefined && otherNames.has(name)
      ? [{ kind: 'State name' as const, written: name, unName }]
      : []
  })
}
