import { CallError } from '../../../src/chat/delivery/failure.ts'
import { createPace, takeTurn } from '../../../src/chat/delivery/pace.ts'
import type { Account, Place } from '../../../src/core/address.ts'
import { message, rich } from '../../../src/core/message.ts'
import { nonceOf } from '../api/nonce.ts'
import type { AdapterContext } from '../context.ts'
import { limits, times } from '../limits.ts'
import { mayUse } from '../people/trust.ts'
import { pagesOf } from '../render/carriedPages.ts'
import { bodyOf } from '../render/message.ts'

/** Nobody is called to a room for this more often than once in so long. */
const gapMs = 24 * 3_600_000

/** Whom Discord rings for in one message at the most. */
const mostRung = 100
/** `<@…> ` with the longest id. */
const mentionLength = 24

/** Leaves Discord’s patience to what somebody waits for. */
const lookups = createPace([{ turns: 10, ms: 1_000 }])
/** What fails for a passing reason is made again with those who are gathered next. */
const mostTries = 5

/** With how often it was tried in vain. */
const gathered = new WeakMap<AdapterContext, Map<string, Waiting>>()

interface Waiting {
  readonly account: Account
  readonly tries: number
}

/**
 * Somebody’s direct messages are closed to the bot: they are told so, by a mention in the room of one of their
 * groups in which they are, once a day, together with all whom that concerns just now. What it was about is for them
 * alone, and is not said there. Nobody waits for it.
 */
export function callToRoom(context: AdapterContext, account: Account): void {
  gather(context, { account, tries: 0 })
}

function gather(context: AdapterContext, one: Waiting): void {
  const known = gathered.get(context)
  if (known) {
    known.set(one.account.account, one)
    return
  }
  const waiting = new Map([[one.account.account, one]])
  gathered.set(context, waiting)
  const call = () => {
    gathered.delete(context)
    context.later(callAll(context, [...waiting.values()]))
  }
  setTimeout(call, context.timings.gatherMs).unref()
}

type Room = Omit<Place, 'private'>

/** Somebody who is to be called, and the rooms that are left for it, the best first. */
interface Called extends Waiting {
  readonly rooms: readonly Room[]
}

function keyOf({ tenant, account }: Account) {
  return { platform: 'discord', kind: 'called', tenant, key: account }
}

/** Each in the first of their rooms in which the bot may write. */
async function callAll(context: AdapterContext, people: readonly Waiting[]): Promise<void> {
  let left: readonly Called[] = await dueOf(context, people)
  while (left.length > 0) {
    const refused: Called[] = []
    for (const [channel, some] of Map.groupBy(left, ({ rooms }) => rooms[0]?.channel)) {
      // Where nobody could be called there may be a room within the hour.
      if (channel === undefined) for (const one of some) await rest(context, one)
      else refused.push(...(await callTo(context, channel, some)))
    }
    left = refused.map((one) => ({ ...one, rooms: one.rooms.slice(1) }))
  }
}

/** Those who were not called today, by this process or another. */
async function dueOf(context: AdapterContext, people: readonly Waiting[]): Promise<readonly Called[]> {
  const { keep, clock } = context.host
  const due: Called[] = []
  for (const { account, tries } of people) {
    try {
      const expiresAt = new Date(clock.now().getTime() + gapMs)
      if (await keep.claim(keyOf(account), {}, { expiresAt })) {
        due.push({ account, tries, rooms: await roomsFor(context, account) })
      }
    } catch (error) {
      context.log.warn({ err: error }, 'somebody could not be called to a room')
      await again(context, { account, tries })
    }
  }
  return due
}

async function rest({ host, log }: AdapterContext, { account }: Waiting): Promise<void> {
  const expiresAt = new Date(host.clock.now().getTime() + times.rest)
  await host.keep
    .put(keyOf(account), {}, { expiresAt })
    .catch((error: unknown) => log.warn({ err: error }, 'who was not called could not be noted'))
}

async function again(context: AdapterContext, { account, tries }: Waiting): Promise<void> {
  await context.host.keep.drop(keyOf(account)).catch(() => undefined)
  if (tries + 1 < mostTries) gather(context, { account, tries: tries + 1 })
}

/** Rooms of their groups in servers in which they are. */
async function roomsFor(context: AdapterContext, account: Account): Promise<readonly Room[]> {
  const rooms = (await context.host.roomsOf(account)).filter(({ tenant }) => mayUse(context.settings, tenant))
  const servers = new Set<string>()
  for (const tenant of new Set(rooms.map((room) => room.tenant))) {
    if (await isMember(context, tenant, account.account)) servers.add(tenant)
  }
  return rooms.filter(({ tenant }) => servers.has(tenant))
}

async function isMember({ api }: AdapterContext, guild: string, user: string): Promise<boolean> {
  await takeTurn(lookups, 'all', Number.POSITIVE_INFINITY)
  try {
    await api.call({ method: 'GET', path: `/guilds/${guild}/members/${user}` })
    return true
  } catch (error) {
    if (isFinal(error)) return false
    throw error
  }
}

/** Whether another try would end the same. */
function isFinal(error: unknown): boolean {
  return error instanceof CallError && [400, 403, 404].includes(error.status)
}

const said = message(
  rich`I have something for you, and your direct messages are closed to me. Open them in the privacy settings of this server and type /profile show here, so that my reminders reach you; until then, /meeting list and /update mine show you how things stand.`,
)

/** Those who could not be called there, since the bot may not write there. */
async function callTo(
  context: AdapterContext,
  channel: string,
  people: readonly Called[],
): Promise<readonly Called[]> {
  const [page] = await pagesOf(context.carried, said)
  if (!page) return []
  const day = context.clock.now().toISOString().slice(0, 10)
  const most = Math.min(mostRung, Math.floor((limits.content - page.content.length) / mentionLength))
  for (let from = 0; from < people.length; from += most) {
    const some = people.slice(from, from + most)
    const users = some.map(({ account }) => account.account)
    try {
      await context.api.call({
        method: 'POST',
        path: `/channels/${channel}/messages`,
        body: {
          ...bodyOf(page),
          content: `${users.map((user) => `<@${user}>`).join(' ')} ${page.content}`,
          // They are the only ones who are rung for.
          allowed_mentions: { parse: [], users },
          nonce: nonceOf(`called ${users.join(' ')} ${day}`, channel, 0),
          enforce_nonce: true,
        },
      })
    } catch (error) {
      context.log.info({ err: error }, 'a room could not be written to')
      if (isFinal(error)) return people.slice(from)
      for (const one of some) await again(context, one)
    }
  }
  return []
}
