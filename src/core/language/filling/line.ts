import type { Heard } from '../gist/heard.ts'
import type { Thing } from './thing.ts'
import type { Word } from './words.ts'

/** A line in its words, with what they name and what they speak for. */
export interface LineRead {
  readonly words: readonly Word[]
  readonly things: readonly Thing[]
  readonly heard: readonly Heard[]
  /** Whoever says it, for `let me` and `our`. */
  readonly self: { readonly entity: string | null; readonly person: string }
}

/** The options of a command that were filled so far, and the places of the words that are in them. */
export interface Filling {
  readonly fields: Record<string, string>
  readonly taken: Set<number>
}

/** Marks the words of something as taken. */
export function take({ taken }: Filling, { from, to }: { readonly from: number; readonly to: number }): void {
  for (let at = from; at < to; at += 1) taken.add(at)
}
