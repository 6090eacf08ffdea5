import { createAccounts } from '../../../src/chat/people/accounts.ts'
import type { Clock } from '../../../src/core/clock.ts'
import { flag, type Json, object, text } from '../../../src/core/json.ts'
import type { Keep } from '../../../src/core/keep.ts'
import { zoneNamed } from '../../../src/core/time/zones/readZone.ts'
import type { Clients } from '../api/clients.ts'
import type { Origin } from '../inbound/origin.ts'
import type { Installation } from './installations.ts'

/** An account as Slack describes it. */
export interface SlackUser {
  readonly id: string
  readonly name: string | undefined
  readonly email: string | undefined
  /** An IANA zone. */
  readonly zone: string | undefined
  /** A BCP 47 tag. */
  readonly locale: string | undefined
  readonly team: string | undefined
  readonly enterprise: string | undefined
  /** Why this account may not use the bot, as a sentence for its owner. */
  readonly barred: string | undefined
  readonly deactivated: boolean
}

export interface People {
  /** The account as Slack describes it. Raises Slack's error where no earlier description is known. */
  of(tenant: string, user: string, clients: Clients): Promise<SlackUser>
  /** Takes over a description that Slack sent in an event. */
  describedAs(tenant: string, user: Json): Promise<SlackUser | undefined>
}

/** Slack reports most changes in events; otherwise it is asked once a day. */
export function createPeople(keep: Keep, clock: Clock): People {
  const accounts = createAccounts<SlackUser>({ platform: 'slack', kind: 'user', keep, clock, read: readKept })
  return {
    async of(tenant, id, clients) {
      const user = await accounts.of(tenant, id, async () => {
        const asked = await clients.quick.users.info({ user: id, include_locale: true })
        return readUser(object(asked.user))
      })
      if (!user) throw new Error('Slack described an account without saying which.')
      return user
    },
    async describedAs(tenant, given) {
      const user = readUser(given)
      if (user) await accounts.describedAs(tenant, user.id, user)
      return user
    },
  }
}

/**
 * The sentence that turns away somebody from another workspace; undefined for one who may use the bot. Compares the
 * account with the installation, since an event names the organization of its sender.
 */
export function strangerIn(
  { tenant, enterprise }: Pick<Installation, 'tenant' | 'enterprise'>,
  { userTeam }: Pick<Origin, 'userTeam'>,
  user: Pick<SlackUser, 'team' | 'enterprise'>,
): string | undefined {
  if (enterprise !== undefined && user.enterprise === enterprise) return undefined
  const homes = [userTeam, user.team].filter((home) => home !== undefined)
  return homes.every((home) => home === tenant || home === enterprise) ? undefined : strangers
}

const strangers =
  'You belong to another workspace than the one in which I am installed, so I cannot answer you here. Please ask your own workspace to install me.'
const guests =
  'You are a guest in this workspace, and guests cannot use me here. Please ask its administrators for a full account, or use your own organization’s workspace.'

/** Reads the `user` of users.info or of a `user_change` event. */
export function readUser(given: Json): SlackUser | undefined {
  const id = text(given['id'])
  if (id === undefined) return undefined
  const profile = object(given['profile'])
  const bot = flag(given['is_bot']) || id === 'USLACKBOT'
  const guest = flag(given['is_restricted']) || flag(given['is_ultra_restricted'])
  const zone = text(given['tz'])
  const email = given['is_email_confirmed'] === false ? undefined : text(profile['email'])
  return {
    id,
    name: text(profile['real_name']) ?? text(given['real_name']) ?? text(given['name']),
    email,
    zone: zone === undefined ? undefined : zoneNamed(zone),
    locale: text(given['locale']),
    team: text(given['team_id']),
    enterprise: text(object(given['enterprise_user'])['enterprise_id']),
    barred: flag(given['is_stranger']) ? strangers : guest ? guests : bot ? 'Bots cannot use me.' : undefined,
    deactivated: flag(given['deleted']),
  }
}

function readKept(kept: Json): SlackUser | undefined {
  const id = text(kept['id'])
  if (id === undefined) return undefined
  return {
    id,
    name: text(kept['name']),
    email: text(kept['email']),
    zone: text(kept['zone']),
    locale: text(kept['locale']),
    team: text(kept['team']),
    enterprise: text(kept['enterprise']),
    barred: text(kept['barred']),
    deactivated: flag(kept['deactivated']),
  }
}
