import { unlinkIdentity } from '../../../db/directory/identities.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message } from '../../../src/core/message.ts'
import { command } from '../../define.ts'

export const unlink = command({
  name: 'unlink',
  about: 'Unlink this account from your record',
  options: {},
  access: anyone,
  changes: true,
  confirm: 'Unlink this account? Reminders will not reach you here any more.',
  examples: ['/profile unlink'],
  async run(context) {
    const { db, now, caller, invocation } = context
    if (!(await unlinkIdentity(db, invocation.caller, now))) {
      throw new UserError(
        'This account was never linked by you: its platform vouches for your e-mail address, so there is nothing to unlink.',
      )
    }
    context.about(`person:${caller.personId}`)
    return message(
      'Unlinked: this account belongs to nobody now.',
      block.buttons(button('Link it again', 'profile link', caller.email ? { email: caller.email } : {})),
    )
  },
})
