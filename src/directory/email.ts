import { UserError } from '../core/errors.ts'
import { typedAddress } from '../core/text/mailAddress.ts'
import { shorten } from '../core/text/text.ts'

/** A typed e-mail address as it is compared: in lower case. Raises `UserError` for what is none. */
export function readEmail(text: string): string {
  const address = typedAddress(text)
  if (address !== undefined) return address
  throw new UserError(`“${shorten(text, 60)}” is not an e-mail address such as name@example.org.`, {
    option: 'email',
  })
}
