/** A piece of a printed line; `url` is an http(s) address in full, or null where the piece leads nowhere. */
export interface PrintedPart {
  readonly text: string
  readonly url: string | null
  readonly bold: boolean
}
