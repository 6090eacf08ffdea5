import type { Day } from '../../../src/core/time/day.ts'
import type { Candidate } from './candidates.ts'
import type { HitDetails } from './known.ts'

export interface SearchHit {
  readonly kind: Candidate['kind']
  readonly id: number
  readonly label: string
  readonly detail: string
  /** The first day on which it is no longer in the directory. */
  readonly gone: Day | null
  /** What to type to name it: an acronym or an e-mail address; of a holder, the entity's acronym. */
  readonly handle: string
  /** How near it is to the query. */
  readonly match: Match
  /** What is known of it, to say which part of it matched. */
  readonly known: HitDetails
}

/** `short`: an alias or a part’s acronym, exactly. `slip`: an acronym but for one key. */
export type Match = 'exact' | 'short' | 'whole' | 'slip' | 'holds' | 'near'

/** A hit as the store ranks it: the lower the tier, the surer. */
export type RankedHit = Omit<SearchHit, 'match'> & { readonly tier: number; readonly near: number }

const matches: readonly Match[] = ['exact', 'short', 'whole', 'slip', 'holds', 'near']

/** Drops hits that are far less similar than the best one, and similar ones where something bears the very name. */
export function withoutUnlikely(ranked: readonly RankedHit[], limit: number): readonly SearchHit[] {
  const best = ranked[0]?.tier ?? 0
  const nearest = Math.max(...ranked.map(({ near }) => near))
  return ranked
    .filter(({ tier, near }) => (tier === 4 ? best === 4 : tier < 6 || (best > 4 && near >= 0.6 * nearest)))
    .slice(0, limit)
    .map(({ tier, near: _, ...hit }) => ({ ...hit, match: matches[tier - 1] ?? 'near' }))
}
