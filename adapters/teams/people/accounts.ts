import type { Clock } from '../../../src/core/clock.ts'
import { type Json, object, text } from '../../../src/core/json.ts'
import type { Keep } from '../../../src/core/keep.ts'
import type { Connector } from '../api/connector.ts'
import { refused } from '../api/faults.ts'
import type { Origin } from '../inbound/origin.ts'

/** What Teams’ roster says of an account. */
export interface TeamsMember {
  readonly name: string | undefined
  readonly email: string | undefined
  /** The tenant whose account it is: another one’s for somebody from outside. */
  readonly tenant: string | undefined
  /** A guest’s address is another organization’s word. */
  readonly guest: boolean
}

export interface Members {
  /** Undefined where Teams knows no such member; `silent` where it could not be asked just now. */
  of(origin: Origin, account: string): Promise<TeamsMember | 'silent' | undefined>
}

type Found = TeamsMember | 'silent' | undefined

/** A day; Teams does not tell of changes. */
const freshMs = 86_400_000
/** How long a process goes by what it has read. */
const heldMs = 60_000
/** How long Teams is not asked again after it said nothing. */
const silentMs = 60_000
/** How long what is known is better than nothing. */
const keptMs = 14 * 86_400_000
const most = 20_000

/** Members as the roster describes them, read once a day each and kept, so that a start asks for none anew. */
export function createMembers(
  connector: Pick<Connector, 'member'>,
  keep: Keep,
  clock: Clock,
  failed: (error: unknown) => void,
): Members {
  const known = new Map<string, { readonly at: number; readonly member: Found }>()
  const keyOf = (tenant: string, key: string) => ({ platform: 'teams', kind: 'member', tenant, key })

  function hold(name: string, member: Found, at: number) {
    if (known.size >= most) known.clear()
    known.set(name, { at, member })
    return member
  }

  /** In a team the whole team’s roster is asked; a private channel has one of its own. */
  async function ask({ serviceUrl, conversation, team, user }: Origin): Promise<Json | 'silent' | undefined> {
    let silent = false
    for (const roster of new Set([team ?? conversation, conversation])) {
      try {
        const told = await connector.member({ serviceUrl, conversation: roster }, user.id)
        if (text(told['id']) !== undefined) return told
        throw new Error('Teams described a member without saying who.')
      } catch (error) {
        failed(error)
        silent ||= !refused(error)
      }
    }
    return silent ? 'silent' : undefined
  }

  return {
    async of(origin, account) {
      const now = clock.now().getTime()
      const name = `${origin.tenant} ${account}`
      // One roster may know somebody whom another does not.
      const here = `${name} ${origin.conversation}`
      const held = known.get(name) ?? known.get(here)
      const span = held?.member === undefined || held.member === 'silent' ? silentMs : heldMs
      if (held && Math.abs(now - held.at) < span) return held.member
      // Without the store Teams is asked; what else needs the store says so itself.
      const kept = await keep.get(keyOf(origin.tenant, account)).catch(() => undefined)
      const before = kept && readMember(object(kept.value))
      if (kept && Math.abs(now - kept.at.getTime()) < freshMs) return hold(name, before, now)
      const told = await ask(origin)
      // Old news are better than none, and are asked for again with the next command.
      if (told === 'silent' || !told) return before ? hold(name, before, now) : hold(here, told, now)
      const member = readMember(told)
      const expiresAt = new Date(now + keptMs)
      await keep.put(keyOf(origin.tenant, account), keepable(member), { expiresAt }).catch(() => undefined)
      return hold(name, member, now)
    },
  }
}

/** A member of a roster, as Teams wrote it or as it was kept. */
export function readMember(told: Json): TeamsMember {
  const principal = text(told['userPrincipalName'])
  const role = text(told['userRole'])
  const tenant = text(told['tenantId']) ?? text(told['tenant'])
  return {
    name: text(told['name']),
    email: text(told['email'])?.toLowerCase(),
    tenant: tenant?.toLowerCase(),
    guest:
      told['guest'] === true ||
      (role !== undefined && role !== 'user') ||
      (principal?.toUpperCase().includes('#EXT#') ?? false),
  }
}

function keepable({ name, email, tenant, guest }: TeamsMember): Json {
  return { ...(name && { name }), ...(email && { email }), ...(tenant && { tenant }), guest }
}
