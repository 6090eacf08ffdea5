import type { WrittenTerm } from './terms.ts'

/** What taking a file over wrote: all that is needed to take it back. */
export interface ImportWrites {
  /** The numbers of the changes of entities, groups and people. */
  readonly changes: readonly number[]
  /** The parts of entities as they were before. */
  readonly parts: readonly { readonly entityId: number; readonly parts: readonly string[] }[]
  readonly terms: readonly AlteredTerm[]
}

export interface AlteredTerm {
  /** Null for one that was added. */
  readonly before: WrittenTerm | null
  readonly after: WrittenTerm
}

/** Several of them as one. */
export function joinWrites(writings: readonly ImportWrites[]): ImportWrites {
  return {
    changes: writings.flatMap(({ changes }) => changes),
    parts: writings.flatMap(({ parts }) => parts),
    terms: writings.flatMap(({ terms }) => terms),
  }
}
