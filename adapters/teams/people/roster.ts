import { type Pace, takeTurn } from '../../../src/chat/delivery/pace.ts'
import { retrying } from '../../../src/chat/work/retrying.ts'
import type { Host } from '../../../src/core/adapter.ts'
import { type Json, text } from '../../../src/core/json.ts'
import type { Log } from '../../../src/core/log.ts'
import type { Connector, Member } from '../api/connector.ts'
import { deliveryError } from '../api/faults.ts'
import type { Origin } from '../inbound/origin.ts'
import type { TeamsSettings } from '../settings.ts'
import { readMember } from './accounts.ts'
import type { References } from './addresses.ts'
import { mayUse, vouches } from './trust.ts'

/** A team of thousands is read page by page, up to so many. */
const mostPages = 50
/** So many who join at once are asked for one by one; more are found by reading all. */
const mostJoining = 200
/** Waits between tries where Teams does not say how long; there are no more tries than that. */
const retryAfterMs = [1_000, 3_000, 9_000]
/** Teams may ask to wait this long; a longer wait is left to the next event there. */
const longestAskedMs = 15_000
const longestTurnMs = 60_000

/** Everything that reading a roster takes. */
export interface RosterMeans {
  readonly host: Pick<Host, 'link'>
  readonly settings: TeamsSettings
  readonly log: Log
  readonly connector: Pick<Connector, 'member' | 'members'>
  readonly references: References
  readonly rosterPace: Pace
  /** The bot is asked to stop: what can wait for another day does. */
  readonly ending: AbortSignal
}

/**
 * Links the members of a team or chat to the directory by the addresses that their tenant vouches for, and
 * remembers how they are reached, so that who never spoke to the bot is reminded too. What could not be read to
 * the end is read with a later event there.
 */
export async function meetRoster(means: RosterMeans, origin: Origin): Promise<void> {
  let whole = true
  try {
    let next: string | undefined
    for (let page = 0; page < mostPages; page++) {
      const after = next
      const read = await asked(means, origin, (of) => means.connector.members(of, after))
      for (const member of read.members) whole = (await met(means, origin, member)) && whole
      next = read.next
      if (next === undefined) break
    }
    if (next !== undefined) means.log.warn({ tenant: origin.tenant }, 'a roster is too long to be read whole')
    if (whole) await means.references.rosters.read(origin)
  } catch (error) {
    means.log.warn({ err: error, tenant: origin.tenant }, 'failed to read a roster')
  }
}

/** Reads the roster where it never was read to the end; else nothing. Never throws. */
export async function meetIfDue(means: RosterMeans, origin: Origin, surely = false): Promise<boolean> {
  try {
    if (!(await means.references.rosters.due(origin, surely))) return false
  } catch (error) {
    means.log.warn({ err: error, tenant: origin.tenant }, 'failed to tell whether a roster was read')
    return false
  }
  await meetRoster(means, origin)
  return true
}

/** Those who joined; where one of them cannot be asked about now, all are with the next event there. */
export async function meetJoined(means: RosterMeans, origin: Origin, ids: readonly string[]): Promise<void> {
  if (await meetIfDue(means, origin)) return
  let whole = ids.length <= mostJoining
  for (const id of ids.slice(0, mostJoining)) {
    try {
      const told = await asked(means, origin, (of) => means.connector.member(of, id))
      whole = (await met(means, origin, told)) && whole
    } catch (error) {
      means.log.warn({ err: error, tenant: origin.tenant }, 'failed to read who joined')
      // Who is refused has left again.
      if (again(error)) whole = false
    }
  }
  if (!whole) await means.references.rosters.forget(origin)
}

/** Asks in turn, and politely again where Teams says that it cannot answer now: a question changes nothing. */
async function asked<T>(
  means: RosterMeans,
  { serviceUrl, team, conversation }: Origin,
  ask: (of: { readonly serviceUrl: string; readonly conversation: string }) => Promise<T>,
): Promise<T> {
  const of = { serviceUrl, conversation: team ?? conversation }
  const askOnce = async () => {
    if (means.ending.aborted) throw new Error('the bot is stopping; the roster is read with a later event')
    await takeTurn(means.rosterPace, of.conversation, longestTurnMs)
    return ask(of)
  }
  return retrying(
    askOnce,
    (error, tries) => {
      const usual = retryAfterMs[tries - 1]
      const passing = again(error)
      const ms = passing?.afterMs ?? usual
      if (!passing || usual === undefined || ms === undefined || ms > longestAskedMs) return undefined
      means.rosterPace.hold(of.conversation, ms)
      return ms
    },
    means.ending,
  )
}

/** Whether another try may do better, and after how long where Teams says it. */
function again(error: unknown): { readonly afterMs: number | undefined } | undefined {
  const { fault } = deliveryError(error)
  if (fault.kind === 'ambiguous') return { afterMs: undefined }
  if (fault.kind !== 'retryable') return undefined
  return { afterMs: fault.afterSeconds === undefined ? undefined : fault.afterSeconds * 1000 }
}

/** False for somebody whom the store did not take just now. */
async function met(means: RosterMeans, origin: Origin, told: Member): Promise<boolean> {
  try {
    await meet(means, origin, told)
    return true
  } catch (error) {
    means.log.warn({ err: error, tenant: origin.tenant }, 'failed to meet somebody of a roster')
    return false
  }
}

async function meet(means: RosterMeans, origin: Origin, told: Member): Promise<void> {
  const id = text(told['id'])
  const account = accountOf(told)
  const member = readMember(told)
  // The local client names a tenant that its activities are not taken to be from.
  const tenant = means.settings.app.kind === 'local' ? origin.tenant : (member.tenant ?? origin.tenant)
  if (id === undefined || account === undefined || !mayUse(means.settings, tenant)) return
  if (member.email === undefined || !vouches(means.settings, tenant, member)) return
  const linked = await means.host.link({ platform: 'teams', tenant, account }, member.email)
  if (!linked) return
  const { serviceUrl, bot } = origin
  await means.references.met(tenant, account, { id, serviceUrl, bot, conversation: undefined })
}

/** Where the service names members it calls the id in Microsoft Entra by another name. */
function accountOf(told: Json): string | undefined {
  return (text(told['aadObjectId']) ?? text(told['objectId']))?.toLowerCase()
}
