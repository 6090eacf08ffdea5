import { UserError } from '../../errors.ts'
import { shorten } from '../text.ts'

/** A typed web address, or null when none was typed. Raises `UserError` for anything but http and https. */
export function readLink(typed: string | undefined): string | null {
  if (typed === undefined) return null
  const text = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(typed) ? `https://${typed}` : typed
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && (url.protocol === 'https:' || url.protocol === 'http:') && !/\s/.test(text))
    return withoutUser(url.href)
  throw new UserError(
    `“${shorten(typed)}” is not a web address: give one such as https://meet.example/room.`,
    { option: 'link' },
  )
}

/** An address without the name before its host, `https://www.un.org@elsewhere.example/`, which hides where it leads. */
export function withoutUser(address: string): string {
  const url = new URL(address)
  if (url.username === '' && url.password === '') return address
  url.username = ''
  url.password = ''
  return url.href
}

/** Whether it is the https address of a server: no path, no query. */
export function isHttpsOrigin(url: string): boolean {
  return URL.canParse(url) && /^https:\/\/[^\s/?#]+$/.test(url)
}

/** The address without the slashes at its end. */
export function withoutSlash(url: string): string {
  let end = url.length
  while (url[end - 1] === '/') end -= 1
  return url.slice(0, end)
}

/** What two addresses of the same page have in common: without protocol, `www.`, mark, tracking and a slash at the end. */
export function addressKey(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url)
  const asked = [...searchParams].filter(([name]) => !/^(?:utm_\w+|fbclid|gclid)$/i.test(name))
  const query = new URLSearchParams(asked.toSorted(([one], [other]) => one.localeCompare(other))).toString()
  const path = withoutSlash(pathname)
  return `${hostname.replace(/^www\./, '')}${port === '' ? '' : `:${port}`}${path}${query === '' ? '' : `?${query}`}`
}
