import { setTimeout } from 'node:timers/promises'

import { object, text } from '../../../src/core/json.ts'
import type { Origin } from '../inbound/origin.ts'
import { type Api, ApiError, type ApiFile } from './api.ts'
import { wrong } from './codes.ts'
import { says } from './faults.ts'

/** A message with what is sent beside it. */
export interface Reply {
  readonly body: object
  readonly files?: readonly ApiFile[]
}

/** What is said by the token of an interaction. Each raises `ApiError`; `isClosed` tells what of them is final. */
export interface Replies {
  /** The first response, where it does not travel in the answer of a request. */
  first(origin: Origin, callback: object): Promise<void>
  /** Puts what the first response shows; the id of its message. */
  edit(origin: Origin, reply: Reply): Promise<string | undefined>
  /** Another message after the first response; its id. */
  follow(origin: Origin, reply: Reply): Promise<string | undefined>
  /** The id of the message that the first response made. */
  original(origin: Origin): Promise<string | undefined>
  /** Takes it away. */
  remove(origin: Origin): Promise<void>
}

/** Between tries, where another may do better. */
const waitsMs = [250, 750, 1_500, 3_000]
/** A limit that lasts longer is not waited for. */
const patienceMs = 10_000
/** After so long nothing is tried anew. */
const longestMs = 12_000

/** `ending`: the bot is asked to stop. */
export function createReplies(api: Api, applicationId: string, ending: AbortSignal): Replies {
  const webhook = ({ token }: Origin): `/${string}` => `/webhooks/${applicationId}/${token}`
  const original = (origin: Origin): `/${string}` => `${webhook(origin)}/messages/@original`
  const idOf = (given: unknown) => text(object(given)['id'])

  return {
    async first({ id, token }, callback) {
      await api.call({
        method: 'POST',
        path: `/interactions/${id}/${token}/callback`,
        body: callback,
        auth: false,
      })
    },
    edit: async (origin, reply) =>
      idOf(
        await patiently('put', ending, () =>
          api.call({ method: 'PATCH', path: original(origin), ...reply, auth: false }),
        ),
      ),
    follow: async (origin, reply) =>
      idOf(
        await patiently('added', ending, () =>
          api.call({
            method: 'POST',
            path: webhook(origin),
            query: { wait: 'true' },
            ...reply,
            auth: false,
          }),
        ),
      ),
    original: async (origin) =>
      idOf(
        await patiently('put', ending, () =>
          api.call({ method: 'GET', path: original(origin), auth: false }),
        ),
      ),
    async remove(origin) {
      await patiently('put', ending, () =>
        api.call({ method: 'DELETE', path: original(origin), auth: false }),
      )
    },
  }
}

/** Whether nothing can be said by the token of an interaction any more, or never could. */
export function isClosed(error: unknown): boolean {
  return (
    says(error, wrong.unknownWebhook, wrong.unknownInteraction, wrong.unknownMessage, wrong.wrongToken) ||
    isGone(error)
  )
}

function isGone(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 401)
}

/** What may be done as often as wanted, and what would stand there each time. */
type Kind = 'put' | 'added'

/**
 * Tries again where Discord has not yet seen the first response, which travels by another way, and where it says when
 * to come back; of unknown fate what is put is tried on, and what is added once more: a line that stands there twice
 * is better than none to what was done. A stop ends the trying.
 */
async function patiently<T>(kind: Kind, ending: AbortSignal, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  for (let tries = 0, unknown = 0; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      const wait = waitsMs[tries]
      if (wait === undefined || !(error instanceof ApiError) || ending.aborted) throw error
      if (performance.now() - began > longestMs) throw error
      const asked = (error.retryAfter ?? 0) * 1000
      const lost = !error.unsent && (error.status === 0 || error.status >= 500)
      if (lost) unknown += 1
      const again = lost ? kind === 'put' || unknown < 2 : isPassing(error)
      if (!again || asked > patienceMs) throw error
      await setTimeout(Math.max(asked, wait), undefined, { signal: ending }).catch(() => undefined)
    }
  }
}

/** Whether it was surely not done, and may be in a moment. */
function isPassing(error: ApiError): boolean {
  return error.unsent || error.status === 429 || says(error, wrong.unknownWebhook)
}
