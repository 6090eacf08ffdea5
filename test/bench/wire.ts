import { connect } from 'node:net'

/** One request as it goes over the wire, and what belongs to it beside its answer. */
export interface Exchange {
  readonly request: Buffer
  /**
   * Whether the answer came in time; one that was only promised is late. Raises an error for a wrong answer; may wait
   * for what comes by another way.
   */
  readonly settle: (answer: string) => Settled | Promise<Settled>
}

export type Settled = 'answered' | 'late'

/** What came of one round: how long all of it took, and each request that was answered in time. */
export interface Round {
  readonly perSecond: number
  readonly ms: readonly number[]
  /** How many were not answered in time. They are no part of `perSecond`. */
  readonly late: number
}

/**
 * Sends requests that were written before the round, so many at once, on connections that are kept alive and
 * written by hand, so that the client takes little of the machine. After `lastingMs` no further one is sent. Where each
 * connection has several, its first one only opens it and is not measured: all of them arrive in the same moment.
 */
export async function exchangeAll(
  base: string,
  together: number,
  exchanges: readonly Exchange[],
  lastingMs = Number.POSITIVE_INFINITY,
): Promise<Round> {
  const left = exchanges.toReversed()
  const connections = await Promise.all(Array.from({ length: together }, () => open(new URL(base))))
  if (left.length > 2 * together) {
    await Promise.all(
      left.splice(-together).map(async ({ request, settle }, index) => {
        const answer = await connections[index]?.ask(request)
        if (answer !== undefined) await settle(answer)
      }),
    )
  }
  const ms: number[] = []
  let late = 0
  const start = performance.now()
  await Promise.all(
    connections.map(async ({ ask }) => {
      for (let next = left.pop(); next; next = left.pop()) {
        const from = performance.now()
        if (from - start > lastingMs) return
        if ((await next.settle(await ask(next.request))) === 'late') late += 1
        else ms.push(performance.now() - from)
      }
    }),
  )
  const perSecond = (ms.length * 1_000) / (performance.now() - start)
  for (const { end } of connections) end()
  return { perSecond, ms, late }
}

/** At most so many turns and so long, as many at once as `together` says. */
export type AskRound = (
  base: string,
  together: number,
  most: { readonly turns: number; readonly ms: number },
) => Promise<Round>

/** Asks these in turn, each request written before its round. */
export function askInTurn<Asked>(
  all: readonly Asked[],
  request: (asked: Asked) => Buffer,
  settle: (answer: string, asked: Asked) => Settled,
): AskRound {
  return (base, together, most) => {
    const exchanges = Array.from({ length: most.turns }, (_, index): Exchange => {
      const asked = inTurn(all, index)
      return { request: request(asked), settle: (answer) => settle(answer, asked) }
    })
    return exchangeAll(base, together, exchanges, most.ms)
  }
}

/** The one whose turn it is. */
export function inTurn<T>(all: readonly T[], index: number): T {
  const one = all[index % all.length]
  if (one === undefined) throw new Error('there is nothing to take turns with')
  return one
}

/** A POST as it goes over the wire. */
export function post(path: string, headers: Readonly<Record<string, string>>, body: string): Buffer {
  const all = { host: 'localhost', ...headers, 'content-length': String(Buffer.byteLength(body)) }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from([`POST ${path} HTTP/1.1`, ...lines, '', body].join('\r\n'))
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
      const whole = received
      received = ''
      waiting?.answer(whole)
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
