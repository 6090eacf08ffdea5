import { type Admitted, admitOr, type Guest as ChatGuest } from '../../../src/chat/people/admission.ts'
import type { Clients } from '../api/clients.ts'
import type { AdapterContext } from '../context.ts'
import type { Origin } from '../inbound/origin.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import { type SlackUser, strangerIn } from './accounts.ts'
import type { Installation } from './installations.ts'
import { mayUse } from './trust.ts'

/** Somebody whom the bot answers, and the way back to them. */
export interface Guest extends ChatGuest {
  readonly installation: Installation
  readonly clients: Clients
  readonly route: ReplyRoute
}

type SlackAdmitted = Admitted<Guest, { readonly route: ReplyRoute }>

/**
 * Tells who somebody is: a person of a workspace in which the app is installed, or one who is refused politely.
 * Never throws.
 */
export function admit(context: AdapterContext, origin: Origin): Promise<SlackAdmitted> {
  return admitOr(context.log, { route: routeOf(context, origin) }, () => look(context, origin))
}

async function look(context: AdapterContext, origin: Origin): Promise<SlackAdmitted> {
  const { settings, installations } = context
  const out = (why: string, route = routeOf(context, origin)): SlackAdmitted => ({ kind: 'out', why, route })
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
  const clients = context.clients.of(await context.tokenOf(installation))
  const route = routeOf(context, origin, { tenant: installation.tenant, clients })
  const user = await context.people.of(installation.tenant, origin.user, clients).catch((error: unknown) => {
    context.log.warn({ err: error, tenant: installation.tenant }, 'failed to ask Slack about an account')
    return undefined
  })
  if (!user) return out('Slack did not tell me just now who you are. Please try again in a minute.', route)
  const barred =
    user.barred ??
    (user.deactivated ? 'This account is deactivated.' : strangerIn(installation, origin, user))
  if (barred !== undefined) return out(barred, route)
  const own = await isOwn(context, origin, installation.tenant, clients)
  return {
    kind: 'in',
    guest: guestOf(context, origin, installation, user, { ...route, clients, private: own }),
  }
}

/** Whether nobody but the person reads a conversation; where Slack does not say, others may. */
async function isOwn(
  context: AdapterContext,
  origin: Origin,
  tenant: string,
  clients: Clients,
): Promise<boolean> {
  if (origin.private !== 'ask') return origin.private
  const direct = await context.speaker.direct(tenant, origin.user, clients).catch((error: unknown) => {
    context.log.warn({ err: error, tenant }, 'failed to ask Slack whose a conversation is')
    return undefined
  })
  return direct === origin.channel
}

const notAmong = 'This workspace is not among those that may use me here.'

/** The way back to whoever caused an event; without clients only the address that came with it leads there. */
function routeOf(
  context: AdapterContext,
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
    at: context.clock.now().getTime(),
  }
}

function guestOf(
  context: AdapterContext,
  origin: Origin,
  installation: Installation,
  user: SlackUser,
  route: ReplyRoute & { readonly clients: Clients },
): Guest {
  const { tenant } = installation
  const account = { platform: 'slack', tenant, account: origin.user }
  const vouchedEmail = context.vouches(installation, user.email) ? user.email : undefined
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
