import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** After each of the long files, how many of the short ones. */
const shortOnes = 3

/**
 * Runs the files of a project in an order in which long and short ones take turns. The longest ones wait more than
 * they work: side by side they would leave the machine idle, and the short ones behind them would crowd it. Those of
 * processes are few, and the longest comes first, so that none is left over at the end.
 */
export class Mixed extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const longestFirst = await super.sort(files)
    return [...Map.groupBy(longestFirst, ({ project }) => project.name)].flatMap(([name, all]) =>
      name === 'process' ? all : dealt(all),
    )
  }
}

/** One from the front and some from the back, until none are left. */
export function dealt<T>(longestFirst: readonly T[]): T[] {
  const order: T[] = []
  let [front, back] = [0, longestFirst.length]
  while (front < back) {
    order.push(...longestFirst.slice(front, front + 1))
    front += 1
    const from = Math.max(front, back - shortOnes)
    order.push(...longestFirst.slice(from, back).reverse())
    back = from
  }
  return order
}
