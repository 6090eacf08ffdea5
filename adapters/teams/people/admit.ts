import type { Account } from '../../../src/core/address.ts'
import type { Invocation } from '../../../src/core/invocation.ts'
import type { Road } from '../answers/speaker.ts'
import type { Desk } from '../context.ts'
import { faulted } from '../handlers/fault.ts'
import type { Origin } from '../inbound/origin.ts'
import type { TeamsMember } from './accounts.ts'
import { meetIfDue } from './roster.ts'
import { mayUse, vouches } from './trust.ts'

/** Somebody whom the bot answers. */
export interface Guest {
  readonly account: Account
  /** What every invocation of theirs says of them. */
  readonly speaks: Pick<Invocation, 'caller' | 'place' | 'vouchedEmail' | 'profile'>
  readonly road: Road
}

export type Admitted =
  | { readonly kind: 'in'; readonly guest: Guest }
  /** Answered with this sentence alone. */
  | { readonly kind: 'out'; readonly why: string; readonly road: Road; readonly unrecorded?: true }

/** Who somebody is to us: a person of a tenant that may use the bot, or one who is refused politely. */
export async function admit(desk: Desk, origin: Origin): Promise<Admitted> {
  try {
    return await look(desk, origin)
  } catch (error) {
    const why = faulted(desk, error, 'who somebody is could not be told', { untouched: true })
    return { kind: 'out', why, road: roadOf(origin, undefined), unrecorded: true }
  }
}

async function look(desk: Desk, origin: Origin): Promise<Admitted> {
  const { settings } = desk
  const out = (why: string): Admitted => ({ kind: 'out', why, road: roadOf(origin, undefined) })
  const local = settings.app.kind === 'local'
  if (!mayUse(settings, origin.tenant)) return out(notAmong)
  const id = origin.user.account
  if (id === undefined)
    return out('Teams does not tell me who you are; please sign in with your work account.')
  const told = await desk.members.of(origin, id)
  const member = told === 'silent' ? undefined : told
  const home = member?.tenant ?? origin.tenant
  if (!local && !mayUse(settings, home)) return out(notAmong)
  const account = { platform: 'teams', tenant: local ? origin.tenant : home, account: id }
  // Whoever no roster describes may be from anywhere: only one who is known already is of this tenant.
  if (!member && (told === 'silent' || !local) && (await desk.host.nameOf(account)) === undefined) {
    return out(told === 'silent' ? silent : undescribed)
  }
  await desk.references.learn(origin, account)
  if (origin.kind !== 'personal' && !origin.apart) desk.later(meetIfDue(desk, origin))
  return { kind: 'in', guest: guestOf(desk, origin, account, member) }
}

export const notAmong = 'Your organization is not among those that may use me here.'
const silent = 'Teams did not tell me just now who you are. Please try again in a minute.'
const undescribed =
  'Teams does not describe you to me as a member here, so I cannot tell who you are. Please write to me once in our personal chat, and it works here too.'

function guestOf(desk: Desk, origin: Origin, account: Account, member: TeamsMember | undefined): Guest {
  const { user } = origin
  const email = member && vouches(desk.settings, account.tenant, member) ? member.email : undefined
  const name = member?.name ?? user.name ?? account.account
  const unvouched = member?.email === undefined ? '' : ` (${member.email})`
  return {
    account,
    road: roadOf(origin, account),
    speaks: {
      caller: account,
      place: placeOf(origin),
      ...(email === undefined ? {} : { vouchedEmail: email }),
      profile: {
        ...(user.zone === undefined ? {} : { zone: user.zone }),
        ...(user.locale === undefined ? {} : { locale: user.locale }),
        called: `“${name}”${unvouched} in the organization ${account.tenant}`,
      },
    },
  }
}

function placeOf({ tenant, conversation, kind, targeted }: Origin) {
  return { platform: 'teams', tenant, channel: conversation, private: kind === 'personal' || targeted }
}

/** The way back to whoever caused an activity. */
export function roadOf(origin: Origin, account: Account | undefined): Road {
  const { tenant, serviceUrl, bot, user, kind, conversation, at, targeted } = origin
  return {
    tenant,
    serviceUrl,
    bot,
    user: user.id,
    name: user.name,
    account,
    kind,
    conversation,
    at,
    private: kind === 'personal' || targeted,
  }
}
