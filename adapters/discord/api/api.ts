/** One call of Discord’s REST interface. */
export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Without the version: `/channels/1/messages`. */
  readonly path: `/${string}`
  readonly body?: object
  readonly query?: Readonly<Record<string, string>>
  readonly files?: readonly ApiFile[]
  /** False for calls about an interaction, whose token in the path is enough. */
  readonly auth?: boolean
}

export interface ApiFile {
  readonly name: string
  readonly mediaType: string
  readonly content: string
  /** Where the content is not text. */
  readonly encoding?: 'base64'
}

/** Calls to Discord. Each is made once: what may have been carried out is never repeated here. */
export interface Api {
  /** Makes a call; the body of the answer, undefined where there is none. Raises `CallError`. */
  call(request: ApiCall): Promise<unknown>
}
