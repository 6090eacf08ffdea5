import { message } from '../../../src/core/message.ts'
import { type AdapterContext, accepted, askedAgain, type Reply } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import type { Origin } from '../inbound/origin.ts'
import { admit, organizationNotAllowed, routeOf } from '../people/admit.ts'
import { meetIfDue, meetJoined } from '../people/roster.ts'
import { mayUse } from '../people/trust.ts'
import { tell } from './answer.ts'

type Of<K extends Incoming['kind']> = Extract<Incoming, { kind: K }>

/**
 * The bot was added: greets a person with their own page and a team or chat with a message, and makes members
 * reachable.
 */
export async function handleAdded(context: AdapterContext, added: Of<'added'>): Promise<Reply> {
  return added.origin.kind === 'personal' ? addedByPerson(context, added) : addedToRoom(context, added)
}

async function addedByPerson(context: AdapterContext, { origin, upgraded }: Of<'added'>): Promise<Reply> {
  const admitted = await admit(context, origin)
  if (admitted.kind === 'out') {
    if (admitted.unrecorded) return askedAgain
    if (!upgraded) await turnAway(context, origin, admitted.why)
    return accepted
  }
  if (upgraded) return accepted
  const { user } = admitted
  const page = await context.host.home(user.speaks)
  if (await context.host.keep.claim(greetingOf(origin), {})) {
    await tell(context, user.route, { message: page, room: false })
  }
  return accepted
}

/** Teams often does not say who added the bot, and that person asked for nothing: only the tenant is checked. */
async function addedToRoom(context: AdapterContext, { origin, upgraded }: Of<'added'>): Promise<Reply> {
  if (!mayUse(context.settings, origin.tenant)) {
    if (!upgraded) await turnAway(context, origin, organizationNotAllowed)
    return accepted
  }
  await context.references.found(origin)
  if (!upgraded && (await context.host.keep.claim(greetingOf(origin), {}))) {
    await tell(context, routeOf(origin, undefined), { message: welcome, room: true })
  }
  context.later(meetIfDue(context, origin, true))
  return accepted
}

/** Greets once, although Teams reports an addition in two ways. */
async function turnAway(context: AdapterContext, origin: Origin, why: string): Promise<void> {
  if (!(await context.firstToAnswer.claim(origin.tenant, turnedAway(origin)))) return
  await tell(context, routeOf(origin, undefined), { message: message(why), room: true })
}

/**
 * The mark of a greeting is kept until the bot is removed, since Teams reports an addition in two ways and may repeat
 * it.
 */
function greetingOf({ tenant, team, conversation }: Origin) {
  return { platform: 'teams', kind: 'greeted', tenant, key: team ?? conversation }
}

function turnedAway({ team, conversation }: Origin): string {
  return `turned away:${team ?? conversation}`
}

const welcome = message(
  'I am Rapporteur: I keep meetings, updates, the newsletter and reminders of the working groups. Mention me with a command, such as “help”; a chair makes this the room of a group with “wg bind” and its name.',
)

/** The bot was removed: nothing is delivered there any more. */
export async function handleRemoved(context: AdapterContext, { origin }: Of<'removed'>): Promise<Reply> {
  const { tenant } = origin
  await context.host.keep.drop(greetingOf(origin))
  await context.host.keep.drop({ platform: 'teams', kind: 'said', tenant, key: turnedAway(origin) })
  await context.references.rosters.forget(origin)
  if (origin.kind !== 'personal') {
    const room = {
      kind: 'room-gone' as const,
      origin,
      why: 'the app was removed; add it again, then bind the channel again',
    }
    return handleRoomGone(context, {
      ...room,
      channel: origin.kind === 'groupChat' ? origin.conversation : undefined,
    })
  }
  const { account } = origin.user
  if (account === undefined) return accepted
  const member = await context.members.of(origin, account)
  const home = typeof member === 'object' ? (member.tenant ?? tenant) : tenant
  const who = { platform: 'teams', tenant: home, account }
  await context.host.met(who, { gone: 'the person has removed the app; they have to add it again' })
  await context.references.closed(home, account)
  return accepted
}

/** A channel was deleted, or all channels of a team. */
export async function handleRoomGone(
  context: AdapterContext,
  { origin, channel, why }: Of<'room-gone'>,
): Promise<Reply> {
  const { tenant, team, conversation } = origin
  const rooms =
    channel === undefined
      ? [
          ...new Set([
            conversation,
            ...(team === undefined ? [] : await context.references.roomsOf(tenant, team)),
          ]),
        ]
      : [channel]
  for (const room of rooms) {
    await context.host.lost({ platform: 'teams', tenant, channel: room }, why)
    await context.references.forget(tenant, room)
  }
  return accepted
}

/** People joined a team or chat that the bot is in, and are made reachable. */
export async function handleJoined(
  context: AdapterContext,
  { origin, members }: Of<'joined'>,
): Promise<Reply> {
  if (!mayUse(context.settings, origin.tenant)) return accepted
  context.later(meetJoined(context, origin, members))
  return accepted
}
