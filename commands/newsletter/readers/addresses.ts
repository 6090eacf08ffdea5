import { UserError } from '../../../src/core/errors.ts'
import { typedAddress } from '../../../src/core/text/addresses/mailAddress.ts'
import { shorten } from '../../../src/core/text/text.ts'

export interface Address {
  /** In lower case. */
  readonly email: string
  readonly name: string | null
}

const most = 100

/** `a@b.org, Name <c@d.org>`: each address once. Raises `UserError` for what is none. */
export function readAddresses(typed: string): readonly Address[] {
  const parts = typed
    .split(/[,;\n]/)
    .flatMap((part) => partedByBlanks(part.trim()))
    .filter((part) => part !== '')
  if (parts.length > most)
    throw new UserError(`That names ${parts.length}; at most ${most} can be named at once.`, {
      option: 'email',
    })
  const read = parts.map(readAddress)
  if (read.length === 0)
    throw new UserError('Name an address, such as name@organization.org.', { option: 'email' })
  return read.filter(({ email }, at) => read.findIndex((one) => one.email === email) === at)
}

/** `a@b.org c@d.org`: addresses alone may be separated by spaces. */
function partedByBlanks(part: string): readonly string[] {
  const pieces = part.split(/\s+/)
  return pieces.every((piece) => /^[^<@]+@[^@>]+$/.test(piece)) ? pieces : [part]
}

function readAddress(part: string): Address {
  const open = part.indexOf('<')
  const inside = open >= 0 && part.endsWith('>') ? part.slice(open + 1, -1) : part
  const email = typedAddress(inside)
  if (email === undefined) {
    throw new UserError(
      `“${shorten(part)}” is not an e-mail address. Try name@organization.org. Nobody was added.`,
      {
        option: 'email',
      },
    )
  }
  const name = open > 0 ? part.slice(0, open).trim().replace(/^"|"$/g, '').trim() : ''
  return { email, name: name === '' ? null : shorten(name, 200) }
}
