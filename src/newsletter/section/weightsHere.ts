import type { Weights } from './learn.ts'
import { sectionWeights } from './weights.ts'

/** The weights that the program came with, moved by what was stored of one secretariat's decisions. */
export function weightsHere(stored: unknown, base: Weights = sectionWeights): Weights {
  if (typeof stored !== 'object' || stored === null) return base
  const features: Record<string, readonly number[]> = { ...base.features }
  for (const [name, row] of Object.entries(stored)) {
    if (!Array.isArray(row)) continue
    const before = base.features[name] ?? []
    features[name] = base.sections.map((_, at) => (before[at] ?? 0) + (Number(row[at]) || 0))
  }
  return { ...base, features }
}
