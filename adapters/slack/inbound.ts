import { type Press, readPress } from './inboundPress.ts'
import { array, type Json, object, text } from './json.ts'
import { commonOf, type Origin, privateChannel } from './origin.ts'

/** What Slack sent, in our own words; what we do not know has a name too. */
export type Incoming =
  | {
      readonly kind: 'line'
      readonly origin: Origin
      readonly via: 'command' | 'mention' | 'direct'
      /** The slash command with its prefix; undefined for what was written as a message. */
      readonly command?: string
      /** As Slack writes it: mentions and signs are still escaped. */
      readonly text: string
      readonly deliveryId: string
    }
  | Press
  | {
      readonly kind: 'submit'
      readonly origin: Origin
      readonly viewId: string
      readonly metadata: string
      /** `view.state.values`, untrusted. */
      readonly values: unknown
    }
  | { readonly kind: 'typeahead'; readonly origin: Origin; readonly actionId: string; readonly typed: string }
  | {
      readonly kind: 'shortcut'
      readonly origin: Origin
      readonly name: string
      readonly message?: { readonly text: string; readonly ts: string; readonly channel: string }
      readonly deliveryId: string
    }
  | { readonly kind: 'home'; readonly origin: Origin }
  | { readonly kind: 'profile'; readonly origin: Origin; readonly user: Json }
  | { readonly kind: 'uninstalled'; readonly origin: Origin; readonly at: Date }
  | { readonly kind: 'revoked'; readonly origin: Origin; readonly bots: readonly string[]; readonly at: Date }
  | {
      readonly kind: 'room-gone'
      readonly origin: Origin
      readonly channel: string
      readonly why: string
      /** Somebody left; it is the bot's business only where it is the bot. */
      readonly left?: string
    }
  | { readonly kind: 'ignored'; readonly why: string }

/** A body of Slack's, from HTTP or a socket. */
export function readInbound(body: unknown): Incoming {
  const given = object(body)
  if (text(given['command']) !== undefined) return readCommand(given)
  switch (given['type']) {
    case 'event_callback':
      return readEvent(given)
    case 'block_actions':
      return readPress(given)
    case 'view_submission':
      return readSubmit(given)
    case 'block_suggestion':
      return readTypeahead(given)
    case 'message_action':
    case 'shortcut':
      return readShortcut(given)
    default:
      return { kind: 'ignored', why: `type ${String(given['type']).slice(0, 40)}` }
  }
}

function readCommand(given: Json): Incoming {
  const command = text(given['command'])
  const user = text(given['user_id'])
  const trigger = text(given['trigger_id'])
  const common = commonOf(given, {
    team: text(given['team_id']),
    enterprise: text(given['enterprise_id']),
    user,
    channel: text(given['channel_id']),
  })
  if (!common || command === undefined || trigger === undefined) return incomplete('slash command')
  const origin = { ...common, trigger, private: privateChannel(common.channel) }
  return {
    kind: 'line',
    via: 'command',
    origin,
    command: command.replace(/^\//, ''),
    text: text(given['text']) ?? '',
    deliveryId: `t:${trigger}`,
  }
}

function readSubmit(given: Json): Incoming {
  const view = object(given['view'])
  const common = interactionOf(given)
  const viewId = text(view['id'])
  if (!common || viewId === undefined) return incomplete('view submission')
  if (view['callback_id'] !== 'form') return { kind: 'ignored', why: 'a view that is no form' }
  return {
    kind: 'submit',
    origin: { ...common, private: true },
    viewId,
    metadata: text(view['private_metadata']) ?? '',
    values: object(view['state'])['values'],
  }
}

function readTypeahead(given: Json): Incoming {
  const common = interactionOf(given)
  const actionId = text(given['action_id'])
  if (!common || actionId === undefined) return incomplete('typeahead')
  return {
    kind: 'typeahead',
    origin: { ...common, private: true },
    actionId,
    typed: typeof given['value'] === 'string' ? given['value'].slice(0, 200) : '',
  }
}

function readShortcut(given: Json): Incoming {
  const common = interactionOf(given)
  const name = text(given['callback_id'])
  const trigger = text(given['trigger_id'])
  if (!common || name === undefined || trigger === undefined) return incomplete('shortcut')
  const origin = { ...common, trigger, private: privateChannel(common.channel) }
  const shortcut = { kind: 'shortcut' as const, origin, name, deliveryId: `t:${trigger}` }
  if (given['type'] === 'shortcut') return shortcut
  const said = object(given['message'])
  const ts = text(said['ts'])
  if (ts === undefined || common.channel === undefined) return incomplete('message shortcut')
  return {
    ...shortcut,
    message: {
      text: typeof said['text'] === 'string' ? said['text'] : '',
      ts,
      channel: common.channel,
    },
  }
}

/** Team, user and channel of what comes from a person’s hand. */
function interactionOf(given: Json): Origin | undefined {
  const user = object(given['user'])
  const team = object(given['team'])
  const view = object(given['view'])
  return commonOf(given, {
    team: text(view['app_installed_team_id']) ?? text(team['id']) ?? text(user['team_id']),
    enterprise: text(object(given['enterprise'])['id']) ?? text(team['enterprise_id']),
    user: text(user['id']),
    userTeam: text(user['team_id']),
    channel: text(object(given['channel'])['id']),
  })
}

function readEvent(given: Json): Incoming {
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
      return readMessage(event, origin, `e:${id}`)
    case 'app_home_opened':
      return event['tab'] === undefined || event['tab'] === 'home'
        ? { kind: 'home', origin: { ...origin, private: true } }
        : { kind: 'ignored', why: 'another tab than home' }
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
  if (event['bot_id'] !== undefined || origin.user === '-') return { kind: 'ignored', why: 'said by a bot' }
  const subtype = text(event['subtype'])
  if (subtype !== undefined && subtype !== 'file_share' && subtype !== 'thread_broadcast') {
    return { kind: 'ignored', why: `message ${subtype.slice(0, 40)}` }
  }
  if (event['type'] === 'message' && !direct) return { kind: 'ignored', why: 'not said to the bot' }
  const said = typeof event['text'] === 'string' ? event['text'] : ''
  return {
    kind: 'line',
    via: direct ? 'direct' : 'mention',
    origin: { ...origin, private: direct },
    text: said,
    deliveryId,
  }
}

function gone(origin: Origin, channel: string | undefined, why: string, left?: string): Incoming {
  if (channel === undefined) return incomplete('channel event')
  return { kind: 'room-gone', origin, channel, why, ...(left === undefined ? {} : { left }) }
}

function incomplete(what: string): Incoming {
  return { kind: 'ignored', why: `a ${what} without what belongs to it` }
}
