import type { EntityRef, GroupRef } from '../../../../src/core/option.ts'

/** What the author gave beside the text, which overrides what the text says. */
export interface Given {
  readonly section: string | undefined
  readonly date: string | undefined
  readonly entities: readonly EntityRef[] | undefined
  readonly wg: GroupRef | undefined
  readonly place: string | undefined
  readonly link: string | undefined
  readonly embargo: string | undefined
  /** Whether the text is printed with all that it holds; absent where it is read. */
  readonly print?: 'typed' | 'read' | undefined
}

/** A text by itself. */
export const nothingGiven: Given = {
  section: undefined,
  date: undefined,
  entities: undefined,
  wg: undefined,
  place: undefined,
  link: undefined,
  embargo: undefined,
}
