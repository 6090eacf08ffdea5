import { CallError } from '../../../src/chat/delivery/failure.ts'
import { retrying } from '../../../src/chat/work/retrying.ts'
import { runningMs } from '../../../src/core/clock.ts'
import { object, text } from '../../../src/core/json.ts'
import type { Origin } from '../inbound/origin.ts'
import type { Api, ApiFile } from './api.ts'
import { errorCodes } from './codes.ts'
import { failedWithCode } from './faults.ts'

/** A message with its files. */
export interface Reply {
  readonly body: object
  readonly files?: readonly ApiFile[]
}

/** What can be said with the token of an interaction. Each raises `CallError`; `isClosed` tells which are final. */
export interface Replies {
  /** The first response, where it does not travel in the answer of a request. */
  first(origin: Origin, callback: object): Promise<void>
  /** Edits what the first response shows; the id of its message. */
  edit(origin: Origin, reply: Reply): Promise<string | undefined>
  /** Another message after the first response; its id. */
  follow(origin: Origin, reply: Reply): Promise<string | undefined>
  /** The id of the message that the first response made. */
  original(origin: Origin): Promise<string | undefined>
  /** Takes the first response away. */
  remove(origin: Origin): Promise<void>
}

/** Waits between tries. */
const retryAfterMs = [250, 750, 1_500, 3_000]
/** Discord may ask to wait this long; a longer limit is not waited for. */
const longestAskedMs = 10_000
/** After this long nothing is tried again. */
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

/** Whether nothing can be said with the token of an interaction any more, or never could. */
export function isClosed(error: unknown): boolean {
  return (
    failedWithCode(
      error,
      errorCodes.unknownWebhook,
      errorCodes.unknownInteraction,
      errorCodes.unknownMessage,
      errorCodes.wrongToken,
    ) || isGone(error)
  )
}

function isGone(error: unknown): boolean {
  return error instanceof CallError && (error.status === 404 || error.status === 401)
}

/** `put` may be repeated without harm; what is `added` would stand there each time. */
type Kind = 'put' | 'added'

/**
 * Tries again where Discord has not yet seen the first response, which travels by another way, and where it says when
 * to come back. After a failure of unknown fate, an edit is tried on and an added message once more: a line that
 * stands there twice is better than none about what was done. A stop ends the tries.
 */
async function patiently<T>(kind: Kind, ending: AbortSignal, work: () => Promise<T>): Promise<T> {
  const began = runningMs()
  let unknown = 0
  return retrying(
    work,
    (error, tries) => {
      const usual = retryAfterMs[tries - 1]
      if (usual === undefined || !(error instanceof CallError)) return undefined
      if (runningMs() - began > longestMs) return undefined
      const asked = (error.retryAfter ?? 0) * 1000
      const isUnknown = !error.unsent && (error.status === 0 || error.status >= 500)
      if (isUnknown) unknown += 1
      const again = isUnknown ? kind === 'put' || unknown < 2 : isPassing(error)
      return again && asked <= longestAskedMs ? Math.max(asked, usual) : undefined
    },
    ending,
  )
}

/** Whether the call was surely not carried out, and may be in a moment. */
function isPassing(error: CallError): boolean {
  return error.unsent || error.status === 429 || failedWithCode(error, errorCodes.unknownWebhook)
}
