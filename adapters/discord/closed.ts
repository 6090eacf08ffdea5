import type { Account, Place } from '../../src/core/address.ts'
import { DeliveryError } from '../../src/core/errors.ts'
import { message, rich } from '../../src/core/message.ts'
import { ApiError } from './api.ts'
import type { Desk } from './desk.ts'
import { mayUse } from './guilds.ts'
import { times } from './limits.ts'
import { nonceOf } from './nonce.ts'
import { bodyOf } from './render.ts'
import { pagesOf } from './say.ts'

/** Nobody is called to a room for this more often than once in so long. */
const gapMs = 24 * 3_600_000

/**
 * Somebody’s direct messages are closed to the bot: they are told so, by a mention in the room of one of their
 * groups in which they are, once a day. What it was about is for them alone, and is not said there. Whether it was
 * said just now; raises a `DeliveryError` to be tried again where it could not be for a passing reason.
 */
export async function callToRoom(desk: Desk, account: Account): Promise<boolean> {
  const { keep, clock } = desk.host
  const key = { platform: 'discord', kind: 'called', tenant: account.tenant, key: account.account }
  const after = (ms: number) => ({ expiresAt: new Date(clock.now().getTime() + ms) })
  try {
    if (!(await keep.claim(key, {}, after(gapMs)))) return false
    if (await callToAny(desk, account)) return true
    // Where nobody could be called there may be a room within the hour.
    await keep.put(key, {}, after(times.rest))
    return false
  } catch (error) {
    desk.log.warn({ err: error }, 'somebody could not be called to a room')
    await keep.drop(key).catch(() => undefined)
    throw new DeliveryError('Their direct messages are closed, and no room could be reached just now.', {
      kind: 'retryable',
    })
  }
}

async function callToAny(desk: Desk, account: Account): Promise<boolean> {
  for (const room of await desk.host.roomsOf(account)) {
    if (!mayUse(desk.settings, room.tenant)) continue
    if (await isMember(desk, room, account.account)) {
      if (await mention(desk, room, account.account)) return true
    }
  }
  return false
}

async function isMember({ api }: Desk, { tenant }: Omit<Place, 'private'>, user: string): Promise<boolean> {
  try {
    await api.call({ method: 'GET', path: `/guilds/${tenant}/members/${user}` })
    return true
  } catch (error) {
    if (isFinal(error)) return false
    throw error
  }
}

/** Whether another try would end the same. */
function isFinal(error: unknown): boolean {
  return error instanceof ApiError && [400, 403, 404].includes(error.status)
}

const said = message(
  rich`I have something for you, and your direct messages are closed to me. Open them in the privacy settings of this server and type /profile show here, so that my reminders reach you; until then, /meeting list and /update mine show you how things stand.`,
)

/** False where the bot may not write there. */
async function mention(desk: Desk, { channel }: Omit<Place, 'private'>, user: string): Promise<boolean> {
  const [page] = await pagesOf(desk.carried, said)
  if (!page) return false
  const day = desk.clock.now().toISOString().slice(0, 10)
  try {
    await desk.api.call({
      method: 'POST',
      path: `/channels/${channel}/messages`,
      body: {
        ...bodyOf(page),
        content: `<@${user}> ${page.content}`,
        // They are the only one who is rung for.
        allowed_mentions: { parse: [], users: [user] },
        nonce: nonceOf(`called ${user} ${day}`, 0),
        enforce_nonce: true,
      },
    })
    return true
  } catch (error) {
    if (!isFinal(error)) throw error
    desk.log.info({ err: error }, 'a room could not be written to')
    return false
  }
}
