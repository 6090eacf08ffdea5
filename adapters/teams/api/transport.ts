import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

import { CallError } from '../../../src/chat/delivery/failure.ts'

export interface Response {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Request {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** Closes idle connections before the other side closes them under a new request. */
const pooled = { keepAlive: true, timeout: 4_000, maxSockets: 64 }
/** The longest answer is a page of a roster. */
const maxBodyBytes = 4 * 1024 * 1024

/** Makes requests, each once: none follows a redirection, and all end in time. Raises `CallError` where there is no answer. */
export function createTransport(callMs: number): (url: URL, request: Request) => Promise<Response> {
  const plain = new HttpAgent(pooled)
  const secure = new HttpsAgent(pooled)
  return (url, { method, headers, body }) =>
    new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(callMs)
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const options = { method, headers: { ...headers, ...length }, signal }
      const asked =
        url.protocol === 'http:'
          ? httpRequest(url, { ...options, agent: plain })
          : httpsRequest(url, { ...options, agent: secure })
      let open = false
      const failed = () => reject(new CallError('Teams did not answer.', { unsent: !open }))
      asked.on('socket', (socket) => {
        if (asked.reusedSocket) open = true
        else {
          socket.once(url.protocol === 'http:' ? 'connect' : 'secureConnect', () => {
            open = true
          })
        }
      })
      asked.on('error', failed)
      asked.on('response', (response) => {
        const parts: Buffer[] = []
        let size = 0
        response.on('data', (part: Buffer) => {
          size += part.length
          if (size > maxBodyBytes) asked.destroy(new Error('answer too long'))
          parts.push(part)
        })
        response.on('error', failed)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        )
      })
      asked.end(body)
    })
}
