import type { Forbidden } from '../../../src/chat/delivery/forbidden.ts'
import { type Admitted, admitOr, type AdmittedUser as ChatGuest } from '../../../src/chat/people/admission.ts'
import type { Host } from '../../../src/core/adapter.ts'
import type { Account } from '../../../src/core/address.ts'
import type { Origin } from '../inbound/origin.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import type { Members, TeamsMember } from './accounts.ts'
import { meetIfDue, type RosterDependencies } from './roster.ts'
import { mayUse, vouches } from './trust.ts'

/** Somebody whom the bot answers, and how to reply to them. */
export interface AdmittedUser extends ChatGuest {
  readonly route: ReplyRoute
}

/** Everything that admission looks at. */
interface AdmitDependencies extends RosterDependencies {
  readonly host: Pick<Host, 'link' | 'nameOf'>
  readonly members: Members
  readonly forbidden: Pick<Forbidden, 'heard'>
  later(work: Promise<unknown>): void
}

type TeamsAdmitted = Admitted<AdmittedUser, { readonly route: ReplyRoute }>

/** Tells who somebody is: a person of a tenant that may use the bot, or one who is politely refused. Never throws. */
export function admit(deps: AdmitDependencies, origin: Origin): Promise<TeamsAdmitted> {
  return admitOr(deps.log, { route: routeOf(origin, undefined) }, () => look(deps, origin))
}

async function look(deps: AdmitDependencies, origin: Origin): Promise<TeamsAdmitted> {
  const { settings } = deps
  const out = (why: string): TeamsAdmitted => ({ kind: 'out', why, route: routeOf(origin, undefined) })
  const local = settings.app.kind === 'local'
  if (!mayUse(settings, origin.tenant)) return out(organizationNotAllowed)
  const id = origin.user.account
  if (id === undefined)
    return out('Teams does not tell me who you are; please sign in with your work account.')
  const told = await deps.members.of(origin, id)
  const member = told === 'silent' ? undefined : told
  const home = member?.tenant ?? origin.tenant
  if (!local && !mayUse(settings, home)) return out(organizationNotAllowed)
  const account = { platform: 'teams', tenant: local ? origin.tenant : home, account: id }
  // An account on no roster may come from anywhere; only one already known surely belongs to this tenant.
  if (!member && (told === 'silent' || !local) && (await deps.host.nameOf(account)) === undefined) {
    return out(told === 'silent' ? silent : undescribed)
  }
  await deps.references.learn(origin, account)
  const { tenant } = account
  await deps.forbidden.heard(account, [`${tenant}:${id}`, `${origin.tenant}:${origin.conversation}`])
  if (origin.kind !== 'personal' && !origin.apart) deps.later(meetIfDue(deps, origin))
  return { kind: 'in', user: admittedUser(deps, origin, account, member) }
}

export const organizationNotAllowed = 'Your organization is not among those that may use me here.'
const silent = 'Teams did not tell me just now who you are. Please try again in a minute.'
const undescribed =
  'Teams does not describe you to me as a member here, so I cannot tell who you are. Please write to me once in our personal chat, and it works here too.'

function admittedUser(
  deps: AdmitDependencies,
  origin: Origin,
  account: Account,
  member: TeamsMember | undefined,
): AdmittedUser {
  const { user } = origin
  const email = member && vouches(deps.settings, account.tenant, member) ? member.email : undefined
  const name = member?.name ?? user.name ?? account.account
  const unvouched = member?.email === undefined ? '' : ` (${member.email})`
  return {
    account,
    route: routeOf(origin, account),
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

/** How to reply to the author of an activity. */
export function routeOf(origin: Origin, account: Account | undefined): ReplyRoute {
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
