import { type Json, text } from '../../src/core/json.ts'
import { takeTurn } from '../../src/core/pace.ts'
import type { Member } from './connector.ts'
import type { Desk } from './desk.ts'
import { readMember } from './members.ts'
import type { Origin } from './origin.ts'
import { mayUse, vouches } from './trust.ts'

/** A team of thousands is read page by page, up to so many. */
const mostPages = 50

/**
 * Links the members of a team or chat to the directory by the addresses that their tenant vouches for, and
 * remembers how they are reached, so that who never spoke to the bot is reminded too. `only`: these alone.
 */
export async function meetRoster(desk: Desk, origin: Origin, only?: readonly string[]): Promise<void> {
  const of = { serviceUrl: origin.serviceUrl, conversation: origin.team ?? origin.conversation }
  try {
    if (only) {
      for (const id of only.slice(0, 200)) {
        await takeTurn(desk.rosterPace, of.conversation, 60_000)
        await meet(desk, origin, await desk.connector.member(of, id))
      }
      return
    }
    let next: string | undefined
    for (let page = 0; page < mostPages; page++) {
      await takeTurn(desk.rosterPace, of.conversation, 60_000)
      const read = await desk.connector.members(of, next)
      for (const member of read.members) await meet(desk, origin, member)
      next = read.next
      if (next === undefined) return
    }
  } catch (error) {
    // Who could not be read is met when they speak.
    desk.log.warn({ err: error, tenant: origin.tenant }, 'a roster could not be read')
  }
}

async function meet(desk: Desk, origin: Origin, told: Member): Promise<void> {
  const id = text(told['id'])
  const account = accountOf(told)
  const member = readMember(told)
  // The local client names a tenant that its activities are not taken to be from.
  const tenant = desk.settings.app.kind === 'local' ? origin.tenant : (member.tenant ?? origin.tenant)
  if (id === undefined || account === undefined || !mayUse(desk.settings, tenant)) return
  if (member.email === undefined || !vouches(desk.settings, tenant, member)) return
  const linked = await desk.host.link({ platform: 'teams', tenant, account }, member.email)
  if (!linked) return
  const { serviceUrl, bot } = origin
  await desk.references.met(tenant, account, { id, serviceUrl, bot, conversation: undefined })
}

/** Where the service names members it calls the id in Microsoft Entra by another name. */
function accountOf(told: Json): string | undefined {
  return (text(told['aadObjectId']) ?? text(told['objectId']))?.toLowerCase()
}
