import { array, type Json, object, text } from '../../../src/core/json.ts'
import { readAction } from './action.ts'
import { readFiles } from './files.ts'
import type { Incoming } from './incoming.ts'
import { readDialog, readExtension, readFile, readSearch } from './invoke.ts'
import { readLifecycle } from './lifecycle.ts'
import { readSpoken } from './mentions.ts'
import { deliveryOf, type Origin, readOrigin } from './origin.ts'
import { withTables } from './tables.ts'

/** Reads an activity, already authenticated, into our own terms. */
export function readInbound(activity: Json, local: boolean): Incoming {
  const type = activity['type']
  const origin = readOrigin(activity, local)
  if (!origin) return notOurs(type, 'it does not say who or where')
  switch (type) {
    case 'message':
      return readMessage(activity, origin)
    case 'messageUpdate':
      return { kind: 'changed', origin, text: readSpoken(activity, origin.bot).text }
    case 'messageDelete':
      return { kind: 'changed', origin, text: undefined }
    case 'invoke':
      return readInvoke(activity, origin)
    case 'installationUpdate':
    case 'conversationUpdate':
      return readLifecycle(activity, origin)
    default:
      return { kind: 'ignored', why: `activities of the type ${String(type).slice(0, 40)}` }
  }
}

function notOurs(type: unknown, why: string): Incoming {
  return type === 'invoke' ? { kind: 'foreign', why } : { kind: 'ignored', why }
}

function readMessage(activity: Json, origin: Origin): Incoming {
  // Older clients send a button press as a message with a value.
  if (activity['value'] !== undefined && activity['value'] !== null) {
    const value = object(activity['value'])
    if (value['verb'] === 'form') return { kind: 'submit', origin, data: value, inChat: true }
    const data = readAction(value)
    if (data?.verb === 'refresh' && data.c !== undefined)
      return { kind: 'ignored', why: 'a card refresh sent as a message' }
    if (data) return { kind: 'press', origin, data, execute: false, deliveryId: deliveryOf(origin) }
  }
  const words = withTables(activity, readSpoken(activity, origin.bot), origin.bot)
  if (words.text === '' && words.before === '' && array(activity['attachments']).length > 0) {
    const shown = array(activity['attachments']).map((one) => text(object(one)['contentType']) ?? '')
    // Teams attaches the typed text a second time, as HTML.
    if (shown.some((kind) => kind !== 'text/html')) {
      return origin.kind === 'personal'
        ? { kind: 'file', origin, id: undefined, upload: undefined, deliveryId: deliveryOf(origin) }
        : { kind: 'ignored', why: 'a file without text' }
    }
  }
  return { kind: 'line', origin, ...words, files: readFiles(activity), deliveryId: deliveryOf(origin) }
}

function readInvoke(activity: Json, origin: Origin): Incoming {
  const name = text(activity['name']) ?? ''
  const value = object(activity['value'])
  switch (name) {
    case 'adaptiveCard/action': {
      const action = object(value['action'])
      const data = readAction(object(action['data']))
      if (action['type'] !== 'Action.Execute' || !data) return { kind: 'foreign', why: 'an unknown action' }
      if (data.verb !== 'refresh')
        return { kind: 'press', origin, data, execute: true, deliveryId: deliveryOf(origin) }
      return data.c === undefined
        ? { kind: 'foreign', why: 'a card refresh that names no card' }
        : { kind: 'refresh', origin, card: data.c }
    }
    case 'task/fetch': {
      const data = readAction(object(value['data']))
      return data?.verb === 'press'
        ? { kind: 'open', origin, data, deliveryId: deliveryOf(origin, 'o') }
        : { kind: 'foreign', why: 'an unknown dialog' }
    }
    case 'task/submit':
      return readDialog(object(value['data']), origin)
    case 'application/search':
      // Unknown: the compose box may be in a conversation without the bot.
      return readSearch(value, { ...origin, apart: true })
    case 'composeExtension/fetchTask':
    case 'composeExtension/submitAction':
      return readExtension(name, value, { ...origin, apart: true })
    case 'fileConsent/invoke':
      return readFile(value, origin)
    default:
      return { kind: 'foreign', why: `invokes named ${name.slice(0, 60)}` }
  }
}
