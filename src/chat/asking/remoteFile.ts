import { UserError } from '../../core/errors.ts'
import type { InputFile } from '../../core/inputFile.ts'
import { isLoopback } from '../../core/text/addresses/loopback.ts'
import { fileSize } from '../../core/text/fileSize.ts'

/** A file on the platform's servers. */
export interface RemoteFile extends Omit<InputFile, 'read'> {
  /** Its download address, from the platform. */
  readonly url: string
}

/** What an adapter needs to fetch files. */
export interface FetchOptions {
  /** The platform's hosts for files. */
  readonly hosts: RegExp
  /** Further hosts, of another cloud or of a fake in a test. */
  readonly also: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
  /** Receives the reason why a file could not be fetched. */
  readonly failed: (error: unknown) => void
}

/** How long fetching a file may take. */
const fetchMs = 10_000

/** The file as an invocation carries it: fetched when it is read, from the platform's own hosts alone. */
export function remoteFile({ url, ...about }: RemoteFile, fetching: FetchOptions): InputFile {
  return { ...about, id: url, read: (limit) => fetchFile(url, about.name, limit, fetching) }
}

/** Whether an address is on one of the platform's own hosts, over an encrypted connection. */
export function isOnHosts(url: string, hosts: RegExp, also: readonly string[]): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  if (protocol === 'https:') return hosts.test(hostname) || also.includes(hostname)
  return protocol === 'http:' && isLoopback(hostname) && also.includes(hostname)
}

async function fetchFile(
  url: string,
  name: string,
  limit: number,
  { hosts, also, headers = {}, failed }: FetchOptions,
): Promise<Uint8Array> {
  const gone = new UserError(`I could not fetch “${name}”. Please attach it again.`)
  if (!isOnHosts(url, hosts, also)) {
    failed(new Error('the address of a file is not on a host of the platform'))
    throw gone
  }
  try {
    const signal = AbortSignal.timeout(fetchMs)
    const response = await fetch(url, { headers, redirect: 'error', signal })
    if (!response.ok) throw new Error(`the file server answered ${response.status}`)
    return await readBody(response, name, limit)
  } catch (error) {
    if (error instanceof UserError) throw error
    failed(error)
    throw gone
  }
}

/** Stops as soon as the limit is passed, whatever length the server announced. */
async function readBody({ body }: Response, name: string, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body ?? []) {
    length += part.length
    if (length > limit) throw new UserError(`“${name}” is too large: send at most ${fileSize(limit)}.`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}
