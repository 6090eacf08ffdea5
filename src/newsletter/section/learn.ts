/** An item of which the section is known, by its features. */
export interface Example {
  readonly section: string
  readonly features: readonly string[]
}

/** The same with the issue that printed it. */
export interface IssueExample extends Example {
  readonly issue: string
}

/** How much each feature speaks for each section. */
export interface Weights {
  /** How many items they were learned from: the more, the less a new one moves them. */
  readonly examples: number
  readonly sections: readonly string[]
  readonly features: Readonly<Record<string, readonly number[]>>
}

/** Stands in every item, for how frequent a section is. */
export const always = 'always'

/** How strongly weights are drawn to where they began; found by leaving out one issue at a time. */
const pull = 0.1
const rounds = 300
const step = 0.5

/**
 * Weights by multinomial logistic regression with a ridge, from nothing or from weights learned before, which
 * few new examples move little. The same examples in the same order give the same weights.
 */
export function learn(examples: readonly Example[], sections: readonly string[], before?: Weights): Weights {
  const names = [
    ...new Set([
      always,
      ...Object.keys(before?.features ?? {}),
      ...examples.flatMap(({ features }) => features),
    ]),
  ].sort()
  const start = names.map((name) => sections.map((section) => weightOf(before, name, section)))
  const at = new Map(names.map((name, index) => [name, index]))
  const known = examples.map(({ section, features }) => ({
    wanted: sections.indexOf(section),
    rows: [always, ...features].map((name) => at.get(name) ?? 0),
  }))
  const table = start.map((row) => [...row])
  for (let round = 0; round < rounds; round++)
    descend(table, start, known, known.length + (before?.examples ?? 0))
  return {
    examples: known.length + (before?.examples ?? 0),
    sections,
    features: Object.fromEntries(
      names.map((name, index) => [
        name,
        (table[index] ?? []).map((weight) => Math.round(weight * 1000) / 1000 + 0),
      ]),
    ),
  }
}

interface KnownRows {
  readonly wanted: number
  readonly rows: readonly number[]
}

/** One step down the slope of the loss over all examples. */
function descend(
  table: number[][],
  start: readonly (readonly number[])[],
  known: readonly KnownRows[],
  behind: number,
): void {
  const slopes = table.map((row, name) =>
    row.map((weight, section) => pull * (weight - (start[name]?.[section] ?? 0))),
  )
  for (const { wanted, rows } of known) {
    const shares = softmax(sum(table, rows))
    for (const row of rows) {
      const slope = slopes[row] ?? []
      shares.forEach((share, section) => {
        slope[section] = (slope[section] ?? 0) + (share - (section === wanted ? 1 : 0)) / behind
      })
    }
  }
  table.forEach((row, name) => {
    row.forEach((weight, section) => {
      row[section] = weight - step * (slopes[name]?.[section] ?? 0)
    })
  })
}

/** The share of each section, from 0 to 1, for an item with these features, by one or more tables of weights together. */
export function sharesOf(
  { sections, features: weights }: Weights,
  features: readonly string[],
  ...more: readonly Pick<Weights, 'features'>[]
): readonly number[] {
  const tables = [weights, ...more.map((one) => one.features)]
  const rows = tables.flatMap((table) => [always, ...features].map((name) => table[name] ?? []))
  return softmax(sections.map((_, section) => rows.reduce((total, row) => total + (row[section] ?? 0), 0)))
}

function sum(table: readonly (readonly number[])[], rows: readonly number[]): readonly number[] {
  return (table[0] ?? []).map((_, section) =>
    rows.reduce((total, row) => total + (table[row]?.[section] ?? 0), 0),
  )
}

function softmax(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - most))
  const total = raised.reduce((all, one) => all + one, 0)
  return raised.map((one) => one / total)
}

function weightOf(weights: Weights | undefined, feature: string, section: string): number {
  return weights?.features[feature]?.[weights.sections.indexOf(section)] ?? 0
}
