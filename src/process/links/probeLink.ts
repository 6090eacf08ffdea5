import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { codeOf } from '../../core/errors.ts'
import { isAskable } from './askable.ts'
import { guardedLookup, isPublicAddress } from './publicAddress.ts'

/** `unknown`: nothing that says whether there is a page, such as a log-in, a slow server or a network that is closed. */
export type ProbeOutcome =
  | { readonly kind: 'alive' }
  | { readonly kind: 'dead'; readonly fault: string }
  | { readonly kind: 'unknown' }

export interface ProbeOptions {
  readonly allows?: (address: string) => boolean
  readonly anyPort?: boolean
  readonly timeoutMs?: number
}

const mostRedirects = 4
const unknown: ProbeOutcome = { kind: 'unknown' }

/**
 * Follows a link as far as its headers, without reading a page. Only public hosts are asked, at the ports of the web;
 * so are those that it is redirected to. Never throws.
 */
export async function probeLink(
  url: string,
  { allows = isPublicAddress, anyPort = false, timeoutMs = 10_000 }: ProbeOptions = {},
): Promise<ProbeOutcome> {
  const signal = AbortSignal.timeout(timeoutMs)
  let at = url
  try {
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const target = new URL(at)
      if (!isAskable(target, allows, anyPort)) return unknown
      const asked = await ask(target, 'HEAD', allows, signal)
      // Some servers know no HEAD, or answer it otherwise than a reader's GET.
      const answer = asked.status >= 400 ? await ask(target, 'GET', allows, signal) : asked
      if (answer.status >= 300 && answer.status < 400 && answer.location !== undefined) {
        at = new URL(answer.location, target).href
        continue
      }
      return verdict(answer.status)
    }
    return { kind: 'dead', fault: 'it is redirected without end' }
  } catch (error) {
    const missing = codeOf(error) === 'ENOTFOUND'
    return missing ? { kind: 'dead', fault: 'there is no such server' } : unknown
  }
}

function verdict(status: number): ProbeOutcome {
  if (status >= 200 && status < 400) return { kind: 'alive' }
  return status === 404 || status === 410 ? { kind: 'dead', fault: `the server says ${status}` } : unknown
}

interface Answered {
  readonly status: number
  readonly location: string | undefined
}

function ask(
  url: URL,
  method: 'HEAD' | 'GET',
  allows: (address: string) => boolean,
  signal: AbortSignal,
): Promise<Answered> {
  const request = url.protocol === 'https:' ? requestSecure : requestPlain
  return new Promise((resolve, reject) => {
    const asking = request(
      url,
      {
        method,
        signal,
        agent: false,
        lookup: guardedLookup(allows),
        headers: { 'user-agent': 'Rapporteur (checks links of a newsletter)', accept: '*/*' },
      },
      (response) => {
        const { statusCode = 0, headers } = response
        response.destroy()
        resolve({ status: statusCode, location: headers.location })
      },
    )
    asking.on('error', reject)
    asking.end()
  })
}
