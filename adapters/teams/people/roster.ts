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

/** A team of thousands is read page by page, up to this many pages. */
const mostPages = 50
/** Up to this many newcomers are asked for one by one; for more, the whole roster is read. */
const mostJoining = 200
/** The waits between tries where Teams names none; there is one try more than waits. */
const retryAfterMs = [1_000, 3_000, 9_000]
/** The longest wait that Teams may ask for; beyond it, the next event there tries again. */
const longestAskedMs = 15_000
const longestTurnMs = 60_000

/** Everything needed to read a roster. */
export interface RosterDependencies {
  readonly host: Pick<Host, 'link'>
  readonly settings: TeamsSettings
  readonly log: Log
  readonly connector: Pick<Connector, 'member' | 'members'>
  readonly references: References
  readonly rosterPace: Pace
  /** Aborted when the bot is asked to stop: reading a roster can wait. */
  readonly ending: AbortSignal
}

/**
 * Links the members of a team or chat to the directory by the addresses that their tenant vouches for, and records how
 * to reach them, so that people who never wrote to the bot are reminded too. A roster not read completely is read again
 * at a later event there.
 */
async function meetRoster(deps: RosterDependencies, origin: Origin): Promise<void> {
  let whole = true
  try {
    let next: string | undefined
    for (let page = 0; page < mostPages; page++) {
      const after = next
      const read = await askInTurn(deps, origin, (of) => deps.connector.members(of, after))
      for (const member of read.members) whole = (await tryToLink(deps, origin, member)) && whole
      next = read.next
      if (next === undefined) break
    }
    if (next !== undefined) deps.log.warn({ tenant: origin.tenant }, 'roster too long to read completely')
    if (whole) await deps.references.rosters.read(origin)
  } catch (error) {
    deps.log.warn({ err: error, tenant: origin.tenant }, 'failed to read a roster')
  }
}

/** Reads the roster unless it was read completely before. Never throws. */
export async function meetIfDue(deps: RosterDependencies, origin: Origin, surely = false): Promise<boolean> {
  try {
    if (!(await deps.references.rosters.due(origin, surely))) return false
  } catch (error) {
    deps.log.warn({ err: error, tenant: origin.tenant }, 'failed to tell whether a roster was read')
    return false
  }
  await meetRoster(deps, origin)
  return true
}

/** Reads those who joined; if one of them cannot be asked for now, the next event there reads everybody. */
export async function meetJoined(
  deps: RosterDependencies,
  origin: Origin,
  ids: readonly string[],
): Promise<void> {
  if (await meetIfDue(deps, origin)) return
  let whole = true
  // At once, so that an event that comes while others are still asked for finds nothing settled.
  const readLater = async () => {
    if (whole) await deps.references.rosters.forget(origin)
    whole = false
  }
  if (ids.length > mostJoining) await readLater()
  for (const id of ids.slice(0, mostJoining)) {
    try {
      const told = await askInTurn(deps, origin, (of) => deps.connector.member(of, id))
      if (!(await tryToLink(deps, origin, told))) await readLater()
    } catch (error) {
      deps.log.warn({ err: error, tenant: origin.tenant }, 'failed to read who joined')
      // A member whom Teams does not know has left again.
      if (passingFault(error)) await readLater()
    }
  }
}

/** Asks within the rate limit, and again where Teams cannot answer now; asking changes nothing. */
async function askInTurn<T>(
  deps: RosterDependencies,
  { serviceUrl, team, conversation }: Origin,
  ask: (of: { readonly serviceUrl: string; readonly conversation: string }) => Promise<T>,
): Promise<T> {
  const of = { serviceUrl, conversation: team ?? conversation }
  const askOnce = async () => {
    if (deps.ending.aborted) throw new Error('the bot is stopping; a later event will read the roster')
    await takeTurn(deps.rosterPace, of.conversation, longestTurnMs)
    return ask(of)
  }
  return retrying(
    askOnce,
    (error, tries) => {
      const usual = retryAfterMs[tries - 1]
      const passing = passingFault(error)
      const ms = passing?.afterMs ?? usual
      if (!passing || usual === undefined || ms === undefined || ms > longestAskedMs) return undefined
      deps.rosterPace.hold(of.conversation, ms)
      return ms
    },
    deps.ending,
  )
}

/** Whether a retry may succeed, and after how long where Teams says so. */
function passingFault(error: unknown): { readonly afterMs: number | undefined } | undefined {
  const { fault } = deliveryError(error)
  if (fault.kind === 'ambiguous') return { afterMs: undefined }
  if (fault.kind !== 'retryable') return undefined
  return { afterMs: fault.afterSeconds === undefined ? undefined : fault.afterSeconds * 1000 }
}

/** False for a member that the store could not take just now. */
async function tryToLink(deps: RosterDependencies, origin: Origin, told: Member): Promise<boolean> {
  try {
    await linkMember(deps, origin, told)
    return true
  } catch (error) {
    deps.log.warn({ err: error, tenant: origin.tenant }, 'failed to meet somebody of a roster')
    return false
  }
}

async function linkMember(deps: RosterDependencies, origin: Origin, told: Member): Promise<void> {
  const id = text(told['id'])
  const account = accountOf(told)
  const member = readMember(told)
  // The local client names a tenant other than the one its activities come from.
  const tenant = deps.settings.app.kind === 'local' ? origin.tenant : (member.tenant ?? origin.tenant)
  if (id === undefined || account === undefined || !mayUse(deps.settings, tenant)) return
  if (member.email === undefined || !vouches(deps.settings, tenant, member)) return
  const linked = await deps.host.link({ platform: 'teams', tenant, account }, member.email)
  if (!linked) return
  const { serviceUrl, bot } = origin
  await deps.references.met(tenant, account, { id, serviceUrl, bot, conversation: undefined })
}

/** In lists of members, the service gives the Microsoft Entra id another name. */
function accountOf(told: Json): string | undefined {
  return (text(told['aadObjectId']) ?? text(told['objectId']))?.toLowerCase()
}
