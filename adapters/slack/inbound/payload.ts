import { type Json, object, text } from '../../../src/core/json.ts'
import { readEvent } from './events.ts'
import { type Incoming, incomplete } from './incoming.ts'
import { commonOf, interactionOf, privateChannel } from './origin.ts'
import { readPress } from './press.ts'

/** A request body from Slack, by HTTP or a socket. */
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
  if (view['callback_id'] !== 'form') return { kind: 'ignored', why: 'a view that is not a form' }
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
  const body = object(given['message'])
  const ts = text(body['ts'])
  if (ts === undefined || common.channel === undefined) return incomplete('message shortcut')
  return {
    ...shortcut,
    message: {
      text: typeof body['text'] === 'string' ? body['text'] : '',
      ts,
      channel: common.channel,
    },
  }
}
