import { type Json, object } from '../../../../src/core/json.ts'
import { type KeyName, signatureOf } from './keys.ts'

/** How an interaction is brought; what is overridden is for tests of refusals. */
export interface Sending {
  /** When it is signed; now unless told. */
  readonly at?: Date
  readonly key?: KeyName
  /** In place of the one that is right; null for none. */
  readonly signature?: string | null
  /** In seconds since 1970; null for none. It is signed as it stands. */
  readonly timestamp?: string | null
  /** What is sent in place of what was signed. */
  readonly tampered?: string
  /** In place of the interaction as JSON; signed. */
  readonly body?: string
  readonly contentType?: string
  readonly path?: string
  readonly signal?: AbortSignal
}

export interface Answered {
  readonly status: number
  readonly text: string
  readonly headers: Headers
  /** Empty where the answer is not JSON. */
  readonly json: Json
  /** The bytes of an answer that is a form with files; its JSON is in `json` too. */
  readonly form: FormData | undefined
  /** How long it took. */
  readonly ms: number
}

/** Posts an interaction as Discord does, and reads what is answered; nothing is done with the answer. */
export async function bring(base: string, interaction: Json, sending: Sending = {}): Promise<Answered> {
  const { path = '/discord/interactions', at = new Date(), key } = sending
  const body = sending.body ?? JSON.stringify(interaction)
  const timestamp =
    sending.timestamp === undefined ? String(Math.floor(at.getTime() / 1000)) : sending.timestamp
  const signature =
    sending.signature === undefined ? signatureOf(timestamp ?? '', body, key) : sending.signature
  const headers = new Headers({
    'content-type': sending.contentType ?? 'application/json',
    'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
  })
  if (signature !== null) headers.set('x-signature-ed25519', signature)
  if (timestamp !== null) headers.set('x-signature-timestamp', timestamp)
  const began = performance.now()
  const response = await fetch(`${base}${path}`, {
    method: 'POST',
    headers,
    body: sending.tampered ?? body,
    redirect: 'manual',
    ...(sending.signal ? { signal: sending.signal } : {}),
  })
  return { ...(await read(response)), ms: performance.now() - began }
}

/** Seconds on the clock as a signature’s time, moved by so many minutes. */
export function timestampOf(at: Date, minutes = 0): string {
  return String(Math.floor(at.getTime() / 1000) + minutes * 60)
}

async function read(response: Response): Promise<Omit<Answered, 'ms'>> {
  const { status, headers } = response
  const type = headers.get('content-type') ?? ''
  if (type.startsWith('multipart/form-data')) {
    const form = await response.formData()
    const payload = form.get('payload_json')
    const text = typeof payload === 'string' ? payload : ''
    return { status, headers, text, form, json: parsed(text) }
  }
  const text = await response.text()
  return { status, headers, text, form: undefined, json: type.includes('json') ? parsed(text) : {} }
}

function parsed(text: string): Json {
  return text === '' ? {} : object(JSON.parse(text))
}
