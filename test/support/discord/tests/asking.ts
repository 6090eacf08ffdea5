import type { Json } from '../../../../src/core/json.ts'
import { app, version } from '../far/defaults.ts'
import type { FarSide } from '../far/farSide.ts'

export interface AskedResponse {
  readonly status: number
  readonly retryAfter: string | null
  readonly body: Json
}

export interface Manner {
  /** The bot’s own unless told; null for none. */
  readonly token?: string | null
  readonly files?: Readonly<Record<string, string>>
  readonly agent?: string
  /** How long the answer is waited for. */
  readonly withinMs?: number
}

/** Asks the fake as a bot does, for tests of the fake. */
export function asking(far: FarSide) {
  return async (
    method: string,
    path: string,
    body?: unknown,
    manner: Manner = {},
  ): Promise<AskedResponse> => {
    const { token = app.token, files, agent = 'DiscordBot (https://rapporteur.example, 1.0.0)' } = manner
    const headers = new Headers({ 'user-agent': agent })
    if (token !== null) headers.set('authorization', `Bot ${token}`)
    if (!files && body !== undefined) headers.set('content-type', 'application/json')
    const response = await fetch(`${far.apiUrl}/${version}${path}`, {
      ...{ method, headers, signal: AbortSignal.timeout(manner.withinMs ?? 20_000) },
      ...(body === undefined ? {} : { body: files ? formOf(body, files) : JSON.stringify(body) }),
    })
    const text = await response.text()
    const retryAfter = response.headers.get('retry-after')
    return { status: response.status, retryAfter, body: text === '' ? {} : JSON.parse(text) }
  }
}

export type Asking = ReturnType<typeof asking>

function formOf(body: unknown, files: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  form.set('payload_json', JSON.stringify(body))
  Object.entries(files).forEach(([name, content], place) => {
    form.set(`files[${place}]`, new Blob([content], { type: 'text/calendar' }), name)
  })
  return form
}

/** A message that says just this, and rings nobody. */
export function saying(content: string, more: Json = {}): Json {
  return { content, embeds: [], components: [], allowed_mentions: { parse: [] }, ...more }
}
