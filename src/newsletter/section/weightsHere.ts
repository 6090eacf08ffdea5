import type { PlannedSection } from '../plan.ts'
import { isSectionKey } from '../sections.ts'
import { always, type Weights } from './learn.ts'
import { sectionWeights } from './weights.ts'

type Section = Pick<PlannedSection, 'key' | 'like'>

/** How much less likely a section is than the others on average while nothing is known of what stands in it. */
const unknown = 1

/** The weights that the program came with, for a deployment's sections, moved by what its secretariat's decisions taught. */
export function weightsHere(
  stored: unknown,
  sections: readonly Section[] = [],
  base: Weights = sectionWeights,
): Weights {
  const wide = withOwnSections(base, sections)
  if (typeof stored !== 'object' || stored === null) return wide
  const features: Record<string, readonly number[]> = { ...wide.features }
  for (const [name, row] of Object.entries(stored)) {
    if (!Array.isArray(row)) continue
    const before = wide.features[name] ?? []
    features[name] = wide.sections.map((_, at) => (before[at] ?? 0) + (Number(row[at]) || 0))
  }
  return { ...wide, features }
}

/**
 * Weights with a column for each section that a deployment added, in the order in which they were added, so that what
 * was learned stays with its section: those of the section that it is like, else the average of all.
 */
export function withOwnSections(base: Weights, sections: readonly Section[]): Weights {
  const own = sections.filter(({ key }) => !isSectionKey(key))
  if (own.length === 0) return base
  const columns = own.map(({ like }) => (like === null ? -1 : base.sections.indexOf(like)))
  const names = Object.keys({ [always]: [], ...base.features })
  return {
    ...base,
    sections: [...base.sections, ...own.map(({ key }) => key)],
    features: Object.fromEntries(
      names.map((name) => {
        const row = base.sections.map((_, at) => base.features[name]?.[at] ?? 0)
        const mean = row.reduce((total, one) => total + one, 0) / Math.max(1, row.length)
        const strange = name === always ? mean - unknown : mean
        return [name, [...row, ...columns.map((at) => row[at] ?? strange)]]
      }),
    ),
  }
}
