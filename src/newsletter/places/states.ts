import { fold } from '../../core/text/nearest.ts'
import { type Phrases, phrasesOf } from '../words/phrases.ts'
import { africa } from './states/africa.ts'
import { americas } from './states/americas.ts'
import { asiaPacific } from './states/asiaPacific.ts'
import { europe } from './states/europe.ts'
import { moreTowns } from './states/moreTowns.ts'
import { regions } from './states/regions.ts'
import type { StateRow } from './states/stateRow.ts'
import { territories } from './states/territories.ts'
import { townsElsewhere } from './states/townsElsewhere.ts'

export interface KnownPlace {
  readonly kind: 'state' | 'town' | 'region' | 'adjective'
  /** As it is written in the list, for names typed in capitals. */
  readonly name: string
  /** ISO 3166-1 code of the State; null for a region. */
  readonly state: string | null
}

const rows: readonly StateRow[] = [...africa, ...americas, ...asiaPacific, ...europe, ...territories]

const unName = new Map(rows.map(([code, name]) => [code, name]))

/** The short name of a State or territory as the United Nations writes it. */
export function unNameOf(code: string): string | undefined {
  return unName.get(code)
}

/** All names of the State or territory that bears a name, in whatever language; empty for any other word. */
export function stateNames(name: string): readonly string[] {
  const state = stateNamed.get(fold(name.replace(/^the /i, '')))
  return state === undefined ? [] : namesOf(state)
}

/** The codes of all States and territories in the list. */
export const stateCodes: readonly string[] = [...unName.keys()]

const otherLanguages = ['fr', 'es', 'ru', 'ar', 'zh'].map(
  (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
)

function namesOf(code: string): readonly string[] {
  const row = rows.find(([of]) => of === code)
  const english = row === undefined ? [] : listed(row[1], row[4] ?? '')
  return [...new Set([...english, ...otherLanguages.flatMap((names) => names.of(code) ?? [])])]
}

const stateNamed: ReadonlyMap<string, string> = new Map(
  stateCodes.flatMap((code) =>
    namesOf(code).map((each) => [fold(each.replace(/^the /i, '')), code] as const),
  ),
)

/** Arabic joins this to a name for “in” and “by”. */
export const arabicIn = 'ب'

/** Names of States, towns and regions, also in the other five official languages where the runtime knows them. */
export const placeNames: Phrases<KnownPlace> = phrasesOf<KnownPlace>([
  ...rows.flatMap(([code, name, adjectives, towns, variants = '']) => [
    ...listed(name, variants).map((each) => [each, { kind: 'state', name: each, state: code }] as const),
    ...listed(towns, moreTowns[code] ?? '').map(
      (each) => [each, { kind: 'town', name: each, state: code }] as const,
    ),
    ...listed(adjectives).map((each) => [each, { kind: 'adjective', name: each, state: code }] as const),
  ]),
  ...regions.map((each) => [each, { kind: 'region', name: each, state: null }] as const),
  ...[...inOtherLanguages(), ...townsInOtherLanguages()].flatMap(withCases),
])

function listed(...lists: readonly string[]): readonly string[] {
  return lists.flatMap((list) => list.split(';')).flatMap((each) => (each.trim() === '' ? [] : [each.trim()]))
}

function inOtherLanguages(): readonly (readonly [string, KnownPlace])[] {
  return otherLanguages.flatMap((names) =>
    stateCodes.flatMap((code) => {
      const name = names.of(code)
      return name === undefined ? [] : [[name, { kind: 'state', name, state: code }] as const]
    }),
  )
}

function townsInOtherLanguages(): readonly (readonly [string, KnownPlace])[] {
  return Object.entries(townsElsewhere).flatMap(([state, names]) =>
    listed(names).map((name) => [name, { kind: 'town', name, state }] as const),
  )
}

/**
 * A Russian name also as it stands after the word for “in”: `в Ташкенте`, `в Вене`, `в Италии`; an Arabic one also
 * with that word joined to it.
 */
function withCases([name, place]: readonly [string, KnownPlace]): readonly (readonly [string, KnownPlace])[] {
  if (/^\p{Script=Arabic}/u.test(name))
    return [name, `${arabicIn}${name}`].map((each) => [each, place] as const)
  if (!/^[\p{Script=Cyrillic}-]+$/u.test(name)) return [[name, place]]
  const after = name
    .replace(/ия$/u, 'ии')
    .replace(/(?:[ая]|ь)$/u, 'е')
    .replace(/(?<=[бвгджзклмнпрстфхцчшщ])$/u, 'е')
  return after === name
    ? [[name, place]]
    : [
        [name, place],
        [after, place],
      ]
}
