import { array, type Json, object, text } from '../../core/json.ts'
import { type BusySpan, joined } from '../busy/joined.ts'
import { UnreadableCalendar } from '../busy/unreadable.ts'

/** A calendar service that tells when the person of an e-mail address is busy. Raises `UnreadableCalendar`. */
export type CalendarService = (email: string, window: BusySpan) => Promise<readonly BusySpan[]>

const waitMs = 20_000
const dayMs = 86_400_000
/** The longest stretch that either service tells of at once. */
const longestMs = 40 * dayMs
/** A token with less left than this is replaced before it is used. */
const renewBeforeEndMs = 60_000

export interface Question {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body: URLSearchParams | Json
}

/** Asks a service by POST, within a time and without following it elsewhere. Nothing of its words is repeated. */
export async function ask(service: string, { url, headers = {}, body }: Question): Promise<Json> {
  const form = body instanceof URLSearchParams
  let response: Response
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, ...(form ? {} : { 'content-type': 'application/json' }) },
      body: form ? body : JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(waitMs),
    })
  } catch {
    throw new UnreadableCalendar(`${service} does not answer`)
  }
  const said: unknown = await response.json().catch(() => undefined)
  if (response.ok && said !== undefined) return object(said)
  throw new UnreadableCalendar(faultOf(service, response.status))
}

function faultOf(service: string, status: number): string {
  if (status === 404) return `${service} knows no calendar of your e-mail address`
  if (status === 429) return `${service} was asked too often`
  // It answers so to a request for a token too.
  return status === 400 || status === 401 || status === 403
    ? `${service} does not let the bot ask; whoever runs it can see to that`
    : `${service} says ${status}`
}

/** Gives a token, which is asked for once and kept until it ends. */
export function keepToken(service: string, now: () => Date, question: () => Question): () => Promise<string> {
  let held: { readonly value: string; readonly endsAt: number } | undefined
  return async () => {
    const left = held === undefined ? 0 : held.endsAt - now().getTime()
    // Bounded above as well, so that a clock that was set back does not keep a token for ever.
    if (held !== undefined && left > renewBeforeEndMs && left < dayMs) return held.value
    const asked = now().getTime()
    const { access_token: token, expires_in: seconds } = await ask(service, question())
    const value = text(token)
    if (value === undefined) throw new UnreadableCalendar(`${service} gave no token`)
    held = { value, endsAt: asked + (Number(seconds) || 0) * 1000 }
    return value
  }
}

/** Asks for a window piece by piece, none longer than a service takes. */
export async function piecewise(
  window: BusySpan,
  piece: (of: BusySpan) => Promise<readonly BusySpan[]>,
): Promise<readonly BusySpan[]> {
  const found: BusySpan[] = []
  for (let from = +window.from; from < +window.to; from += longestMs) {
    const to = Math.min(from + longestMs, +window.to)
    found.push(...(await piece({ from: new Date(from), to: new Date(to) })))
  }
  return joined(found, window)
}

/** The spans of a list, each read by `read`. Raises `UnreadableCalendar` where one has no beginning or end. */
export function spansOf(
  service: string,
  list: unknown,
  read: (item: Json) => readonly [from: string, to: string] | undefined,
): readonly BusySpan[] {
  return array(list).flatMap((item) => {
    const found = read(object(item))
    if (!found) return []
    const [from, to] = found.map((at) => new Date(at))
    if (!from || !to || !(from <= to)) throw new UnreadableCalendar(`${service} says what cannot be read`)
    return [{ from, to }]
  })
}
