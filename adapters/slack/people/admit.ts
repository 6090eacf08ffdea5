import type { Account } from '../../../src/core/address.ts'
import { newFault } from '../../../src/core/fault.ts'
import type { Invocation } from '../../../src/core/invocation.ts'
import type { Road } from '../answers/speaker.ts'
import type { Clients } from '../api/clients.ts'
import type { Desk } from '../context.ts'
import type { Origin } from '../inbound/origin.ts'
import { type SlackUser, strangerIn } from './accounts.ts'
import type { Installation } from './installations.ts'
import { mayUse } from './trust.ts'

/** Somebody whom the bot answers. */
export interface Guest {
  readonly account: Account
  readonly installation: Installation
  readonly clients: Clients
  /** What every invocation of theirs says of them. */
  readonly speaks: Pick<Invocation, 'caller' | 'place' | 'vouchedEmail' | 'profile'>
  readonly road: Road
}

export type Admitted =
  | { readonly kind: 'in'; readonly guest: Guest }
  /** Answered with this sentence alone. */
  | { readonly kind: 'out'; readonly why: string; readonly road: Road; readonly unrecorded?: true }

/**
 * Who somebody is to us: a person of a workspace in which the app is installed, or one who is refused politely.
 * Where that cannot be told just now, nothing was recorded and the same event may come again.
 */
export async function admit(desk: Desk, origin: Origin): Promise<Admitted> {
  try {
    return await look(desk, origin)
  } catch (error) {
    const { reference, sentence } = newFault({ untouched: true })
    desk.log.error({ err: error, reference }, 'who somebody is could not be told')
    return { kind: 'out', why: sentence, road: roadOf(desk, origin), unrecorded: true }
  }
}

async function look(desk: Desk, origin: Origin): Promise<Admitted> {
  const { settings, installations } = desk
  const out = (why: string, road = roadOf(desk, origin)): Admitted => ({ kind: 'out', why, road })
  if (settings.appId !== undefined && origin.appId !== undefined && origin.appId !== settings.appId) {
    return out('This request is meant for another app.')
  }
  const installation = await installations.forOrigin(origin)
  if (!installation) {
    return out(
      mayUse(settings.teams, { tenant: origin.tenant, enterprise: undefined }, origin.team)
        ? 'I am not installed in this workspace any more; an administrator can install me again.'
        : notAmong,
    )
  }
  if (!mayUse(settings.teams, installation, origin.team)) return out(notAmong)
  const clients = desk.clients.of(await desk.tokenOf(installation))
  const road = roadOf(desk, origin, { tenant: installation.tenant, clients })
  const user = await desk.people.of(installation.tenant, origin.user, clients).catch((error: unknown) => {
    desk.log.warn({ err: error, tenant: installation.tenant }, 'Slack did not describe an account')
    return undefined
  })
  if (!user) return out('Slack did not tell me just now who you are. Please try again in a minute.', road)
  const barred =
    user.barred ??
    (user.deactivated ? 'This account is deactivated.' : strangerIn(installation, origin, user))
  if (barred !== undefined) return out(barred, road)
  const own = await isOwn(desk, origin, installation.tenant, clients)
  return { kind: 'in', guest: guestOf(desk, origin, installation, user, { ...road, clients, private: own }) }
}

/** Whether a conversation is the bot's own with the person; where Slack does not say, others may read there. */
async function isOwn(desk: Desk, origin: Origin, tenant: string, clients: Clients): Promise<boolean> {
  if (origin.private !== 'ask') return origin.private
  const direct = await desk.speaker.direct(tenant, origin.user, clients).catch((error: unknown) => {
    desk.log.warn({ err: error, tenant }, 'Slack did not say whose a conversation is')
    return undefined
  })
  return direct === origin.channel
}

const notAmong = 'This workspace is not among those that may use me here.'

/** The way back to whoever caused an event; without clients only the address that came with it leads there. */
function roadOf(
  desk: Desk,
  origin: Origin,
  at: { readonly tenant: string; readonly clients?: Clients } = { tenant: origin.tenant },
): Road {
  return {
    tenant: at.tenant,
    clients: at.clients,
    user: origin.user,
    channel: origin.channel,
    thread: origin.thread,
    private: origin.private === true,
    responseUrl: origin.responseUrl,
    at: desk.clock.now().getTime(),
  }
}

function guestOf(
  desk: Desk,
  origin: Origin,
  installation: Installation,
  user: SlackUser,
  road: Road & { readonly clients: Clients },
): Guest {
  const { tenant } = installation
  const account = { platform: 'slack', tenant, account: origin.user }
  const vouchedEmail = desk.vouches(installation, user.email) ? user.email : undefined
  return {
    account,
    installation,
    clients: road.clients,
    road,
    speaks: {
      caller: account,
      place: {
        platform: 'slack',
        tenant,
        channel: origin.channel ?? origin.user,
        private: road.private,
      },
      ...(vouchedEmail === undefined ? {} : { vouchedEmail }),
      profile: {
        ...(user.zone === undefined ? {} : { zone: user.zone }),
        ...(user.locale === undefined ? {} : { locale: user.locale }),
        called: `“${user.name ?? account.account}”${user.email === undefined ? '' : ` (${user.email})`} in the workspace ${user.team ?? tenant}`,
      },
    },
  }
}
