import { type Expression, sql } from 'kysely'

/** Something that the words of a line may name. */
export interface NameIn {
  readonly kind: 'entity' | 'group' | 'person' | 'meeting' | 'action' | 'update' | 'reminder' | 'item'
  readonly id: number
  /** What to type for it: its acronym, its name, or its title. */
  readonly label: string
  /** All that it is called, folded. */
  readonly names: readonly string[]
}

export interface Line {
  /** Each run of a few words of the line, folded and with blanks for hyphens. */
  readonly runs: readonly string[]
  /** The words that may be of a person's name, folded. */
  readonly ofPeople: readonly string[]
  /** The words that may be of a title, folded. */
  readonly ofTitles: readonly string[]
}

/** A line, who says it and when. */
export type Given = Line & {
  readonly personId: number
  readonly authorId: number | null
  readonly groupIds: readonly number[] | null
  readonly now: Date
}

/** So many of a kind are looked at; more would say that the words are nothing special. */
export const most = 40
/** Something of a kind as one row. */
export function columns(
  kind: NameIn['kind'],
  id: Expression<number>,
  label: Expression<string>,
  names: Expression<unknown>,
) {
  return [
    sql<NameIn['kind']>`${sql.lit(kind)}::text`.as('kind'),
    sql<number>`${id}`.as('id'),
    sql<string>`${label}`.as('label'),
    sql<string[]>`${names}`.as('names'),
  ] as const
}
