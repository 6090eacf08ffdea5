import { message } from '../../src/core/message.ts'
import { admit } from './admit.ts'
import { firstToSay, tell } from './answer.ts'
import { again, type Desk, type Reply, taken } from './desk.ts'
import type { Incoming } from './incoming.ts'
import type { Origin } from './origin.ts'
import { meetRoster } from './roster.ts'
import { mayUse } from './trust.ts'

type Of<K extends Incoming['kind']> = Extract<Incoming, { kind: K }>

/** The bot was added: a person sees their own page, a team or chat a word, and whoever is in it can be reached. */
export async function handleAdded(desk: Desk, { origin }: Of<'added'>): Promise<Reply> {
  const admitted = await admit(desk, origin)
  if (admitted.kind === 'out') {
    if (admitted.unrecorded) return again
    await tell(desk, admitted.road, { message: message(admitted.why), room: true })
    return taken
  }
  const { guest } = admitted
  // An addition is told in two ways, and again with every update of the app.
  const page = origin.kind === 'personal' ? await desk.host.home(guest.speaks) : undefined
  const first = await firstToSay(desk, origin.tenant, greeted(origin))
  if (page) {
    if (first) await tell(desk, guest.road, { message: page, room: false })
    return taken
  }
  if (!first) return taken
  await tell(desk, guest.road, { message: welcome, room: true })
  desk.later(meetRoster(desk, origin))
  return taken
}

function greeted({ conversation }: Origin): string {
  return `added:${conversation}`
}

const welcome = message(
  'I am Rapporteur: I keep meetings, updates, the newsletter and reminders of the working groups. Mention me with a command, such as “help”; a chair makes this the room of a group with “wg bind” and its name.',
)

/** The bot was taken out: nothing is delivered there any more. */
export async function handleRemoved(desk: Desk, { origin }: Of<'removed'>): Promise<Reply> {
  const { tenant } = origin
  await desk.host.keep.drop({ platform: 'teams', kind: 'said', tenant, key: greeted(origin) })
  if (origin.kind !== 'personal') {
    const room = {
      kind: 'room-gone' as const,
      origin,
      why: 'the app was removed; add it again and bind it anew',
    }
    return handleRoomGone(desk, {
      ...room,
      channel: origin.kind === 'groupChat' ? origin.conversation : undefined,
    })
  }
  const { account } = origin.user
  if (account === undefined) return taken
  const member = await desk.members.of(origin, account)
  const home = typeof member === 'object' ? (member.tenant ?? tenant) : tenant
  const who = { platform: 'teams', tenant: home, account }
  await desk.host.met(who, { gone: 'the person has removed the app; they have to add it again' })
  await desk.references.closed(home, account)
  return taken
}

/** A channel is gone, or all of a team’s. */
export async function handleRoomGone(desk: Desk, { origin, channel, why }: Of<'room-gone'>): Promise<Reply> {
  const { tenant, team, conversation } = origin
  const rooms =
    channel === undefined
      ? [
          ...new Set([
            conversation,
            ...(team === undefined ? [] : await desk.references.roomsOf(tenant, team)),
          ]),
        ]
      : [channel]
  for (const room of rooms) {
    await desk.host.lost({ platform: 'teams', tenant, channel: room }, why)
    await desk.references.forget(tenant, room)
  }
  return taken
}

/** People joined a team or chat in which the bot is: they can be reached from now on. */
export async function handleJoined(desk: Desk, { origin, members }: Of<'joined'>): Promise<Reply> {
  if (!mayUse(desk.settings, origin.tenant)) return taken
  desk.later(meetRoster(desk, origin, members))
  return taken
}
