import { type Block, block } from '../../src/core/message.ts'

/** The headings of a group's progress report, in the order in which the published annual reports have them. */
export const headings = [
  'Mandate, primary objectives and composition',
  'Research and analysis',
  'Technical assistance and capacity-building',
  'Advocacy and visibility',
  'Coordination',
  'Efforts to enhance regional coordination',
  'Lessons learned and good practices',
  'Challenges',
  'Concluding observations and way forward',
] as const

export type Heading = (typeof headings)[number]

/** The headings under which nothing of these was submitted. */
export function missingHeadings(submitted: readonly { readonly heading: string }[]): readonly Heading[] {
  return headings.filter((heading) => !submitted.some((part) => part.heading === heading))
}

/** The headings for which nothing has come. */
export function stillMissing(headings: readonly string[]): readonly Block[] {
  return headings.length === 0 ? [] : [block.heading('Missing'), block.list(headings)]
}
