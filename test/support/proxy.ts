import { createServer, connect as dial, type Socket } from 'node:net'

/** A way to a server that a test can cut. */
export interface ServerProxy {
  /** The server's address, by this way. */
  readonly url: string
  /** Ends all connections, and every new one at once, as a server does that is down. */
  cut(): void
  /** Drops whatever is sent on the connections that are open, and says so to neither side, as a broken network does. */
  hush(): void
  /** Takes connections again. */
  restore(): void
  stop(): Promise<void>
}

/** Passes on to the server of a URL, whatever it speaks; `open` tells whether it does so from the start. */
export async function startProxy(target: string, { open = true } = {}): Promise<ServerProxy> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let passing = open
  const server = createServer((near) => {
    if (!passing) return void near.resetAndDestroy()
    const far = dial(Number(port), hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.setNoDelay(true)
      one.on('error', () => undefined)
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = new URL(target)
  url.host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const cut = () => {
    passing = false
    for (const socket of sockets) socket.resetAndDestroy()
  }
  return {
    url: url.href,
    cut,
    hush() {
      for (const socket of sockets) socket.unpipe().resume()
    },
    restore() {
      passing = true
    },
    async stop() {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
