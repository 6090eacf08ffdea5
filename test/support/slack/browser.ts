import type { FarSide } from './farSide.ts'
import type { Granting } from './signed.ts'

/** A page as a browser got it. */
export interface Page {
  readonly status: number
  readonly html: string
  readonly headers: Headers
}

export interface Begun extends Page {
  readonly state: string
  /** What the browser keeps, as it sends it back. */
  readonly cookie: string
  /** Where the page leads. */
  readonly link: URL
}

/** Opens the page on which an installation begins. */
export async function beginInstall(base: string): Promise<Begun> {
  const page = await get(`${base}/slack/install`)
  const href = /href="([^"]+)"/.exec(page.html)?.[1] ?? ''
  const link = new URL(href.replaceAll('&amp;', '&'))
  const [cookie = ''] = (page.headers.get('set-cookie') ?? '').split(';')
  return { ...page, link, cookie, state: link.searchParams.get('state') ?? '' }
}

/** Slack sends the browser back to us. */
export function comeBack(
  base: string,
  query: Readonly<Record<string, string>>,
  cookie?: string,
): Promise<Page> {
  return get(`${base}/slack/oauth_redirect?${new URLSearchParams(query)}`, cookie)
}

/** A whole installation into a workspace of the fake Slack. */
export async function install(
  { base, far }: { readonly base: string; readonly far: FarSide },
  team: string,
  granting?: Granting,
): Promise<Page> {
  const { state, cookie } = await beginInstall(base)
  far.grant(`code-${state}`, team, granting)
  return comeBack(base, { code: `code-${state}`, state }, cookie)
}

async function get(url: string, cookie?: string): Promise<Page> {
  const headers = cookie === undefined ? {} : { cookie }
  const response = await fetch(url, { headers, redirect: 'manual' })
  return { status: response.status, html: await response.text(), headers: response.headers }
}
