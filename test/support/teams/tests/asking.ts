import { type Json, object } from '../../../../src/core/json.ts'
import { app } from '../far/defaults.ts'
import type { FarSide } from '../far/farSide.ts'

export interface AskedResponse {
  readonly status: number
  readonly retryAfter: string | null
  readonly body: Json
}

/** Asks the fake as a bot does, for tests of the fake. */
export interface Asking {
  /** Asks for a token; what is changed is for refusals. */
  login(change?: Readonly<Record<string, string>>, tenant?: string): Promise<AskedResponse>
  /** With the token that was given at first, or another. */
  call(method: string, path: string, body?: Json, token?: string): Promise<AskedResponse>
  readonly token: string
}

export async function asking(far: FarSide): Promise<Asking> {
  const login: Asking['login'] = async (change = {}, tenant = app.tenant) => {
    const body = new URLSearchParams({
      ...{ grant_type: 'client_credentials', client_id: app.id, client_secret: app.secret },
      ...{ scope: 'https://api.botframework.com/.default', ...change },
    })
    return told(await fetch(`${far.loginUrl}/${tenant}/oauth2/v2.0/token`, { method: 'POST', body }))
  }
  const token = String((await login()).body['access_token'])
  far.clear()
  return {
    login,
    token,
    call: async (method, path, body, given = token) =>
      told(
        await fetch(new URL(path, far.serviceUrl), {
          method,
          headers: { authorization: `Bearer ${given}`, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          signal: AbortSignal.timeout(3_000),
        }),
      ),
  }
}

async function told(response: Response): Promise<AskedResponse> {
  const text = await response.text()
  const retryAfter = response.headers.get('retry-after')
  return { status: response.status, retryAfter, body: object(text === '' ? {} : JSON.parse(text)) }
}

/** The path of a conversation, or of something in it. */
export function pathOf(conversation: string, rest = 'activities'): string {
  return `v3/conversations/${encodeURIComponent(conversation)}/${rest}`
}
