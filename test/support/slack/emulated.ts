import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as readText } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

import { until } from '../runner/until.ts'
import { type Json, object } from './payloads.ts'

/** A call of the Web API that passed, and what the emulator answered. */
export interface Passed {
  readonly method: string
  readonly args: Json
  readonly token: string
  readonly answer: Json
}

/** The npm package `emulate` playing Slack in a process of its own, behind a relay that takes notes. */
export interface Emulated {
  /** What SLACK_API_URL is set to. */
  readonly url: string
  readonly passed: Passed[]
  /** Calls a method with a token. Raises an error where the emulator says no. */
  call(token: string, method: string, args?: Json): Promise<Json>
  stop(): Promise<void>
}

const program = fileURLToPath(new URL('../../../node_modules/emulate/dist/index.js', import.meta.url))

/** Starts it with what stands under `slack:` in its seed file, and waits until it answers. */
export async function startEmulator(seed: Json): Promise<Emulated> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-emulate-'))
  await writeFile(join(folder, 'seed.json'), JSON.stringify({ slack: seed }))
  const port = await freePort()
  const args = [program, '--service', 'slack', '--port', String(port), '--seed', join(folder, 'seed.json')]
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  const gone = once(child, 'close')
  const errors: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
  const behind = `http://127.0.0.1:${port}`
  const relay = await startRelay(behind)

  async function stop(): Promise<void> {
    relay.stop()
    child.kill('SIGKILL')
    await gone
    await rm(folder, { recursive: true, force: true })
  }

  try {
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`the emulator ended: ${Buffer.concat(errors)}`)
      await (await fetch(`${behind}/api/auth.test`, { method: 'POST' })).json()
    })
  } catch (error) {
    await stop()
    throw error
  }
  return {
    url: `${relay.origin}/api/`,
    passed: relay.passed,
    async call(token, method, given = {}) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const body = JSON.stringify(given)
      const answer = object(
        await (await fetch(`${behind}/api/${method}`, { method: 'POST', headers, body })).json(),
      )
      if (answer['ok'] !== true) throw new Error(`${method}: ${JSON.stringify(answer)}`)
      return answer
    },
    stop,
  }
}

async function startRelay(behind: string) {
  const passed: Passed[] = []
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request
    const body = await readText(request)
    const headers = new Headers()
    for (const name of ['authorization', 'content-type']) {
      const value = request.headers[name]
      if (typeof value === 'string') headers.set(name, value)
    }
    const answered = await fetch(`${behind}${url}`, {
      method,
      headers,
      ...(method === 'GET' ? {} : { body }),
      redirect: 'manual',
    })
    const text = await answered.text()
    if (url.startsWith('/api/')) {
      passed.push({
        method: url.slice('/api/'.length),
        args: decoded(body),
        token: headers.get('authorization')?.replace('Bearer ', '') ?? '',
        answer: object(JSON.parse(text)),
      })
    }
    const location = answered.headers.get('location')
    response.writeHead(answered.status, {
      'content-type': answered.headers.get('content-type') ?? 'text/plain',
      ...(location === null ? {} : { location }),
    })
    response.end(text)
  }

  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    passed,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** The fields of a form as the SDK sends them. */
function decoded(body: string): Json {
  const fields = [...new URLSearchParams(body)]
  return Object.fromEntries(
    fields.map(([name, value]) => [name, /^[[{]/.test(value) ? JSON.parse(value) : value]),
  )
}

/** Below those that a system gives to whoever asks for any, so that no other test is given it before the emulator has it. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000)
    const server = createSocket().listen(port, '127.0.0.1')
    const isFree = await Promise.race([
      once(server, 'listening').then(() => true),
      new Promise<boolean>((resolve) => server.once('error', () => resolve(false))),
    ]).catch(() => false)
    if (!isFree) continue
    server.close()
    await once(server, 'close')
    return port
  }
}
