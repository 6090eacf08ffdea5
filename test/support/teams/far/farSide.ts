import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text as readText } from 'node:stream/consumers'

import type { Json } from '../../../../src/core/json.ts'
import { createFaults, type Faults, meddle } from '../../faults/callFaults.ts'
import type { Asked, Deed, Ground, Posted, Targeting } from './asked.ts'
import { conversing } from './connector.ts'
import { createDirectory, type Directory } from './directory.ts'
import { type Ending, type Fault, no, type Operation, type Reply, refusal } from './faults.ts'
import { connectorClaims, keySet, openIdDocument, type Signing, sign } from './keys.ts'
import { createLogin, type Login } from './login.ts'
import { looking } from './roster.ts'

export interface Call {
  readonly method: string
  /** As it came, with the query. */
  readonly path: string
  /** Undefined where nothing of that kind is offered. */
  readonly operation: Operation | undefined
  readonly at: Date
  /** The JSON, or the form, as an object; empty where there is none. */
  readonly body: Json
  readonly token: string
  status: Ending
}

export interface Upload {
  readonly content: string
  /** `bytes 0-10/11`. */
  readonly range: string
}

export interface FarSide extends Directory {
  /** What activities have as theirs. */
  readonly serviceUrl: string
  readonly openIdUrl: string
  /** Without a slash at the end. */
  readonly loginUrl: string
  /** All that was asked, in order. */
  readonly calls: Call[]
  /** What was said; typing is among the calls alone. */
  readonly messages: Posted[]
  /** By name. */
  readonly uploads: Map<string, Upload>
  readonly login: Login
  targeting: Targeting
  /** The keys and their description are not to be had. */
  keysDown: boolean
  callsOf(operation: Operation): Call[]
  /** Where a file of this name is put. */
  uploadUrl(name: string): string
  /** A token as the Bot Connector sends one with what it brings; a claim that is undefined is left out. */
  token(claims?: Json, signing?: Signing): string
  fault: Faults<Operation, Fault>['order']
  /** Forgets which faults were ordered. */
  calm(): void
  /** Forgets what was recorded and which faults were ordered; the world stays. */
  clear(): void
  stop(): Promise<void>
}

/** Teams as the bot sees it, on this machine. With `local` it wants no tokens, as a client for developers. */
export async function startFarSide({ local = false }: { readonly local?: boolean } = {}): Promise<FarSide> {
  const faults = createFaults<Operation, Fault>()
  const login = createLogin()
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const directory = createDirectory()
  const far: FarSide = {
    ...directory,
    ...{ serviceUrl: `${origin}/svc/`, openIdUrl: `${origin}/openid`, loginUrl: origin },
    ...{ calls: [], messages: [], uploads: new Map(), login, targeting: 'supported', keysDown: false },
    callsOf: (operation) => far.calls.filter((call) => call.operation === operation),
    uploadUrl: (name) => `${origin}/upload/${encodeURIComponent(name)}`,
    token: (claims = {}, signing) =>
      sign({ ...connectorClaims(login.registration.id, far.serviceUrl), ...claims }, signing),
    fault: faults.order,
    calm: faults.clear,
    clear() {
      for (const list of [far.calls, far.messages]) list.length = 0
      far.uploads.clear()
      faults.clear()
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
  const ground: Ground = {
    directory,
    messages: far.messages,
    get targeting() {
      return far.targeting
    },
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/', headers } = request
    const written = await readText(request)
    const token = headers.authorization?.replace(/^Bearer /, '') ?? ''
    const deed = find(method, new URL(path, origin), written, headers['content-range'] ?? '', token)
    const body = read(written, headers['content-type'] ?? '')
    const call: Call = {
      method,
      path,
      operation: deed?.operation,
      at: new Date(),
      body,
      token,
      status: undefined,
    }
    far.calls.push(call)
    const act = deed?.act ?? (() => no(404, 'NotFound', `Nothing is offered at ${method} ${path}.`))
    call.status = await meddle(response, faults.take(deed?.operation, deed?.conversation), refusal, act)
  }

  function find(method: string, url: URL, written: string, range: string, token: string): Deed | undefined {
    const [root = '', ...rest] = url.pathname.split('/').slice(1).map(decodeURIComponent)
    const [name = ''] = rest
    if (root === 'openid') {
      return { operation: 'openid', act: () => described(openIdDocument(`${origin}/keys`)) }
    }
    if (root === 'keys') return { operation: 'openid', act: () => described(keySet()) }
    if (root === 'upload' && method === 'PUT') {
      return { operation: 'upload', act: () => uploaded(name, { content: written, range }) }
    }
    if (root !== 'svc') {
      const isLogin = method === 'POST' && rest.join('/') === 'oauth2/v2.0/token'
      const issue = () => login.issue(root, new URLSearchParams(written))
      return isLogin ? { operation: 'token', act: issue } : undefined
    }
    const asked: Asked = {
      ...{ method, parts: rest, query: url.searchParams, size: written.length },
      body: read(written, 'application/json'),
    }
    const deed = conversing(ground, asked) ?? looking(ground, asked)
    const refused = no(401, 'Unauthorized', 'Authorization has been denied for this request.')
    return deed && !local && !login.isGood(token) ? { ...deed, act: () => refused } : deed
  }

  function described(body: Json): Reply {
    return far.keysDown ? { status: 503, body: 'The service is unavailable.' } : { status: 200, body }
  }

  function uploaded(name: string, upload: Upload): Reply {
    far.uploads.set(name, upload)
    return { status: 201, body: { id: name, name, size: Buffer.byteLength(upload.content) } }
  }

  return far
}

function read(written: string, type: string): Json {
  if (type.includes('urlencoded')) return Object.fromEntries(new URLSearchParams(written))
  try {
    return Object(JSON.parse(written || '{}'))
  } catch {
    return {}
  }
}
