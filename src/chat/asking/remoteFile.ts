import { UserError } from '../../core/errors.ts'
import type { InputFile } from '../../core/inputFile.ts'
import { fileSize } from '../../core/text/fileSize.ts'
import { isLoopback } from '../../core/text/loopback.ts'

/** A file that lies with the platform. */
export interface RemoteFile extends Omit<InputFile, 'read'> {
  /** Where its content is fetched, as the platform told it. */
  readonly url: string
}

/** What an adapter fetches files with. */
export interface Fetching {
  /** Hosts on which the platform keeps files. */
  readonly hosts: RegExp
  /** Further hosts, of another cloud or of a fake in a test. */
  readonly also: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
  /** Hears why a file could not be fetched. */
  readonly failed: (error: unknown) => void
}

/** How long a file may take to come. */
const fetchMs = 10_000

/** The file as an invocation carries it: fetched when it is read, from the platform's own hosts alone. */
export function remoteFile({ url, ...about }: RemoteFile, fetching: Fetching): InputFile {
  return { ...about, id: url, read: (limit) => fetchFile(url, about.name, limit, fetching) }
}

/** Whether an address lies on one of the platform's own hosts, reached so that nobody listens on the way. */
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
  { hosts, also, headers = {}, failed }: Fetching,
): Promise<Uint8Array> {
  const gone = new UserError(`I could not fetch “${name}”. Please attach it again.`)
  if (!isOnHosts(url, hosts, also)) {
    failed(new Error('the address of a file is on none of the hosts of the platform'))
    throw gone
  }
  try {
    const signal = AbortSignal.timeout(fetchMs)
    const response = await fetch(url, { headers, redirect: 'error', signal })
    if (!response.ok) throw new Error(`the server of a file answered ${response.status}`)
    return await readBody(response, name, limit)
  } catch (error) {
    if (error instanceof UserError) throw error
    failed(error)
    throw gone
  }
}

/** Stops as soon as it is too much, whatever the server said of the length before. */
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
