import type { SearchHit } from '../../../db/directory/find/judged.ts'
import { type Button, button } from '../../../src/core/message.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import { stateNames } from '../../../src/newsletter/places/states.ts'

type Search = (words: string, among: readonly ['people'], limit: number) => Promise<readonly SearchHit[]>

/** What is searched for in each of the names of a State. */
const most = 10

/**
 * People of a State that the directory calls otherwise: “UK”, “Holland”, “Corée du Sud”. Nobody where the query names no
 * State, or what it names was found as it was typed.
 */
export async function inState(
  query: string,
  asTyped: readonly SearchHit[],
  search: Search,
): Promise<{ readonly name: string; readonly hits: readonly SearchHit[] } | undefined> {
  const names = stateNames(query)
  const folded = new Set(names.map(fold))
  const isThere = ({ kind, known: { country } }: SearchHit) =>
    kind === 'person' && typeof country === 'string' && folded.has(fold(country))
  const isMeant = (hit: SearchHit) => isThere(hit) || ['exact', 'short', 'whole'].includes(hit.match)
  if (names.length === 0 || asTyped.some(isMeant)) return undefined
  for (const name of names) {
    const hits = (await search(name, ['people'], most)).filter(isThere)
    const [first] = hits
    if (first) return { name: String(first.known.country), hits }
  }
  return undefined
}

/** What else is known of a State that a query names. */
export function stateButtons(query: string): readonly Button[] {
  const [name] = stateNames(query)
  return name === undefined
    ? []
    : [button(`Recommendations to ${name}`, 'recommendation list', { country: name })]
}
