import type { RecordKind } from '../edit/changes.ts'

/** One line of the record: a change of the directory, or a term that was begun, changed or ended. */
export interface RecordLine {
  readonly at: Date
  readonly by: string | null
  /** Where it was done: a platform, and the command. */
  readonly platform: string | null
  readonly command: string | null
  readonly source: string | null
  /** The number of a change, which can be taken back; null for a term. */
  readonly change: number | null
  readonly reverts: number | null
  readonly kind: RecordKind | 'role' | 'post'
  /** What it is about: a name or an acronym. */
  readonly label: string | null
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

export interface RecordSubject {
  readonly kind: 'person' | 'entity' | 'group'
  readonly id: number
}
