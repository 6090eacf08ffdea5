import { commaList } from './lists.ts'

/** Whose word on e-mail addresses is taken, and for which domains. */
export interface Trusted {
  readonly id: string
  /** In lower case; `*` for all. */
  readonly domains: readonly string[]
}

/** A list such as `T0123:un.org,T0456:interpol.int+interpol.net,T0789:*`; an entry that is none is undefined. */
export function readTrust(
  text: string | undefined,
  isId: (id: string) => boolean,
): readonly (Trusted | undefined)[] {
  return commaList(text).map((entry) => {
    const [, id = '', domains = ''] = /^([^:]+):(\*|[a-zA-Z0-9.+-]+)$/.exec(entry) ?? []
    return isId(id) ? { id, domains: domains.toLowerCase().split('+') } : undefined
  })
}
