import { CallError } from '../../../src/chat/delivery/failure.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import { type Json, object, text } from '../../../src/core/json.ts'
import type { Tokens } from './tokens.ts'
import { createTransport } from './transport.ts'

/** One call to the service of a conversation; `path` goes behind its address. */
export interface ServiceCall {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: object
}

/**
 * Calls the service as the bot and resolves to its answer, empty where that is no JSON. Raises `CallError` for a
 * refusal, and `DeliveryError` for an address to which the bot’s token must not be sent.
 */
export type CallService = (serviceUrl: string, call: ServiceCall) => Promise<Json>

interface ServiceDependencies {
  readonly tokens: Tokens
  /** Whether the bot’s token may be sent to an address. */
  readonly isService: (url: string) => boolean
  /** How long one call may take. */
  readonly callMs: number
}

export function createCallService({ tokens, isService, callMs }: ServiceDependencies): CallService {
  const ask = createTransport(callMs)

  async function once(serviceUrl: string, { method, path, body }: ServiceCall): Promise<Json> {
    const token = await tokens.current()
    const response = await ask(new URL(path, withSlash(serviceUrl)), {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const fields = read(response.body)
    if (response.status >= 200 && response.status < 300) return fields
    throw refusalOf(response.status, fields, Number(response.headers['retry-after']))
  }

  return async (serviceUrl, call) => {
    if (!isService(serviceUrl)) {
      throw new DeliveryError('The service address of the conversation does not belong to Teams.', {
        kind: 'invalid',
      })
    }
    try {
      return await once(serviceUrl, call)
    } catch (error) {
      // A token may be withdrawn before it expires; a call that was rejected for it was not carried out.
      if (!(error instanceof CallError) || error.status !== 401) throw error
      tokens.drop()
      return once(serviceUrl, call)
    }
  }
}

function refusalOf(status: number, fields: Json, retryAfter: number): CallError {
  const error = object(fields['error'])
  return new CallError(`Teams answered ${status}.`, {
    status,
    code: text(error['code']) ?? text(fields['errorCode']),
    retryAfter: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : undefined,
  })
}

function read(body: string): Json {
  try {
    return object(JSON.parse(body))
  } catch {
    return {}
  }
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`
}
