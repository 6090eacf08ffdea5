import { createAccounts } from '../../../src/chat/people/accounts.ts'
import { createRemembered } from '../../../src/chat/work/remembered.ts'
import type { Clock } from '../../../src/core/clock.ts'
import { type Json, text } from '../../../src/core/json.ts'
import type { Keep } from '../../../src/core/keep.ts'
import { foldAddress } from '../../../src/core/text/addresses/mailAddress.ts'
import type { Connector } from '../api/connector.ts'
import { refused } from '../api/faults.ts'
import type { Origin } from '../inbound/origin.ts'

/** An account as a Teams roster describes it. */
export interface TeamsMember {
  readonly name: string | undefined
  readonly email: string | undefined
  /** The tenant that the account belongs to, which for somebody from outside is another one. */
  readonly tenant: string | undefined
  /** A guest, for whose address another organization vouches. */
  readonly guest: boolean
}

export interface Members {
  /** Undefined where Teams knows no such member; `silent` where Teams did not answer just now. */
  of(origin: Origin, account: string): Promise<TeamsMember | 'silent' | undefined>
}

/** How long not to ask again after Teams did not answer. */
const silentMs = 60_000
const mostSilences = 20_000

/** Teams reports no changes, so it is asked once a day. */
export function createMembers(
  connector: Pick<Connector, 'member'>,
  keep: Keep,
  clock: Clock,
  failed: (error: unknown) => void,
): Members {
  const accounts = createAccounts<TeamsMember>({
    platform: 'teams',
    kind: 'member',
    keep,
    clock,
    read: readMember,
  })
  const silences = createRemembered<{ readonly said: 'silent' | undefined }>({
    ...{ max: mostSilences, ttlMs: silentMs, clock },
  })

  /** In a team, asks for the whole team’s roster; a private channel has a roster of its own. */
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

  /** One roster may list somebody whom another does not. */
  async function askOnce(origin: Origin, account: string): Promise<Json | 'silent' | undefined> {
    const here = `${origin.tenant} ${account} ${origin.conversation}`
    const silence = silences.get(here)
    if (silence) return silence.said
    const said = await ask(origin)
    if (said !== undefined && said !== 'silent') return said
    silences.put(here, { said })
    return said
  }

  return {
    async of(origin, account) {
      let silent = false
      const member = await accounts.of(origin.tenant, account, async () => {
        const said = await askOnce(origin, account)
        silent = said === 'silent'
        return said === undefined || said === 'silent' ? undefined : readMember(said)
      })
      return member ?? (silent ? 'silent' : undefined)
    },
  }
}

/** Reads a roster member, as Teams sent it or as it was stored. */
export function readMember(told: Json): TeamsMember {
  const principal = text(told['userPrincipalName'])
  const role = text(told['userRole'])
  const email = text(told['email'])
  const tenant = text(told['tenantId']) ?? text(told['tenant'])
  return {
    name: text(told['name']),
    email: email === undefined ? undefined : foldAddress(email),
    tenant: tenant?.toLowerCase(),
    guest:
      told['guest'] === true ||
      (role !== undefined && role !== 'user') ||
      (principal?.toUpperCase().includes('#EXT#') ?? false),
  }
}
