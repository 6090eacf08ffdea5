import { startingWeights } from './definitions.ts'
import { type IssueExample, learn } from './learn.ts'
import { proposeSection } from './propose.ts'

export interface Figures {
  readonly items: number
  /** Of how many the first section proposed was right, and of how many one of the first two or three. */
  readonly first: number
  readonly two: number
  readonly three: number
  /** How many were taken without asking, and of how many of them rightly. */
  readonly sure: number
  readonly sureRight: number
  readonly judged: readonly {
    readonly issue: string
    readonly wanted: string
    readonly proposed: string
  }[]
}

/** Learns from all issues but one and proposes on that one, for each in turn: what an unseen issue may expect. */
export function leaveOneIssueOut(examples: readonly IssueExample[]): Figures {
  const start = startingWeights()
  const judged = [...new Set(examples.map(({ issue }) => issue))].flatMap((issue) => {
    const others = examples.filter((one) => one.issue !== issue)
    const weights = learn(others, start.sections, start)
    return examples
      .filter((one) => one.issue === issue)
      .map(({ section, features }) => ({ issue, wanted: section, ...proposeSection(features, weights) }))
  })
  const among = (most: number) =>
    judged.filter(({ wanted, ranked }) => ranked.slice(0, most).includes(wanted)).length
  const sure = judged.filter((one) => one.sure)
  return {
    items: judged.length,
    first: among(1),
    two: among(2),
    three: among(3),
    sure: sure.length,
    sureRight: sure.filter(({ wanted, section }) => wanted === section).length,
    judged: judged.map(({ issue, wanted, section }) => ({ issue, wanted, proposed: section })),
  }
}
