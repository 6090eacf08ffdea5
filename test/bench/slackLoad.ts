import { connect } from 'node:net'

import { slashCommandFields } from '../support/slack/payloads.ts'
import { sign } from '../support/slack/signed.ts'

/** What came of one round: how long all of it took, and each request. */
export interface Round {
  readonly perSecond: number
  readonly ms: readonly number[]
}

export interface Asked {
  readonly secret: string
  readonly text: string
  readonly user: string
  /** What every answer holds. */
  readonly wanted: string
}

/**
 * Sends that many commands, so many at once, each signed before the round and with a trigger of its own, on
 * connections that are kept alive and written by hand, so that the client takes little of the machine.
 */
export async function round(base: string, together: number, commands: number, asked: Asked): Promise<Round> {
  const signed = Array.from({ length: commands }, () => request(asked))
  const connections = await Promise.all(Array.from({ length: together }, () => open(new URL(base))))
  const ms: number[] = []
  const start = performance.now()
  await Promise.all(
    connections.map(async ({ ask }) => {
      for (let next = signed.pop(); next; next = signed.pop()) {
        const from = performance.now()
        const answer = await ask(next)
        ms.push(performance.now() - from)
        if (!answer.startsWith('HTTP/1.1 200') || !answer.includes(asked.wanted))
          throw new Error(`a command was answered otherwise: ${answer}`)
      }
    }),
  )
  const perSecond = (commands * 1_000) / (performance.now() - start)
  for (const { end } of connections) end()
  return { perSecond, ms }
}

let triggers = 0

function request({ secret, text, user }: Asked): Buffer {
  triggers += 1
  const fields = slashCommandFields('/directory', text, {
    user,
    trigger: `${process.pid}.1.bench${triggers}`,
  })
  const body = new URLSearchParams(fields).toString()
  const headers = {
    host: 'localhost',
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    ...sign(secret, body),
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(['POST /slack/events HTTP/1.1', ...lines, '', body].join('\r\n'))
}

interface Connection {
  /** Sends one request and resolves to the whole of its answer. */
  ask(request: Buffer): Promise<string>
  end(): void
}

function open({ hostname, port }: URL): Promise<Connection> {
  return new Promise((resolve, reject) => {
    let received = ''
    let waiting: { answer(text: string): void; fail(error: Error): void } | undefined
    const socket = connect({ host: hostname, port: Number(port), noDelay: true }, () =>
      resolve({
        ask: (request) =>
          new Promise((answer, fail) => {
            waiting = { answer, fail }
            socket.write(request)
          }),
        end: () => socket.destroy(),
      }),
    )
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1')
      if (!isWhole(received)) return
      waiting?.answer(received)
      received = ''
    })
    const failed = (error: Error) => {
      waiting?.fail(error)
      reject(error)
    }
    socket.on('error', failed)
    socket.on('close', () => failed(new Error('a connection was closed')))
  })
}

/** Whether all of an answer is there, by its length or by the end of its chunks. */
function isWhole(received: string): boolean {
  const head = received.indexOf('\r\n\r\n')
  if (head < 0) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(received.slice(0, head))?.[1]
  return length === undefined
    ? received.endsWith('\r\n0\r\n\r\n')
    : received.length >= head + 4 + Number(length)
}
