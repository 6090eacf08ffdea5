import { CallError } from '../../../src/chat/delivery/failure.ts'
import { createPace, type Pace, takeTurn } from '../../../src/chat/delivery/pace.ts'
import type { Account, Place } from '../../../src/core/address.ts'
import { idlePause } from '../../../src/core/clock.ts'
import { message, rich } from '../../../src/core/message.ts'
import { nonceOf } from '../api/nonce.ts'
import type { AdapterContext } from '../context.ts'
import { limits, times } from '../limits.ts'
import { mayUse } from '../people/trust.ts'
import { bodyOf } from '../render/message.ts'
import { pagesOf } from '../render/messagePages.ts'

/** How often a person is called to a room at most. */
const callEveryMs = 24 * 3_600_000

/** How many people Discord notifies in one message at most. */
const maxMentioned = 100
/** `<@…> ` with the longest id. */
const mentionLength = 24

/** Leaves most of Discord’s global rate to what people wait for. */
const lookupRules = [{ turns: 10, ms: 1_000 }]
/** After a passing failure people are called with those who are gathered next. */
const maxTries = 5

interface Waiting {
  readonly account: Account
  /** How often calling was tried in vain. */
  readonly tries: number
}

interface RoomCallDependencies {
  readonly context: AdapterContext
  readonly lookups: Pace
  /** Calls somebody together with those who are gathered meanwhile. */
  readonly gather: (one: Waiting) => void
}

/**
 * Calls people whose direct messages are closed to a room: they are told so by a mention in the room of one of their
 * groups in which they are, once a day, together with all whom that concerns just now. What the bot had for them is
 * not said there. Nobody waits for it.
 */
export function createRoomCaller(context: AdapterContext): (account: Account) => void {
  let gathered: Map<string, Waiting> | undefined
  const deps: RoomCallDependencies = {
    context,
    lookups: createPace('discord lookup', lookupRules, context.host.pacing),
    gather,
  }

  function gather(one: Waiting): void {
    if (!gathered) {
      const waiting = new Map<string, Waiting>()
      gathered = waiting
      void idlePause(context.timings.gatherMs).then(() => {
        gathered = undefined
        context.later(callAll(deps, [...waiting.values()]))
      })
    }
    gathered.set(one.account.account, one)
  }

  return (account) => gather({ account, tries: 0 })
}

type Room = Omit<Place, 'private'>

/** Somebody who is to be called, and the rooms that are left for it, the best first. */
interface Called extends Waiting {
  readonly rooms: readonly Room[]
}

function keyOf({ tenant, account }: Account) {
  return { platform: 'discord', kind: 'called', tenant, key: account }
}

/** Calls each person in the first of their rooms in which the bot may write. */
async function callAll(deps: RoomCallDependencies, people: readonly Waiting[]): Promise<void> {
  let left: readonly Called[] = await dueOf(deps, people)
  while (left.length > 0) {
    const refused: Called[] = []
    for (const [channel, some] of Map.groupBy(left, ({ rooms }) => rooms[0]?.channel)) {
      // Somebody without a room may have one within the hour.
      if (channel === undefined) for (const one of some) await rest(deps, one)
      else refused.push(...(await callTo(deps, channel, some)))
    }
    left = refused.map((one) => ({ ...one, rooms: one.rooms.slice(1) }))
  }
}

/** Finds those who were not called today, by this process or another. */
async function dueOf(deps: RoomCallDependencies, people: readonly Waiting[]): Promise<readonly Called[]> {
  const { host, log } = deps.context
  const { keep, clock } = host
  const due: Called[] = []
  for (const { account, tries } of people) {
    try {
      const expiresAt = new Date(clock.now().getTime() + callEveryMs)
      if (await keep.claim(keyOf(account), {}, { expiresAt })) {
        due.push({ account, tries, rooms: await roomsFor(deps, account) })
      }
    } catch (error) {
      log.warn({ err: error }, 'failed to call somebody to a room')
      await again(deps, { account, tries })
    }
  }
  return due
}

async function rest({ context: { host, log } }: RoomCallDependencies, { account }: Waiting): Promise<void> {
  const expiresAt = new Date(host.clock.now().getTime() + times.rest)
  await host.keep
    .put(keyOf(account), {}, { expiresAt })
    .catch((error: unknown) => log.warn({ err: error }, 'failed to note who was not called'))
}

async function again({ context, gather }: RoomCallDependencies, { account, tries }: Waiting): Promise<void> {
  await context.host.keep.drop(keyOf(account)).catch(() => undefined)
  if (tries + 1 < maxTries) gather({ account, tries: tries + 1 })
}

/** Finds the rooms of a person’s groups in servers where they are a member. */
async function roomsFor(deps: RoomCallDependencies, account: Account): Promise<readonly Room[]> {
  const { host, settings } = deps.context
  const rooms = (await host.roomsOf(account)).filter(({ tenant }) => mayUse(settings, tenant))
  const servers = new Set<string>()
  for (const tenant of new Set(rooms.map((room) => room.tenant))) {
    if (await isMember(deps, tenant, account.account)) servers.add(tenant)
  }
  return rooms.filter(({ tenant }) => servers.has(tenant))
}

async function isMember(
  { context: { api }, lookups }: RoomCallDependencies,
  guild: string,
  user: string,
): Promise<boolean> {
  await takeTurn(lookups, 'all', Number.POSITIVE_INFINITY)
  try {
    await api.call({ method: 'GET', path: `/guilds/${guild}/members/${user}` })
    return true
  } catch (error) {
    if (isFinal(error)) return false
    throw error
  }
}

/** Whether another try would end the same way. */
function isFinal(error: unknown): boolean {
  return error instanceof CallError && [400, 403, 404].includes(error.status)
}

const callText = message(
  rich`I have something for you, and your direct messages are closed to me. Open them in the privacy settings of this server and type /profile show here, so that my reminders reach you; until then, /meeting list and /update mine show you how things stand.`,
)

/** Calls people in one room; gives back those who could not be called, because the bot may not write there. */
async function callTo(
  deps: RoomCallDependencies,
  channel: string,
  people: readonly Called[],
): Promise<readonly Called[]> {
  const { api, buttonData, clock, log } = deps.context
  const [page] = await pagesOf(buttonData, callText)
  if (!page) return []
  const day = clock.now().toISOString().slice(0, 10)
  const most = Math.min(maxMentioned, Math.floor((limits.content - page.content.length) / mentionLength))
  for (let from = 0; from < people.length; from += most) {
    const some = people.slice(from, from + most)
    const users = some.map(({ account }) => account.account)
    try {
      await api.call({
        method: 'POST',
        path: `/channels/${channel}/messages`,
        body: {
          ...bodyOf(page),
          content: `${users.map((user) => `<@${user}>`).join(' ')} ${page.content}`,
          // Nobody else is notified.
          allowed_mentions: { parse: [], users },
          nonce: nonceOf(`called ${users.join(' ')} ${day}`, channel, 0),
          enforce_nonce: true,
        },
      })
    } catch (error) {
      log.info({ err: error }, 'failed to call people in a room')
      if (isFinal(error)) return people.slice(from)
      for (const one of some) await again(deps, one)
    }
  }
  return []
}
