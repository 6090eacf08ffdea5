/** What a row of a file describes. */
export type RecordKind = 'entity' | 'group' | 'person' | 'role'
