import type { Recipient } from '../../../src/core/adapter.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import { object } from '../../../src/core/json.ts'
import { deliveryError, slackWord } from '../api/faults.ts'
import type { AdapterContext } from '../context.ts'
import { readUser, strangerIn } from '../people/accounts.ts'

/** How long an address that no workspace knows is not asked for again. */
const unknownMs = 3_600_000

/**
 * The account of an e-mail address in a workspace whose word on it is taken, linked from then on. Raises
 * `DeliveryError`: `gone` where there is none.
 */
export async function accountByEmail(context: AdapterContext, { email }: Recipient): Promise<Recipient> {
  if (email === null) throw none()
  const asked = underway.get(context) ?? new Map<string, Promise<Recipient>>()
  underway.set(context, asked)
  const key = email.toLowerCase()
  // Several deliveries to somebody new ask once.
  const asking = asked.get(key) ?? find(context, email).finally(() => asked.delete(key))
  asked.set(key, asking)
  return asking
}

const underway = new WeakMap<AdapterContext, Map<string, Promise<Recipient>>>()

async function find(context: AdapterContext, email: string): Promise<Recipient> {
  const unknown = { platform: 'slack', kind: 'unknown', tenant: '-', key: email.toLowerCase() }
  if (await context.host.keep.get(unknown)) throw none()
  for (const installation of await context.installations.all()) {
    if (!context.vouches(installation, email)) continue
    const { tenant } = installation
    const clients = context.clients.of(await context.tokenOf(installation))
    const asked = await clients.patient.users.lookupByEmail({ email }).catch((error: unknown) => {
      if (slackWord(error) === 'users_not_found') return undefined
      const failed = deliveryError(error)
      // Nothing was said yet, whatever became of the call.
      throw failed.fault.kind === 'ambiguous'
        ? new DeliveryError(failed.message, { kind: 'retryable' })
        : failed
    })
    const user = asked && readUser(object(asked.user))
    if (!user || user.barred !== undefined || user.deactivated) continue
    if (strangerIn(installation, { userTeam: undefined }, user) !== undefined) continue
    const account = { platform: 'slack', tenant, account: user.id }
    if (await context.host.link(account, email)) return { ...account, email, name: user.name ?? email }
  }
  const expiresAt = new Date(context.clock.now().getTime() + unknownMs)
  await context.host.keep.put(unknown, {}, { expiresAt })
  throw none()
}

function none(): DeliveryError {
  return new DeliveryError('No workspace whose word is taken knows the e-mail address.', { kind: 'gone' })
}
