import { type Unreachable, unreachablePeople } from '../../../db/directory/unreachable.ts'
import { viewerOf } from '../../../db/directory/visibility/audience.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { block, button, message, type Rich, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { command } from '../../define.ts'

const most = 60
const days = 30

export const unreachable = command({
  name: 'unreachable',
  about: 'People who could not be reached lately, and why',
  heading: 'People who cannot be reached',
  options: {},
  access: secretariat,
  examples: ['/reminder unreachable'],
  async run(context) {
    const { db, now, today, caller, hasMail } = context
    const since = new Date(now.getTime() - days * 86_400_000)
    const found = await unreachablePeople(db, since, most, viewerOf(caller, today))
    context.disclosed(
      found.flatMap(({ id, email }) =>
        email === null ? [] : [{ personId: id, fields: ['email'] as const }],
      ),
    )
    if (found.length === 0)
      return message(`Everybody to whom something was sent in the last ${days} days could be reached.`)
    return message(
      `${counted(found.length, 'person', 'people')} could not be reached in the last ${days} days:`,
      block.list(found.map(line)),
      block.text(
        hasMail
          ? 'Whoever has an e-mail address in the directory is written to by e-mail when no account of theirs can be reached.'
          : 'Once outgoing mail is set up (SMTP_URL), whoever has no account that can be reached is written to by e-mail.',
      ),
      block.buttons(button('What failed', 'reminder failed')),
    )
  },
})

function line({ name, email, emailHidden, entity, missed, accounts }: Unreachable): Rich {
  const faults = accounts.map(({ platform, fault }) => `${platform}: ${fault ?? 'cannot be written to'}`)
  const why = faults.length === 0 ? 'has linked no account' : faults.join('; ')
  return rich`${name}${entity === null ? '' : ` (${entity})`}, ${email ?? (emailHidden ? 'an e-mail address that is not shown to you' : 'no e-mail address')}: ${why}. Missed ${counted(missed, 'notice')}.`
}
