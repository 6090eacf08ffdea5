import { type Catalog, findCommand } from '../../core/catalog.ts'
import { UserError } from '../../core/errors.ts'
import type { Input } from '../../core/invocation.ts'
import { button } from '../../core/message.ts'

/** An address as it stands in a sentence. */
const address =
  /(?<![^\s<(:,"“])[^\s@<>(),:;"“”]{1,64}@[\p{L}\p{Nd}.-]{1,200}\.\p{L}{2,20}(?![\p{L}\p{Nd}@-])/u
/** Nobody writes more around their address. */
const longest = 200

/** Asks somebody whom nobody knows to link their account first, with the address that they typed where they did. */
export function notLinked(typed = ''): UserError {
  const [email] = (typed.length <= longest ? address.exec(typed) : null) ?? []
  return new UserError(
    'I do not know you yet: this account is not linked to a person of the directory. Type /profile link followed by your e-mail address, then say it again; until then only /help and /profile link answer.',
    {
      buttons: [
        email === undefined
          ? button('Link my account', 'profile link')
          : button(`Link with ${email}`, 'profile link', { email }),
        button('Help', 'help'),
      ],
    },
  )
}

/** What somebody whom nobody knows is told of a line that cannot be read: what it offers where that is open to them. */
export function refusalToStranger(catalog: Catalog, error: UserError, input: Input): UserError {
  const { buttons } = error
  const isOpen = buttons.every(
    ({ command }) => findCommand(catalog, command)?.command.access.who === 'everyone',
  )
  const leads = buttons.some(({ command }) => command !== 'help')
  return leads && isOpen ? error : notLinked(input.kind === 'line' ? input.text : '')
}
