import { createServer } from 'node:http'

/** A server that keeps files, as the platforms have one. */
export interface FileServer {
  /** Requests so far, with what they were authorized by. */
  readonly asked: readonly { readonly path: string; readonly authorization: string | undefined }[]
  /** The address of a file of this content; the same server under another host's name, where that is told. */
  put(name: string, content: Uint8Array | string, host?: string): string
  /** An address that leads to another one. */
  lead(to: string): string
  stop(): Promise<void>
}

export async function startFileServer(): Promise<FileServer> {
  const files = new Map<string, Uint8Array | string>()
  const leads = new Map<string, string>()
  const asked: { path: string; authorization: string | undefined }[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push({ path, authorization: request.headers.authorization })
    const to = leads.get(path)
    const content = files.get(path)
    if (to !== undefined) response.writeHead(302, { location: to }).end()
    else if (content === undefined) response.writeHead(404).end('nothing lies here')
    else {
      // In pieces and without its length, as some servers send it.
      response.write(content.slice(0, 2))
      response.end(content.slice(2))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    asked,
    put(name, content, host = '127.0.0.1') {
      const path = `/${files.size}/${encodeURIComponent(name)}`
      files.set(path, content)
      return `http://${host}:${port}${path}`
    },
    lead(to) {
      const path = `/to/${leads.size}`
      leads.set(path, to)
      return `http://127.0.0.1:${port}${path}`
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
