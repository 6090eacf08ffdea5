import type { Forbidden } from '../../../src/chat/delivery/forbidden.ts'
import type { Admitted, AdmittedUser } from '../../../src/chat/people/admission.ts'
import type { Host } from '../../../src/core/adapter.ts'
import type { Account } from '../../../src/core/address.ts'
import { everywhere } from '../api/tenant.ts'
import type { Origin } from '../inbound/origin.ts'
import type { DiscordSettings } from '../settings.ts'

/** Everything that admission looks at. */
interface AdmitDependencies {
  readonly settings: Pick<DiscordSettings, 'guilds'>
  readonly forbidden: Forbidden
  readonly host: Pick<Host, 'nameOf'>
}

/**
 * Decides whether the bot answers somebody. Discord gives neither an e-mail address nor a time zone, so a newcomer can
 * only link the account; where only some servers may use the bot, that must happen in one of them. `typing`: a
 * suggestion is wanted, nothing was asked yet.
 */
export async function admit(
  deps: AdmitDependencies,
  origin: Origin,
  { typing = false }: { readonly typing?: boolean } = {},
): Promise<Admitted<AdmittedUser>> {
  const admitted = await letIn(deps, origin)
  if (admitted.kind === 'in' && !typing) {
    // They may have lifted what kept the bot from writing to them.
    await deps.forbidden.heard(admitted.user.account, [origin.user.id, origin.channel])
  }
  return admitted
}

async function letIn({ settings, host }: AdmitDependencies, origin: Origin): Promise<Admitted<AdmittedUser>> {
  const { guilds } = settings
  const admitted = admittedUser(origin)
  // In a group conversation nobody can tell who else reads.
  if (origin.guild === undefined && !origin.direct) return { kind: 'out', why: inGroup }
  if (guilds.length === 0) return { kind: 'in', user: admitted }
  if (origin.guild !== undefined) {
    return guilds.includes(origin.guild) ? { kind: 'in', user: admitted } : { kind: 'out', why: notAmong }
  }
  const known = await host.nameOf(admitted.account)
  return known === undefined ? { kind: 'out', why: elsewhere } : { kind: 'in', user: admitted }
}

const notAmong = 'This server is not among those that may use me.'
const inGroup = 'I answer in servers, and in direct messages between you and me alone.'
const elsewhere =
  'I do not know you yet. Please type /profile link once in a server of your working group; from then on I answer here too.'

export function accountOf({ user }: Pick<Origin, 'user'>): Account {
  return { platform: 'discord', tenant: everywhere, account: user.id }
}

function admittedUser(origin: Origin): AdmittedUser {
  const { user, locale, guild, channel, direct, lacks } = origin
  const account = accountOf(origin)
  const where = guild === undefined ? 'a direct message' : `the server ${guild}`
  return {
    account,
    speaks: {
      caller: account,
      place: {
        platform: 'discord',
        tenant: guild ?? everywhere,
        channel,
        private: direct,
        ...(lacks.length > 0 ? { shut: shutBy(lacks) } : {}),
      },
      profile: {
        ...(locale === undefined ? {} : { locale }),
        called: `“${user.name}” (${user.username}), met in ${where}`,
      },
    },
  }
}

function shutBy(lacks: readonly string[]): string {
  return `I cannot write in this channel of my own accord yet: give my role ${lacks.join(', ')} under “Permissions” of the channel, and then try again.`
}
