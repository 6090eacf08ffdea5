import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

export interface Response {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A request that got no answer; `unsent` where it surely never got there, so that another try can say nothing twice. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  readonly unsent: boolean

  constructor(message: string, unsent: boolean) {
    super(message)
    this.unsent = unsent
  }
}

export interface Request {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** A connection that nobody needs is closed before the other side closes it under a new request. */
const idle = { keepAlive: true, timeout: 4_000, maxSockets: 64 }
/** No answer of Teams’ is longer; a page of a roster is the longest. */
const bodyLimit = 4 * 1024 * 1024

/** One way out for all requests: each is made once, follows no redirection and ends in time. Raises `TransportError`. */
export function createTransport(callMs: number): (url: URL, request: Request) => Promise<Response> {
  const plain = new HttpAgent(idle)
  const secure = new HttpsAgent(idle)
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
      const failed = (error: Error) => reject(new TransportError(error.message, !open))
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
          if (size > bodyLimit) asked.destroy(new Error('the answer is too long'))
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
