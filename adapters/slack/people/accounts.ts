import type { Clock } from '../../../src/core/clock.ts'
import { flag, type Json, object, text } from '../../../src/core/json.ts'
import type { Keep } from '../../../src/core/keep.ts'
import { zoneNamed } from '../../../src/core/time/zones/zoneName.ts'
import type { Clients } from '../api/clients.ts'
import type { Origin } from '../inbound/origin.ts'
import type { Installation } from './installations.ts'

/** What Slack says of an account. */
export interface SlackUser {
  readonly id: string
  readonly name: string | undefined
  readonly email: string | undefined
  /** IANA. */
  readonly zone: string | undefined
  /** BCP 47. */
  readonly locale: string | undefined
  readonly team: string | undefined
  readonly enterprise: string | undefined
  /** Why such an account may not use the bot: a sentence for its reader. */
  readonly barred: string | undefined
  readonly deactivated: boolean
}

export interface People {
  /** Raises what Slack raises, where nothing is known from before. */
  of(tenant: string, user: string, clients: Clients): Promise<SlackUser>
  /** What Slack told by itself. */
  told(tenant: string, user: Json): Promise<SlackUser | undefined>
}

/** A day; Slack tells of changes by itself, where it does. */
const freshMs = 86_400_000
/** How long a process goes by what it has read: another one may have heard of a change. */
const heldMs = 60_000
/** How long what is known is better than nothing. */
const keptMs = 14 * 86_400_000
const most = 20_000

/** Accounts as Slack describes them, read once a day each and kept, so that a start asks for none anew. */
export function createPeople(keep: Keep, clock: Clock): People {
  const known = new Map<string, { readonly at: number; readonly user: SlackUser }>()
  const keyOf = (tenant: string, user: string) => ({ platform: 'slack', kind: 'user', tenant, key: user })

  function remember(tenant: string, user: SlackUser, at: number): SlackUser {
    if (known.size >= most) known.clear()
    known.set(`${tenant}:${user.id}`, { at, user })
    return user
  }

  async function learn(tenant: string, given: Json): Promise<SlackUser | undefined> {
    const user = readUser(given)
    if (!user) return undefined
    const now = clock.now()
    const expiresAt = new Date(now.getTime() + keptMs)
    await keep.put(keyOf(tenant, user.id), { ...user }, { expiresAt }).catch(() => undefined)
    return remember(tenant, user, now.getTime())
  }

  return {
    async of(tenant, id, clients) {
      const now = clock.now().getTime()
      const fresh = (at: number) => Math.abs(now - at) < freshMs
      const held = known.get(`${tenant}:${id}`)
      if (held && Math.abs(now - held.at) < heldMs) return held.user
      // Without the store Slack is asked; what else needs the store says so itself.
      const kept = await keep.get(keyOf(tenant, id)).catch(() => undefined)
      const before = kept && readKept(kept.value)
      if (kept && before && fresh(kept.at.getTime())) return remember(tenant, before, now)
      try {
        const asked = await clients.quick.users.info({ user: id, include_locale: true })
        const user = await learn(tenant, object(asked.user))
        if (user) return user
      } catch (error) {
        if (!before && held) return held.user
        if (!before) throw error
      }
      // Old news are better than none, and are asked for again with the next command.
      if (before) return before
      throw new Error('Slack described an account without saying which')
    },
    async told(tenant, given) {
      const user = readUser(given)
      // Of those who never spoke to us nothing is kept.
      return user && (await keep.get(keyOf(tenant, user.id))) ? learn(tenant, given) : user
    },
  }
}

/**
 * Why somebody from elsewhere may not use the bot here; undefined where they may. What Slack says of the account
 * is compared with what it said of the installation: an event names the organization of whoever caused it.
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

/** `user` of users.info or of a `user_change` event. */
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

function readKept(value: unknown): SlackUser | undefined {
  const kept = object(value)
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
