import { array, type Json, object, text } from '../../../src/core/json.ts'
import { readFiles } from './files.ts'
import { type Incoming, incomplete } from './incoming.ts'
import { commonOf, type Origin, privateChannel } from './origin.ts'

/** An `event_callback` of the Events API. */
export function readEvent(given: Json): Incoming {
  const event = object(given['event'])
  const authorization = object(array(given['authorizations'])[0])
  const id = text(given['event_id'])
  const user = typeof event['user'] === 'string' ? event['user'] : text(object(event['user'])['id'])
  const at = new Date(Number(given['event_time'] ?? 0) * 1000)
  const common = commonOf(
    {
      ...given,
      is_enterprise_install: authorization['is_enterprise_install'] ?? given['is_enterprise_install'],
    },
    {
      team: text(authorization['team_id']) ?? text(given['team_id']),
      enterprise: text(authorization['enterprise_id']) ?? text(given['enterprise_id']),
      user: user ?? '-',
      userTeam: text(event['user_team']) ?? text(event['source_team']),
      channel: text(event['channel']),
      thread: text(event['thread_ts']),
    },
  )
  if (!common || id === undefined) return incomplete('event')
  const origin = { ...common, private: privateChannel(common.channel) }
  switch (event['type']) {
    case 'app_mention':
    case 'message':
      if (authorization['is_bot'] === true && authorization['user_id'] === origin.user)
        return { kind: 'ignored', why: 'said by the bot itself' }
      return readMessage(event, origin, `e:${id}`)
    case 'app_home_opened':
      return event['tab'] === undefined || event['tab'] === 'home'
        ? { kind: 'home', origin: { ...origin, private: true } }
        : { kind: 'ignored', why: 'a tab other than Home' }
    case 'user_change':
      return { kind: 'profile', origin, user: object(event['user']) }
    case 'app_uninstalled':
      return { kind: 'uninstalled', origin, at }
    case 'tokens_revoked': {
      const bots = array(object(event['tokens'])['bot']).flatMap((one) =>
        typeof one === 'string' ? [one] : [],
      )
      return { kind: 'revoked', origin, bots, at }
    }
    case 'channel_archive':
    case 'group_archive':
      return gone(origin, common.channel, 'the channel was archived')
    case 'channel_deleted':
    case 'group_deleted':
      return gone(origin, common.channel, 'the channel was deleted')
    case 'member_left_channel':
      return gone(origin, common.channel, 'the bot was taken out of the channel', origin.user)
    default:
      return { kind: 'ignored', why: `event ${String(event['type']).slice(0, 40)}` }
  }
}

function readMessage(event: Json, origin: Origin, deliveryId: string): Incoming {
  const direct = event['channel_type'] === 'im'
  const changed = readChange(event, origin)
  if (changed) return changed
  if (event['bot_id'] !== undefined || origin.user === '-') return { kind: 'ignored', why: 'said by a bot' }
  const subtype = text(event['subtype'])
  if (subtype !== undefined && subtype !== 'file_share' && subtype !== 'thread_broadcast') {
    return { kind: 'ignored', why: `message ${subtype.slice(0, 40)}` }
  }
  if (event['type'] === 'message' && !direct) return { kind: 'ignored', why: 'not addressed to the bot' }
  const words = typeof event['text'] === 'string' ? event['text'] : ''
  const files = readFiles(event['files'])
  const ts = text(event['ts'])
  return {
    kind: 'line',
    via: direct ? 'direct' : 'mention',
    origin: { ...origin, private: direct },
    text: words,
    ...(files.length === 0 ? {} : { files }),
    ...(ts === undefined ? {} : { ts }),
    deliveryId,
  }
}

/** A message that was edited or deleted: it was already handled when it was first posted. */
function readChange(event: Json, origin: Origin): Incoming | undefined {
  const { channel } = origin
  const deleted = event['subtype'] === 'message_deleted'
  const inside = event['subtype'] === 'message_changed'
  if (!deleted && !inside && event['edited'] === undefined) return undefined
  const message = inside ? object(event['message']) : event
  // Slack leaves a mark in place of a deleted message that has replies.
  const gone = deleted || message['subtype'] === 'tombstone'
  const ts = text(event['deleted_ts']) ?? text(message['ts'])
  if (channel === undefined || ts === undefined) return incomplete('changed message')
  if (!gone && (message['bot_id'] !== undefined || message['edited'] === undefined))
    return { kind: 'ignored', why: 'a message that no person edited' }
  const words = typeof message['text'] === 'string' ? message['text'] : ''
  return { kind: 'changed', origin, channel, ts, text: gone ? undefined : words }
}

function gone(origin: Origin, channel: string | undefined, why: string, left?: string): Incoming {
  if (channel === undefined) return incomplete('channel event')
  return { kind: 'room-gone', origin, channel, why, ...(left === undefined ? {} : { left }) }
}
