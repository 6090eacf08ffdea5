import { array, type Json, object, text } from '../../../src/core/json.ts'
import type { Incoming } from './incoming.ts'
import type { Origin } from './origin.ts'

/** Reads where the bot was added or removed, who joined, and what was deleted. */
export function readLifecycle(activity: Json, origin: Origin): Incoming {
  if (activity['type'] === 'installationUpdate') {
    const action = text(activity['action']) ?? ''
    if (action === 'add-upgrade') return { kind: 'added', origin, upgraded: true }
    if (action.startsWith('add')) return { kind: 'added', origin }
    if (action.startsWith('remove')) return { kind: 'removed', origin }
    return { kind: 'ignored', why: `the installation update ${action.slice(0, 40)}` }
  }
  const data = object(activity['channelData'])
  const channel = text(object(data['channel'])['id'])
  switch (data['eventType']) {
    case 'channelDeleted':
      return {
        kind: 'room-gone',
        origin,
        channel: channel ?? origin.conversation,
        why: 'the channel was deleted',
      }
    case 'teamDeleted':
    case 'teamHardDeleted':
      return { kind: 'room-gone', origin, channel: undefined, why: 'the team was deleted' }
    case 'teamArchived':
      return { kind: 'room-gone', origin, channel: undefined, why: 'the team was archived' }
  }
  const added = idsOf(activity['membersAdded'])
  const removed = idsOf(activity['membersRemoved'])
  if (added.includes(origin.bot)) return { kind: 'added', origin }
  if (removed.includes(origin.bot)) return { kind: 'removed', origin }
  if (added.length > 0 && origin.kind !== 'personal') return { kind: 'joined', origin, members: added }
  return { kind: 'ignored', why: 'a conversation update that needs no action' }
}

function idsOf(members: unknown): readonly string[] {
  return array(members).flatMap((member) => text(object(member)['id']) ?? [])
}
