/** The longest address that stands in a line as it is, and how much is shown of a longer one. */
const longest = 60
const most = 39

/**
 * An address of the web as a link shows it: of a long one, such as a room of a video call, its beginning up to a whole
 * part of its path, at most 40 characters with the sign of what was left out. Any other text is given back.
 */
export function shownAddress(url: string, fits = longest): string {
  if (url.length <= fits || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return url
  const path = url.indexOf('/', 'https://'.length)
  // What stands before the path must be the server alone, which is the part that a reader goes by.
  if (path < 0 || path > most || url.slice(0, path).toLowerCase() !== new URL(url).origin) return url
  let end = path
  for (const { index } of url.slice(0, most).matchAll(/[/?&#]/g)) if (index > end) end = index
  const kept = url.slice(0, url[end] === '/' ? end + 1 : end)
  // Behind any other sign the three dots would look like a part of another address.
  return /[a-z\d/]$/i.test(kept) ? `${kept}…` : url
}
