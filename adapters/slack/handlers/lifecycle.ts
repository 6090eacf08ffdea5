import type { AdapterContext, EventOutcome } from '../context.ts'
import { plainText } from '../forms/inputs.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { admit } from '../people/admit.ts'

type Of<K extends Incoming['kind']> = Extract<Incoming, { kind: K }>

/** Somebody opened the bot’s Home tab. */
export async function handleHome(context: AdapterContext, { origin }: Of<'home'>): Promise<EventOutcome> {
  const admitted = await admit(context, origin)
  if (admitted.kind === 'in') {
    const { account, clients, speaks } = admitted.user
    const { vouchedEmail, profile } = speaks
    await context.homes.publish({
      tenant: account.tenant,
      user: account.account,
      clients,
      ...(vouchedEmail === undefined ? {} : { vouchedEmail }),
      ...(profile === undefined ? {} : { profile }),
    })
    return 'done'
  }
  const { why, route, unrecorded } = admitted
  if (unrecorded) return 'again'
  await route.clients?.quick.views.publish({
    user_id: origin.user,
    view: { type: 'home', blocks: [{ type: 'section', text: plainText(why, 3_000) }] },
  })
  return 'done'
}

/** Slack describes an account: the description is kept, and a deleted account is no longer written to. */
export async function handleProfile(
  context: AdapterContext,
  { origin, user: told }: Of<'profile'>,
): Promise<EventOutcome> {
  const installation = await context.installations.forOrigin(origin)
  if (!installation) return 'done'
  const user = await context.people.describedAs(installation.tenant, told)
  if (!user) return 'done'
  await context.host.met(
    { platform: 'slack', tenant: installation.tenant, account: user.id },
    {
      ...(user.zone === undefined ? {} : { zone: user.zone }),
      ...(user.locale === undefined ? {} : { locale: user.locale }),
      ...(user.deactivated ? { gone: 'the account is deactivated; link another one' } : {}),
    },
  )
  return 'done'
}

/** The app was removed from a workspace: nothing is delivered there any more, but no data is lost. */
export async function handleEnd(
  context: AdapterContext,
  incoming: Of<'uninstalled'> | Of<'revoked'>,
): Promise<EventOutcome> {
  const { origin, at } = incoming
  // Only for this workspace: the organization's installation ends with an event of its own.
  const bots = incoming.kind === 'revoked' ? incoming.bots : undefined
  const ended = await context.installations.end(origin.tenant, at, bots)
  if (ended) context.log.warn({ tenant: origin.tenant }, 'the app was uninstalled from a workspace')
  return 'done'
}

/** A channel was archived or deleted, or the bot was removed from it. */
export async function handleRoomGone(
  context: AdapterContext,
  incoming: Of<'room-gone'>,
): Promise<EventOutcome> {
  const { origin, channel, why, left } = incoming
  const installation = await context.installations.forOrigin(origin)
  if (!installation || (left !== undefined && left !== installation.botUserId)) return 'done'
  await context.host.lost({ platform: 'slack', tenant: installation.tenant, channel }, why)
  return 'done'
}
