import { identitiesOf } from '../../../db/directory/identities.ts'
import { type Account, formatAccount } from '../../../src/core/address.ts'
import { eachTime } from '../../../src/core/feature/notice.ts'
import { message, rich } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'

interface Linked {
  readonly personId: number
  readonly account: Account
  /** What the platform calls the account. */
  readonly called?: string | undefined
}

/**
 * Tells a person on each account linked before that another one is about to speak for them, so that somebody who got
 * hold of a code or of the secretariat's word does not go unnoticed.
 */
export async function tellEarlierAccounts(
  { db, notify }: Pick<Context, 'db' | 'notify'>,
  { personId, account, called }: Linked,
): Promise<void> {
  const isNew = (other: Account) => formatAccount(other) !== formatAccount(account)
  const earlier = (await identitiesOf(db, personId)).filter(isNew)
  const notice = message(
    rich`Another account was linked to you: ${called ?? account.account} on ${account.platform} now speaks for you too, and reads what you may read. If it is not yours, tell the secretariat at once.`,
  )
  notify(
    earlier.map((told) => ({
      key: `linked-anew:${formatAccount(account)}:${eachTime}:${formatAccount(told)}`,
      personId,
      account: told,
      kind: 'linked',
      subject: `person:${personId}`,
      message: notice,
    })),
  )
}
