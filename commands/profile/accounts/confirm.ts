import { linkIdentity } from '../../../db/directory/identities.ts'
import { decidedRequest, decideLink } from '../../../db/directory/links.ts'
import { formatAccount } from '../../../src/core/address.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { type Context, command } from '../../define.ts'
import { tellEarlierAccounts } from './tellEarlierAccounts.ts'

const request = required(option.record({ about: 'The request’s number, e.g. L3', prefix: 'L' }))

export const confirmLink = command({
  name: 'confirm',
  about: 'Confirm that an account belongs to a person who asked to be linked',
  options: { request },
  access: secretariat,
  changes: true,
  examples: ['/profile confirm L1'],
  async run(context, { request: id }) {
    const { db, now, caller } = context
    const decided = await decideLink(db, { id, decidedBy: caller.personId, outcome: 'confirmed' }, now)
    if (!decided) throw await decidedBefore(context, id)
    const { platform, tenant, account } = decided
    await tellEarlierAccounts(context, {
      personId: decided.personId,
      account: { platform, tenant, account },
    })
    await linkIdentity(db, { ...decided, via: 'secretariat' }, now)
    context.about(`person:${decided.personId}`)
    context.notify([
      {
        key: `linked:${id}`,
        personId: decided.personId,
        kind: 'linked',
        subject: `link:${id}`,
        message: message(
          rich`The secretariat confirmed it: your account on ${decided.platform} is linked. /help shows what I can do.`,
          block.buttons(button('Set my time zone', 'profile timezone'), button('Help', 'help')),
        ),
      },
    ])
    return message(rich`Linked ${formatAccount(decided)} to ${decided.name}.`)
  },
})

export const refuseLink = command({
  name: 'refuse',
  about: 'Refuse to link an account to a person',
  options: { request },
  access: secretariat,
  changes: true,
  examples: ['/profile refuse L1'],
  async run(context, { request: id }) {
    const { db, now, caller } = context
    const decided = await decideLink(db, { id, decidedBy: caller.personId, outcome: 'refused' }, now)
    if (!decided) throw await decidedBefore(context, id)
    context.about(`person:${decided.personId}`)
    return message(rich`Refused: ${formatAccount(decided)} stays unlinked.`)
  },
})

/** What became of a request that is not open. */
async function decidedBefore({ db }: Context, id: number): Promise<UserError> {
  const before = await decidedRequest(db, id)
  return new UserError(
    before
      ? `L${id} was ${before.outcome} by ${before.by} already; nothing was changed.`
      : `There is no request L${id}.`,
  )
}
