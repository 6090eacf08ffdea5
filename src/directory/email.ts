import { UserError } from '../core/errors.ts'
import { typedAddress } from '../core/text/addresses/mailAddress.ts'
import { shorten } from '../core/text/text.ts'

/** A typed address, and the name before it where it is written `Name <name@example.org>`. Raises `UserError`. */
export function readMailbox(text: string): { readonly email: string; readonly name: string | undefined } {
  const email = readEmail(text)
  const before = /^([^<>]+)<[^<>]+>$/.exec(text.trim())?.[1] ?? ''
  const name = before.replace(/["“”]/g, '').trim()
  // Some programs write the address itself in the place of the name.
  return { email, name: name === '' || name.includes('@') ? undefined : name }
}

/**
 * A typed e-mail address as it is compared: in lower case, also out of `Name <name@example.org>`. Raises `UserError` for
 * what is none, and for several.
 */
export function readEmail(text: string): string {
  const address = typedAddress(text) ?? typedAddress(/^[^<>]*<([^<>]+)>$/.exec(text.trim())?.[1] ?? '')
  if (address !== undefined) return address
  const several = text.split(/[\s;,/|]+/).filter((part) => typedAddress(part) !== undefined)
  if (several.length > 1) {
    throw new UserError(
      `“${shorten(text, 60)}” are ${several.length} addresses: give the one that this person reads.`,
      { option: 'email' },
    )
  }
  throw new UserError(`“${shorten(text, 60)}” is not an e-mail address such as name@example.org.`, {
    option: 'email',
  })
}
