/** Programs that lead to another address and write it after a name of their own. */
const wrappers: readonly (readonly [host: RegExp, name: string])[] = [
  [/\.safelinks\.protection\.outlook\.com$/, 'url'],
  [/^www\.google\.[a-z.]{2,6}$/, 'q'],
  [/^www\.google\.[a-z.]{2,6}$/, 'url'],
  [/^l\.facebook\.com$/, 'u'],
  [/^www\.linkedin\.com$/, 'url'],
]

/** The paths under which they do so. */
const wrapping = /^\/(?:url|l\.php|safety\/go|redir\/redirect)?\/?$/

const trackers = /^(?:utm_[a-z]+|fbclid|gclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|ref_src)$/i

/** The address to which a tracked one leads, without what only tells where a reader came from. */
export function untracked(address: string): string {
  const url = new URL(address)
  const wrapped = wrappers.find(([host, name]) => host.test(url.hostname) && url.searchParams.has(name))
  const target = wrapped && wrapping.test(url.pathname) ? url.searchParams.get(wrapped[1]) : null
  if (target !== null && /^https?:\/\/\S+$/i.test(target) && URL.canParse(target))
    return withoutTrackers(new URL(target))
  return withoutTrackers(url)
}

function withoutTrackers(url: URL): string {
  const names = [...url.searchParams.keys()].filter((name) => trackers.test(name))
  for (const name of names) url.searchParams.delete(name)
  return url.href
}
