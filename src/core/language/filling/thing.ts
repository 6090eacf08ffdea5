/** How the words of a time can be read. */
export type TimeReading = 'moment' | 'day' | 'period' | 'length'

/** Something that a line names, as what may stand in an option. */
export type Thing = {
  /** What to type for it. */
  readonly text: string
  /** The words that name it: the first one, and the one behind the last. */
  readonly from: number
  readonly to: number
} & (
  | { readonly kind: 'entity' | 'group' | 'person' | 'meeting' | 'quote' | 'email' | 'link' | 'phone' | 'section' | 'number' }
  /** `U3`, or a record by words of its title. */
  | { readonly kind: 'record'; readonly prefix: string }
  /** A point of a meeting's agenda. */
  | { readonly kind: 'item'; readonly meeting: string }
  | { readonly kind: 'time'; readonly reads: ReadonlySet<TimeReading> }
) // biome-ignore format: one kind a line

export type ThingKind = Thing['kind']
