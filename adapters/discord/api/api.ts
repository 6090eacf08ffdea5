/** One call of Discord’s REST interface. */
export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Without the version: `/channels/1/messages`. */
  readonly path: `/${string}`
  readonly body?: object
  readonly query?: Readonly<Record<string, string>>
  readonly files?: readonly ApiFile[]
  /** False for what the token in the path is enough for: everything of an interaction. */
  readonly auth?: boolean
}

export interface ApiFile {
  readonly name: string
  readonly mediaType: string
  readonly content: string
}

/** What is asked of Discord. Every call is made once: what may have been done is never repeated here. */
export interface Api {
  /** The body of the answer, undefined where there is none. Raises `ApiError`. */
  call(request: ApiCall): Promise<unknown>
}

/** What a call failed with. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** Of HTTP; 0 where there was no answer. */
  readonly status: number
  /** Discord’s own, as `wrong` in `codes.ts` lists them. */
  readonly code: number | undefined
  /** In seconds. */
  readonly retryAfter: number | undefined
  /** Surely nothing was done: the call never got there. */
  readonly unsent: boolean

  constructor(
    about: string,
    more: {
      readonly status?: number
      readonly code?: number | undefined
      readonly retryAfter?: number | undefined
      readonly unsent?: boolean
    } = {},
  ) {
    super(about)
    this.status = more.status ?? 0
    this.code = more.code
    this.retryAfter = more.retryAfter
    this.unsent = more.unsent ?? false
  }
}
