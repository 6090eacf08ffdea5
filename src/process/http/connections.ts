import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'

const mostConnections = 1_024
/** A proxy counts as one address, so an address may hold many connections, but never all. */
const mostOfOneAddress = mostConnections / 2

interface Connection {
  readonly from: string
  /** What is being received or answered on it. */
  request: IncomingMessage | undefined
}

/**
 * Limits open connections. Where one too many is opened, the one without a whole request that was used longest ago is
 * closed: so those who hold connections open keep nobody out.
 */
export function limitConnections(server: HttpServer): void {
  // In the order in which they were opened, or answered last.
  const open = new Map<Socket, Connection>()
  const counts = new Map<string, number>()

  function count(from: string, by: 1 | -1): void {
    const left = (counts.get(from) ?? 0) + by
    if (left > 0) counts.set(from, left)
    else counts.delete(from)
  }

  function forget(socket: Socket): void {
    const known = open.get(socket)
    if (known && open.delete(socket)) count(known.from, -1)
  }

  /** Whether there is room for one more, if need be by closing another one; `from` for one of that address. */
  function makeRoom(from?: string): boolean {
    for (const [socket, known] of open) {
      if (known.request?.complete || (from !== undefined && known.from !== from)) continue
      forget(socket)
      socket.destroy()
      return true
    }
    return false
  }

  server.on('connection', (socket: Socket) => {
    const from = socket.remoteAddress ?? ''
    const isFull = (counts.get(from) ?? 0) >= mostOfOneAddress
    if (isFull ? !makeRoom(from) : open.size >= mostConnections && !makeRoom()) {
      socket.destroy()
      return
    }
    open.set(socket, { from, request: undefined })
    count(from, 1)
    socket.once('close', () => forget(socket))
  })
  server.on('request', (request, response) => {
    const { socket } = request
    const known = open.get(socket)
    if (!known) return
    known.request = request
    response.once('close', () => {
      if (known.request !== request) return
      known.request = undefined
      if (open.delete(socket)) open.set(socket, known)
    })
  })
}
