import { endedEntryOf } from '../../../db/directory/identities.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Account } from '../../core/address.ts'
import { type Catalog, findCommand } from '../../core/catalog.ts'
import { UserError } from '../../core/errors.ts'
import type { Input } from '../../core/invocation.ts'
import { button } from '../../core/message.ts'
import { endedWords } from '../../core/reach/endedWords.ts'

/** An address as it stands in a sentence. */
const address =
  /(?<![^\s<(:,"“])[^\s@<>(),:;"“”]{1,64}@[\p{L}\p{Nd}.-]{1,200}\.\p{L}{2,20}(?![\p{L}\p{Nd}@-])/u
/** Nobody writes more around their address. */
const longest = 200

/** Raised for an account that is linked to nobody who may use it. */
export class NotLinked extends UserError {}

/** Asks somebody whom nobody knows to link their account first, with the address that they typed where they did. */
export function notLinked(typed = ''): UserError {
  const [email] = (typed.length <= longest ? address.exec(typed) : null) ?? []
  return new NotLinked(
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

/**
 * What an account that nobody may use is told: that the entry of its owner has ended, where it is linked to somebody who
 * was retired, else to link it.
 */
export async function refusalToUnknown(db: Db, account: Account, error: NotLinked): Promise<UserError> {
  const entry = await endedEntryOf(db, account)
  return entry ? new UserError(endedWords(entry), { buttons: [button('Help', 'help')] }) : error
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
