import type { Forbidden } from '../../../src/chat/delivery/forbidden.ts'
import { type Admitted, admitOr, type AdmittedUser as ChatGuest } from '../../../src/chat/people/admission.ts'
import type { Clock } from '../../../src/core/clock.ts'
import type { Log } from '../../../src/core/log.ts'
import type { ClientPool, Clients } from '../api/clients.ts'
import type { DirectChannels } from '../api/directChannels.ts'
import type { Origin } from '../inbound/origin.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import type { SlackSettings } from '../settings.ts'
import { type People, type SlackUser, strangerIn } from './accounts.ts'
import type { Installation, Installations } from './installations.ts'
import { mayUse } from './trust.ts'

/** Somebody whom the bot answers, and how to reply to them. */
export interface AdmittedUser extends ChatGuest {
  readonly installation: Installation
  readonly clients: Clients
  readonly route: ReplyRoute
}

/** Everything that admission looks at. */
interface AdmitDependencies {
  readonly settings: Pick<SlackSettings, 'appId' | 'teams'>
  readonly log: Log
  readonly clock: Clock
  readonly installations: Pick<Installations, 'forOrigin'>
  readonly clients: ClientPool
  readonly people: Pick<People, 'of'>
  readonly direct: Pick<DirectChannels, 'with'>
  readonly forbidden: Pick<Forbidden, 'heard'>
  tokenOf(installation: Installation): Promise<string>
  vouches(installation: Pick<Installation, 'tenant' | 'enterprise'>, email: string | undefined): boolean
}

type SlackAdmitted = Admitted<AdmittedUser, { readonly route: ReplyRoute }>

/**
 * Tells who somebody is: a person of a workspace in which the app is installed, or one who is politely refused. Never
 * throws.
 */
export function admit(deps: AdmitDependencies, origin: Origin): Promise<SlackAdmitted> {
  return admitOr(deps.log, { route: routeOf(deps, origin) }, () => look(deps, origin))
}

async function look(deps: AdmitDependencies, origin: Origin): Promise<SlackAdmitted> {
  const { settings, installations } = deps
  const out = (why: string, route = routeOf(deps, origin)): SlackAdmitted => ({ kind: 'out', why, route })
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
  const clients = deps.clients.of(await deps.tokenOf(installation))
  const route = routeOf(deps, origin, { tenant: installation.tenant, clients })
  const user = await deps.people.of(installation.tenant, origin.user, clients).catch((error: unknown) => {
    deps.log.warn({ err: error, tenant: installation.tenant }, 'failed to ask Slack about an account')
    return undefined
  })
  if (!user) return out('Slack did not tell me just now who you are. Please try again in a minute.', route)
  const barred =
    user.barred ??
    (user.deactivated ? 'This account is deactivated.' : strangerIn(installation, origin, user))
  if (barred !== undefined) return out(barred, route)
  const own = await isOwn(deps, origin, installation.tenant, clients)
  const admitted = admittedUser(deps, origin, installation, user, { ...route, clients, private: own })
  const { tenant, account, channel } = { ...admitted.account, channel: admitted.speaks.place.channel }
  await deps.forbidden.heard(admitted.account, [`${tenant}:${account}`, `${tenant}:${channel}`])
  return { kind: 'in', user: admitted }
}

/** Whether only the person can read a conversation; where Slack does not say, others may. */
async function isOwn(
  deps: AdmitDependencies,
  origin: Origin,
  tenant: string,
  clients: Clients,
): Promise<boolean> {
  if (origin.private !== 'ask') return origin.private
  const direct = await deps.direct.with({ tenant, account: origin.user, clients }).catch((error: unknown) => {
    deps.log.warn({ err: error, tenant }, 'failed to ask Slack whose a conversation is')
    return undefined
  })
  return direct === origin.channel
}

const notAmong = 'This workspace is not among those that may use me here.'

/** How to reply to the author of an event; without a client, only by the response URL that came with it. */
function routeOf(
  deps: AdmitDependencies,
  origin: Origin,
  at: { readonly tenant: string; readonly clients?: Clients } = { tenant: origin.tenant },
): ReplyRoute {
  return {
    tenant: at.tenant,
    clients: at.clients,
    user: origin.user,
    channel: origin.channel,
    thread: origin.thread,
    private: origin.private === true,
    responseUrl: origin.responseUrl,
    at: deps.clock.now().getTime(),
  }
}

function admittedUser(
  deps: AdmitDependencies,
  origin: Origin,
  installation: Installation,
  user: SlackUser,
  route: ReplyRoute & { readonly clients: Clients },
): AdmittedUser {
  const { tenant } = installation
  const account = { platform: 'slack', tenant, account: origin.user }
  const vouchedEmail = deps.vouches(installation, user.email) ? user.email : undefined
  return {
    account,
    installation,
    clients: route.clients,
    route,
    speaks: {
      caller: account,
      place: {
        platform: 'slack',
        tenant,
        channel: origin.channel ?? origin.user,
        private: route.private,
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
