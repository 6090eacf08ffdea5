import { type Json, object, text } from '../../../src/core/json.ts'
import { readAction } from './action.ts'
import { asText } from './html.ts'
import type { Incoming } from './incoming.ts'
import { deliveryOf, type Origin } from './origin.ts'

/** Text typed into a field with typeahead. */
export function readSearch(value: Json, origin: Origin): Incoming {
  return {
    kind: 'typeahead',
    origin,
    dataset: text(value['dataset']) ?? '',
    typed: text(value['queryText']) ?? '',
  }
}

/** What a dialog submits: its form, or a button on its card. */
export function readDialog(sent: Json, origin: Origin): Incoming {
  const data = readAction(sent)
  if (data?.verb !== 'press') return { kind: 'submit', origin, data: sent }
  return { kind: 'open', origin, data, deliveryId: deliveryOf(origin, 'o') }
}

/** A message extension action, on a message or in the compose box. */
export function readExtension(name: string, value: Json, origin: Origin): Incoming {
  const command = text(value['commandId']) ?? ''
  if (name === 'composeExtension/submitAction') {
    const sent = readDialog(object(value['data']), origin)
    return sent.kind === 'open' ? { ...sent, apart: true } : sent
  }
  const payload = object(value['messagePayload'])
  const body = object(payload['body'])
  const content = text(body['content'])
  const words = content === undefined ? undefined : body['contentType'] === 'html' ? asText(content) : content
  const link = text(payload['linkToMessage'])
  return {
    kind: 'shortcut',
    origin,
    name: command,
    ...(words === undefined
      ? {}
      : { message: { text: words, link: httpsOnly(link), id: text(payload['id']) } }),
    deliveryId: deliveryOf(origin, 'x'),
  }
}

/** Somebody answered whether a file may be stored in their OneDrive. */
export function readFile(value: Json, origin: Origin): Incoming {
  const id = text(object(value['context'])['file'])
  if (value['type'] !== 'fileUpload' || id === undefined) return { kind: 'foreign', why: 'an unknown file' }
  const accepted = value['action'] === 'accept'
  return {
    kind: 'file',
    origin,
    id,
    upload: accepted ? object(value['uploadInfo']) : undefined,
    deliveryId: deliveryOf(origin, 'f'),
  }
}

function httpsOnly(link: string | undefined): string | undefined {
  return link !== undefined && /^https:\/\/\S+$/.test(link) ? link : undefined
}
