import type { Account, Place } from '../../src/core/address.ts'
import { message, rich } from '../../src/core/message.ts'
import { ApiError } from './api.ts'
import type { Desk } from './desk.ts'
import { nonceOf } from './nonce.ts'
import { bodyOf } from './render.ts'
import { pagesOf } from './say.ts'

/** Nobody is called to a room for this more often than once in so long. */
const gapMs = 24 * 3_600_000

/**
 * Somebody’s direct messages are closed to the bot: they are told so, by a mention in the room of one of their
 * groups in which they are, once a day. What it was about is for them alone, and is not said there. Never throws;
 * whether it was said.
 */
export async function callToRoom(desk: Desk, account: Account): Promise<boolean> {
  const { keep, clock } = desk.host
  const key = { platform: 'discord', kind: 'called', tenant: account.tenant, key: account.account }
  const expiresAt = new Date(clock.now().getTime() + gapMs)
  try {
    if (!(await keep.claim(key, {}, { expiresAt }))) return false
    for (const room of await desk.host.roomsOf(account)) {
      if (await isMember(desk, room, account.account)) {
        if (await mention(desk, room, account.account)) return true
      }
    }
    await keep.drop(key)
  } catch (error) {
    desk.log.warn({ err: error }, 'somebody could not be called to a room')
  }
  return false
}

async function isMember({ api }: Desk, { tenant }: Omit<Place, 'private'>, user: string): Promise<boolean> {
  try {
    await api.call({ method: 'GET', path: `/guilds/${tenant}/members/${user}` })
    return true
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.status === 403)) return false
    throw error
  }
}

const said = message(
  rich`I have something for you, and your direct messages are closed to me. Open them in the privacy settings of this server and write to me once, so that my reminders reach you; until then, /meeting list and /update mine show you how things stand.`,
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
    desk.log.info({ err: error }, 'a room could not be written to')
    return false
  }
}
