import { type Example, sharesOf, type Weights } from './learn.ts'

/** How far one lesson moves the score of an item like it, and how far all of them together may move a feature. */
const reach = 1
const bound = 0.8
const passes = 2

/**
 * What the decisions of one secretariat add to the weights that the program came with, by feature: a step down the
 * slope of each item's loss, the oldest first. An item that was proposed rightly moves next to nothing, and how
 * frequent a section is here stays out of it.
 */
export function adapt(base: Weights, lessons: readonly Example[]): Weights['features'] {
  const added: Record<string, number[]> = {}
  for (let pass = 0; pass < passes; pass++) {
    for (const lesson of lessons) step(base, added, lesson)
  }
  return Object.fromEntries(
    Object.entries(added).map(([name, row]) => [name, row.map((one) => Math.round(one * 1000) / 1000 + 0)]),
  )
}

function step(base: Weights, added: Record<string, number[]>, { section, features }: Example): void {
  const { sections } = base
  const shares = sharesOf({ ...base, features: added }, features, base)
  const right = sections.indexOf(section)
  for (const name of features) {
    const row = added[name] ?? sections.map(() => 0)
    added[name] = row.map((one, at) => {
      const moved = one + (reach / features.length) * ((at === right ? 1 : 0) - (shares[at] ?? 0))
      return Math.max(-bound, Math.min(bound, moved))
    })
  }
}
