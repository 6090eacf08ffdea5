import { type Json, object, text as textOf } from '../../../../src/core/json.ts'
import { connectorClaims, type Signing, sign } from '../far/keys.ts'

/** How an activity is brought; what is overridden is for tests of refusals. */
export interface Sending {
  /** In place of one that is made for the activity. */
  readonly token?: string
  /** Laid over what the Bot Connector says of the activity; a claim that is undefined is left out. */
  readonly claims?: Json
  readonly signing?: Signing
  /** Without any token, as a client on this machine does. */
  readonly none?: boolean
  readonly contentType?: string
  /** In place of the activity as JSON. */
  readonly body?: string
  readonly path?: string
  readonly signal?: AbortSignal
}

export interface Answered {
  readonly status: number
  readonly text: string
  readonly headers: Headers
  /** Empty where the answer is not JSON. */
  readonly json: Json
  /** How long it took. */
  readonly ms: number
}

/** Posts an activity as the Bot Connector does: its token is for the bot and of the address that it names. */
export async function bring(base: string, activity: Json, sending: Sending = {}): Promise<Answered> {
  const { contentType = 'application/json; charset=utf-8', path = '/api/messages', none = false } = sending
  const headers = new Headers({
    'content-type': contentType,
    'user-agent': 'Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)',
  })
  if (!none) headers.set('authorization', `Bearer ${sending.token ?? tokenFor(activity, sending)}`)
  const began = performance.now()
  const response = await fetch(`${base}${path}`, {
    method: 'POST',
    headers,
    body: sending.body ?? JSON.stringify(activity),
    redirect: 'manual',
    ...(sending.signal ? { signal: sending.signal } : {}),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  return {
    status: response.status,
    text,
    headers: response.headers,
    json: isJson && text !== '' ? object(JSON.parse(text)) : {},
    ms: performance.now() - began,
  }
}

function tokenFor(activity: Json, { claims = {}, signing }: Sending): string {
  const appId = (textOf(object(activity['recipient'])['id']) ?? '').replace(/^28:/, '')
  const usual = connectorClaims(appId, textOf(activity['serviceUrl']) ?? '')
  return sign({ ...usual, ...claims }, signing)
}
