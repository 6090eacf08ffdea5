import { commaList } from './lists.ts'

/** A workspace or tenant that is trusted to vouch for e-mail addresses, and for which domains. */
export interface Trusted {
  readonly id: string
  /** In lower case; `*` for all. */
  readonly domains: readonly string[]
}

/** Reads a list such as `T0123:un.org,T0456:interpol.int+interpol.net,T0789:*`; an invalid entry is undefined. */
export function readTrust(
  text: string | undefined,
  isId: (id: string) => boolean,
): readonly (Trusted | undefined)[] {
  return commaList(text).map((entry) => {
    const [, id = '', domains = ''] = /^([^:]+):(\*|[a-zA-Z0-9.+-]+)$/.exec(entry) ?? []
    return isId(id) ? { id, domains: domains.toLowerCase().split('+') } : undefined
  })
}
