import {
  DiscordAPIError,
  HTTPError,
  type RateLimitData,
  RateLimitError,
  type RawFile,
  REST,
  RESTEvents,
  RequestMethod,
} from '@discordjs/rest'
import { CallError } from '../../../src/chat/delivery/failure.ts'
import { timings } from '../limits.ts'
import type { DiscordSettings } from '../settings.ts'
import type { Api, ApiCall } from './api.ts'
import { makeRequest } from './formBytes.ts'

const methods = {
  GET: RequestMethod.Get,
  POST: RequestMethod.Post,
  PATCH: RequestMethod.Patch,
  PUT: RequestMethod.Put,
  DELETE: RequestMethod.Delete,
} as const

/** Options with which the SDK’s REST client makes every call once and keeps none in a queue of its own. */
export function restOptions({ apiUrl }: Pick<DiscordSettings, 'apiUrl'>, callMs = timings.callMs) {
  return {
    version: '10',
    api: apiUrl,
    retries: 0,
    timeout: callMs,
    // Discord rounds waits up already; the SDK’s usual margin would make it a second more.
    offset: 0,
    rejectOnRateLimit: () => true,
    makeRequest,
  }
}

/**
 * Calls Discord’s REST interface through its SDK. Discord does not count calls about an interaction among those that a
 * bot may make in a second, so they have a client of their own, which nothing else holds back.
 */
export function createApi(settings: Pick<DiscordSettings, 'token' | 'apiUrl'>, callMs = timings.callMs): Api {
  const ofBot = createClient(settings, callMs)
  const ofInteractions = createClient(settings, callMs, Number.POSITIVE_INFINITY)
  return {
    async call({ method, path, body, query, files, auth = true }) {
      const rest = auth ? ofBot : ofInteractions
      try {
        return await rest.request({
          method: methods[method],
          fullRoute: path,
          auth,
          ...(body === undefined ? {} : { body }),
          ...(query === undefined ? {} : { query: new URLSearchParams(query) }),
          ...(files === undefined ? {} : { files: files.map(rawFile) }),
        })
      } catch (error) {
        // A 401 makes the SDK forget the token; a mistaken one must not end all later calls.
        rest.setToken(settings.token)
        throw callError(error)
      }
    },
  }
}

/** Fifty calls in a second are what Discord takes of a bot. */
function createClient(
  settings: Pick<DiscordSettings, 'token' | 'apiUrl'>,
  callMs: number,
  globalRequestsPerSecond = 50,
): REST {
  const held = new WeakSet<object>()
  const rest = new REST({
    ...restOptions(settings, callMs),
    globalRequestsPerSecond,
    rejectOnRateLimit(limit) {
      if (held.has(limit)) throw limited(limit, true)
      return true
    },
  }).setToken(settings.token)
  // Notes limits by which the SDK holds a call back before Discord is asked.
  rest.on(RESTEvents.RateLimited, (limit) => void held.add(limit))
  // Calls raise these errors too; without a listener they would end the process.
  rest.on('error', () => undefined)
  return rest
}

function rawFile({ name, mediaType, content, encoding }: NonNullable<ApiCall['files']>[number]): RawFile {
  return { name, contentType: mediaType, data: Buffer.from(content, encoding ?? 'utf8') }
}

/** Reads the SDK’s error, without its path, which may contain the token of an interaction. */
function callError(error: unknown): CallError {
  if (error instanceof CallError) return error
  if (error instanceof RateLimitError) return limited(error, false)
  if (error instanceof DiscordAPIError) {
    const code = typeof error.code === 'number' ? error.code : undefined
    const about = `Discord said ${error.status}${code === undefined ? '' : ` (${code})`}: ${error.message}`
    return new CallError(about, { status: error.status, code })
  }
  if (error instanceof HTTPError)
    return new CallError(`Discord said ${error.status}.`, { status: error.status })
  return new CallError('Discord gave no answer.', { unsent: isUnsent(error) })
}

function limited(
  { method, retryAfter, sublimitTimeout }: Pick<RateLimitData, 'method' | 'retryAfter' | 'sublimitTimeout'>,
  unsent: boolean,
): CallError {
  const ms = Math.max(retryAfter, sublimitTimeout)
  return new CallError(`Discord limits ${method} calls of this kind.`, {
    status: 429,
    // Where Discord does not say how long, a second is enough.
    retryAfter: ms > 0 && Number.isFinite(ms) ? Math.ceil(ms / 100) / 10 : 1,
    unsent,
  })
}

const never = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

function isUnsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && (never.has(String(error.code)) || error.code === 'UND_ERR_CONNECT_TIMEOUT'))
    return true
  return error.cause !== undefined && isUnsent(error.cause)
}
