import { UserError } from '../errors.ts'
import { shorten } from './text.ts'

/** A typed web address, or null when none was typed. Raises `UserError` for anything but http and https. */
export function readLink(typed: string | undefined): string | null {
  if (typed === undefined) return null
  const text = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(typed) ? `https://${typed}` : typed
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && (url.protocol === 'https:' || url.protocol === 'http:') && !/\s/.test(text)) return url.href
  throw new UserError(
    `“${shorten(typed)}” is not a web address; wanted is one such as https://meet.example/room.`,
    { option: 'link' },
  )
}
