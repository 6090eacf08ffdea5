import { type Block, block } from '../message.ts'
import { clocks } from './clocks.ts'
import { type OwnQuiet, quietEnd } from './quietEnd.ts'
import { namesOf, type Reader, type Seated, whom } from './whom.ts'

export type HeedfulReader = Reader & OwnQuiet

/** What ends a question for which nothing was done yet. */
export const nothingSent: Block = block.text('Nothing has been sent or changed yet.')

/** Whom something that is said at an instant goes to, and when it reaches them by their clocks. */
export function reach(
  people: readonly (HeedfulReader & Seated)[],
  { at, neededBy }: { readonly at: Date; readonly neededBy?: Date | undefined },
): readonly Block[] {
  return reachAt(people, (one) => quietEnd(one, at, neededBy) ?? at, at)
}

/** The same where each is reached at an instant of their own; after `said` it is named for whom quiet hours make it wait. */
export function reachAt<P extends Reader & Seated>(
  people: readonly P[],
  arrives: (person: P) => Date,
  said?: Date,
): readonly Block[] {
  const waiting = said === undefined ? [] : people.filter((one) => arrives(one) > said)
  return [
    whom(people),
    block.heading('When it reaches them, by their clocks'),
    block.list([
      ...clocks(people, arrives, true),
      ...(waiting.length > 0 ? [`After their quiet hours: ${namesOf(waiting)}`] : []),
    ]),
  ]
}
