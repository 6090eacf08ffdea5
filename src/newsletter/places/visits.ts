import { distinct } from './distinct.ts'
import { type NamedPlace, placesAt, type ScannedText } from './listed.ts'

const visits = new Set('visit visits visited visiting mission missions travelled traveled trip'.split(' '))

/** How far the place may stand from the word that says it was visited. */
const visitReach = 40

/** `visited Guatemala`, `assessment visits to Jordan (6-9 Mar), Benin & Spain`. */
export function visited(scanned: ScannedText): readonly NamedPlace[] {
  const { words } = scanned
  const found: NamedPlace[] = []
  for (let at = 0; at < words.length; at++) {
    if (!visits.has(words[at]?.key ?? '')) continue
    const direct = placesAt(scanned, at + 1, false)
    if (direct.length > 0) {
      found.push(...direct)
      continue
    }
    for (let to = at + 1; to < Math.min(words.length, at + visitReach); to++) {
      const key = words[to]?.key ?? ''
      if (key === '.' || key === ';' || visits.has(key)) break
      if (key !== 'to') continue
      const places = placesAt(scanned, to + 1, to <= at + 2)
      if (places.length > 0) {
        found.push(...places)
        break
      }
    }
  }
  return distinct(found)
}

/** `visited Fiji’s data centre, Suva`: the one town that lies in the one State that was visited. */
export function visitedTown(
  [state, ...others]: readonly NamedPlace[],
  [town, ...more]: readonly NamedPlace[],
): readonly NamedPlace[] | undefined {
  const isIn = state?.kind === 'state' && town?.kind === 'town' && town.state === state.state
  return isIn && others.length === 0 && more.length === 0 ? [town] : undefined
}
