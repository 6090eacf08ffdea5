import { createRemembered } from '../../../src/chat/work/remembered.ts'
import type { Recipient } from '../../../src/core/adapter.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import { object } from '../../../src/core/json.ts'
import { deliveryError, slackWord } from '../api/faults.ts'
import type { AdapterContext } from '../context.ts'
import { readUser, strangerIn } from '../people/accounts.ts'

/** How long an address that no workspace knows is not looked up again. */
const unknownCacheMs = 3_600_000
const maxAtOnce = 5_000
/** For deliveries in hand that began before the account was linked; afterwards it may have been unlinked. */
const foundForMs = 10_000

type AccountFinderDependencies = Pick<
  AdapterContext,
  'host' | 'clock' | 'installations' | 'clients' | 'tokenOf' | 'vouches'
>

/**
 * Finds accounts by e-mail address, in workspaces whose word on the address is taken, and links them. Raises
 * `DeliveryError`: `gone` where there is none. Several deliveries to somebody new look once.
 */
export function createAccountFinder(
  deps: AccountFinderDependencies,
): (to: Pick<Recipient, 'email'>) => Promise<Recipient> {
  const asked = createRemembered<Recipient>({ max: maxAtOnce, ttlMs: foundForMs, clock: deps.clock })
  return async ({ email }) => {
    if (email === null) throw none()
    return asked.ask(email.toLowerCase(), () => find(deps, email))
  }
}

async function find(context: AccountFinderDependencies, email: string): Promise<Recipient> {
  const unknown = { platform: 'slack', kind: 'unknown', tenant: '-', key: email.toLowerCase() }
  if (await context.host.keep.get(unknown)) throw none()
  for (const installation of await context.installations.all()) {
    if (!context.vouches(installation, email)) continue
    const { tenant } = installation
    const clients = context.clients.of(await context.tokenOf(installation))
    const asked = await clients.patient.users.lookupByEmail({ email }).catch((error: unknown) => {
      if (slackWord(error) === 'users_not_found') return undefined
      throw deliveryError(error)
    })
    const user = asked && readUser(object(asked.user))
    if (!user || user.barred !== undefined || user.deactivated) continue
    if (strangerIn(installation, { userTeam: undefined }, user) !== undefined) continue
    const account = { platform: 'slack', tenant, account: user.id }
    if (await context.host.link(account, email)) return { ...account, email, name: user.name ?? email }
  }
  const expiresAt = new Date(context.clock.now().getTime() + unknownCacheMs)
  await context.host.keep.put(unknown, {}, { expiresAt })
  throw none()
}

function none(): DeliveryError {
  return new DeliveryError('No workspace that is trusted with the e-mail address has an account for it.', {
    kind: 'gone',
  })
}
