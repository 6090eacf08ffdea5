import { UserError } from '../core/errors.ts'
import { foldAddress } from '../core/text/mailAddress.ts'
import { shorten } from '../core/text/text.ts'

/** An e-mail address as it is compared: in lower case. Raises `UserError` for what is none. */
export function readEmail(text: string): string {
  const address = foldAddress(
    text
      .trim()
      .replace(/^(mailto:|<)/i, '')
      .replace(/>$/, ''),
  )
  const [local, domain, ...rest] = address.split('@')
  const single = local !== '' && rest.length === 0 && !/[\s<>(),;:"]/.test(address)
  if (single && domain?.split('.').every((label) => label !== '') && domain.includes('.')) return address
  throw new UserError(`“${shorten(text, 60)}” is not an e-mail address such as name@example.org.`, {
    option: 'email',
  })
}
