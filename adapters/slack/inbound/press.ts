import { array, flag, type Json, object, text } from '../../../src/core/json.ts'
import { interactionOf, type Origin, privateChannel } from './origin.ts'

/** A press of a button, and where the button stood. */
export interface Press {
  readonly kind: 'press'
  readonly origin: Origin
  /** What the button carries. */
  readonly value: string
  /** Tells the message or view, in the state it was pressed in, from every other. */
  readonly seen: string
  /** Names the shared card that holds the button, where it is in one. */
  readonly blockId: string
  readonly stood:
    | { readonly in: 'message'; readonly ts: string; readonly ephemeral: boolean }
    | { readonly in: 'home' }
    | { readonly in: 'modal'; readonly viewId: string }
  readonly deliveryId: string
}

type Ignored = { readonly kind: 'ignored'; readonly why: string }

/** Reads a `block_actions` payload. Only buttons and lists of a card act; what a form holds is read when it is sent. */
export function readPress(given: Json): Press | Ignored {
  const action = object(array(given['actions'])[0])
  const value = carriedBy(action)
  if (value === undefined) {
    return { kind: 'ignored', why: `an action of ${String(action['type']).slice(0, 40)}` }
  }
  const container = object(given['container'])
  const common = interactionOf(given)
  const trigger = text(given['trigger_id'])
  if (!common || trigger === undefined) {
    return { kind: 'ignored', why: 'a press with required parts missing' }
  }
  const channel = common.channel ?? text(container['channel_id'])
  const thread = text(container['thread_ts']) ?? text(object(given['message'])['thread_ts'])
  const stood = placeOf(container, object(given['view']))
  if (!stood) return { kind: 'ignored', why: 'a press of a button outside any message or view' }
  return {
    kind: 'press',
    origin: { ...common, channel, thread, private: stood.in === 'message' ? privateChannel(channel) : true },
    value,
    seen: seenIn(given, container),
    blockId: text(action['block_id']) ?? '',
    stood,
    deliveryId: `t:${trigger}`,
  }
}

function carriedBy(action: Json): string | undefined {
  if (action['type'] === 'button') return text(action['value'])
  // A form's own lists have names of their own.
  const isOurs = action['type'] === 'static_select' && /^do:\d+$/.test(text(action['action_id']) ?? '')
  return isOurs ? text(object(action['selected_option'])['value']) : undefined
}

function placeOf(container: Json, view: Json): Press['stood'] | undefined {
  const ts = text(container['message_ts'])
  if (ts !== undefined) return { in: 'message', ts, ephemeral: flag(container['is_ephemeral']) }
  const viewId = text(view['id'])
  if (view['type'] === 'home') return { in: 'home' }
  return viewId === undefined ? undefined : { in: 'modal', viewId }
}

/** A view or a message that has changed since counts as another one. */
function seenIn(given: Json, container: Json): string {
  const view = object(given['view'])
  const edited = object(object(given['message'])['edited'])
  const place = text(container['channel_id']) ?? text(object(given['channel'])['id'])
  return JSON.stringify([place, container['message_ts'], edited['ts'], view['id'], view['hash']])
}
