/** A part of a record, such as an item of a meeting’s agenda, that a sentence about `it` may be about. */
export interface RecordPart {
  /** The actions after which it is: the first word of theirs. */
  readonly after: string
  /** The action that the sentence would be of the whole record, and the one that it is of the part. */
  readonly read: string
  readonly means: string
  /** The options of the first that the sentence may give, with what the other calls them. */
  readonly options: Readonly<Record<string, string>>
  /** What the other is given besides. */
  readonly given: Readonly<Record<string, string>>
  /** What it is called: `the agenda item`. */
  readonly called: string
}
