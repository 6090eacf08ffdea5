import type { Account } from '../../../src/core/address.ts'
import type { Invocation } from '../../../src/core/invocation.ts'
import { everywhere } from '../api/tenant.ts'
import type { AdapterContext } from '../context.ts'
import type { Origin } from '../inbound/origin.ts'

/** Somebody whom the bot answers. */
export interface Guest {
  readonly account: Account
  /** What every invocation of theirs says of them. */
  readonly speaks: Pick<Invocation, 'caller' | 'place' | 'profile'>
}

export type Admitted =
  | { readonly kind: 'in'; readonly guest: Guest }
  /** Answered with this sentence alone. */
  | { readonly kind: 'out'; readonly why: string }

type Door = Pick<AdapterContext, 'settings' | 'rests' | 'host'>

/**
 * Who somebody is to us. Discord tells neither an address nor a zone, so that somebody new can do nothing but link
 * the account; and where only some servers may use the bot, that is done in one of them. `typing`: nothing was asked
 * for yet.
 */
export async function admit(
  context: Door,
  origin: Origin,
  { typing = false }: { readonly typing?: boolean } = {},
): Promise<Admitted> {
  const admitted = await letIn(context, origin)
  if (admitted.kind === 'in' && !typing) await wake(context, origin, admitted.guest)
  return admitted
}

/** Whoever speaks may have opened what was closed to the bot; a stranger’s word is none of it. */
async function wake({ rests, host }: Door, { user, channel }: Origin, { account }: Guest): Promise<void> {
  const resting = [user.id, channel].filter((target) => rests.why(target))
  if (resting.length === 0 || (await host.nameOf(account)) === undefined) return
  for (const target of resting) rests.end(target)
}

async function letIn(context: Door, origin: Origin): Promise<Admitted> {
  const { guilds } = context.settings
  const guest = guestOf(origin)
  // Those who read along in a group conversation are not known.
  if (origin.guild === undefined && !origin.direct) return { kind: 'out', why: inGroup }
  if (guilds.length === 0) return { kind: 'in', guest }
  if (origin.guild !== undefined) {
    return guilds.includes(origin.guild) ? { kind: 'in', guest } : { kind: 'out', why: notAmong }
  }
  const known = await context.host.nameOf(guest.account)
  return known === undefined ? { kind: 'out', why: elsewhere } : { kind: 'in', guest }
}

const notAmong = 'This server is not among those that may use me.'
const inGroup = 'I answer in servers, and in direct messages between you and me alone.'
const elsewhere =
  'I do not know you yet. Please type /profile link once in a server of your working group; from then on I answer here too.'

export function accountOf({ user }: Pick<Origin, 'user'>): Account {
  return { platform: 'discord', tenant: everywhere, account: user.id }
}

function guestOf(origin: Origin): Guest {
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
