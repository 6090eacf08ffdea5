import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { codeOf } from '../../core/errors.ts'
import { isAskable } from './askable.ts'
import type { ProbeOptions } from './probeLink.ts'
import { guardedLookup, isPublicAddress, PrivateAddressError } from './publicAddress.ts'

export type Page =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'failed'; readonly fault: string }

const mostRedirects = 4

/**
 * Reads the text at an address that somebody gave. Only public hosts are asked, at the ports of the web; so are those
 * that it is redirected to, and no secure address leads to one that is not. Never throws; the fault completes “… could
 * not be read: ”, and repeats nothing of the address.
 */
export async function readPage(
  url: string,
  {
    mostBytes,
    allows = isPublicAddress,
    anyPort = false,
    timeoutMs = 20_000,
  }: ProbeOptions & { readonly mostBytes: number },
): Promise<Page> {
  const signal = AbortSignal.timeout(timeoutMs)
  let at = new URL(url)
  try {
    for (let hop = 0; hop <= mostRedirects; hop++) {
      if (!isAskable(at, allows, anyPort)) return failed('it leads to a server that is not public')
      const response = await get(at, allows, signal)
      const { statusCode = 0, headers } = response
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
        response.destroy()
        const next = new URL(headers.location, at)
        if (at.protocol === 'https:' && next.protocol !== 'https:')
          return failed('it leads to a server without encryption')
        at = next
        continue
      }
      if (statusCode !== 200) {
        response.destroy()
        return failed(`the server says ${statusCode}`)
      }
      return await wholeOf(response, mostBytes)
    }
    return failed('it is redirected without end')
  } catch (error) {
    return failed(signal.aborted ? 'the server takes too long' : faultOf(error))
  }
}

function failed(fault: string): Page {
  return { kind: 'failed', fault }
}

function faultOf(error: unknown): string {
  if (error instanceof PrivateAddressError) return 'it leads to a server that is not public'
  const missing = codeOf(error) === 'ENOTFOUND'
  return missing ? 'there is no such server' : 'the server does not answer'
}

function get(url: URL, allows: (address: string) => boolean, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestSecure : requestPlain
  return new Promise((resolve, reject) => {
    const headers = {
      'user-agent': 'Rapporteur (reads when somebody is busy, at their request)',
      accept: 'text/calendar, */*;q=0.1',
    }
    const asking = request(url, { signal, agent: false, lookup: guardedLookup(allows), headers }, resolve)
    asking.on('error', reject)
    asking.end()
  })
}

async function wholeOf(response: IncomingMessage, mostBytes: number): Promise<Page> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > mostBytes) {
      response.destroy()
      return failed(`it is larger than ${Math.floor(mostBytes / 1_000_000)} MB`)
    }
    parts.push(part)
  }
  return { kind: 'read', text: Buffer.concat(parts).toString('utf8') }
}
