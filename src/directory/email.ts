import { UserError } from '../core/errors.ts'
import { typedAddress } from '../core/text/mailAddress.ts'
import { shorten } from '../core/text/text.ts'

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
