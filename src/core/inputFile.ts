/** A file that came with an invocation. Its content stays where it is until `read` fetches it through the adapter. */
export interface InputFile {
  /** The option that it was given for; undefined where a file was only sent along with a line. */
  readonly option?: string
  /** Identifies this file, where the platform does: the same file sent twice has the same id. */
  readonly id?: string
  readonly name: string
  /** As the platform tells it: a hint, which anybody can set. */
  readonly mediaType: string
  /** In bytes, where the platform tells it. */
  readonly size?: number
  /** The whole content. Raises `UserError` if it has more than `limit` bytes or cannot be fetched. */
  read(limit: number): Promise<Uint8Array>
}

/** The value of an option that takes a file. */
export interface FileValue {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}
