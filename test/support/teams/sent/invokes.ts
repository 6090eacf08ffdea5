import type { Json } from '../../../../src/core/json.ts'
import { app, nextId, places, unique } from '../far/defaults.ts'
import { type ActivityFields, activity, eventId, somebody } from './activities.ts'

/** A question of Teams that is answered at once, in the reply to the request. */
export function invoke(name: string, value: Json, given: ActivityFields = {}): Json {
  return activity('invoke', { name, value }, { id: eventId(), ...given })
}

export interface Pressed extends ActivityFields {
  readonly verb?: string
  /** `automatic` where Teams wants the viewer's own view of a card. */
  readonly trigger?: 'manual' | 'automatic'
  /** The action's own id in the card. */
  readonly actionId?: string
}

/** A button of a card that executes: `Action.Execute`. */
export function cardAction(data: Json, given: Pressed = {}): Json {
  const { verb = String(data['verb'] ?? ''), trigger = 'manual', actionId: id, ...rest } = given
  const action = { type: 'Action.Execute', ...(id === undefined ? {} : { id }), verb, data }
  return invoke('adaptiveCard/action', { action, trigger }, { replyTo: nextId(), ...rest })
}

/** A button that opens a dialog. */
export function taskFetch(data: Json, given: ActivityFields = {}): Json {
  const value = { data, context: { theme: 'default' }, tabContext: null }
  return invoke('task/fetch', value, { replyTo: nextId(), ...given })
}

/** A dialog sent off: the inputs, with the data of the button. */
export function taskSubmit(data: Json, given: ActivityFields = {}): Json {
  return invoke('task/submit', { data, context: { theme: 'default' }, tabContext: null }, given)
}

/** What somebody typed so far into a select that asks us. */
export function search(
  dataset: string,
  queryText: string,
  given: ActivityFields & { readonly data?: Json } = {},
): Json {
  const { data = {}, ...rest } = given
  const value = { queryText, queryOptions: { skip: 0, top: 15 }, dataset, data }
  return invoke('application/search', value, rest)
}

export interface MessageActedOn {
  readonly id?: string
  /** Of the message: HTML, as people write it. */
  readonly html: string
  readonly by?: { readonly name: string; readonly aadObjectId?: string }
  readonly at?: Date
  readonly link?: string
}

/** A message action is chosen; its dialog is wanted. */
export function messageAction(commandId: string, acted: MessageActedOn, given: ActivityFields = {}): Json {
  const messagePayload = payloadOf(acted, given)
  return invoke(
    'composeExtension/fetchTask',
    { commandId, commandContext: 'message', messagePayload, context: { theme: 'default' } },
    given,
  )
}

/** An action is chosen beside the box in which messages are written, or in the one at the top. */
export function composeAction(
  commandId: string,
  given: ActivityFields & { readonly from?: 'compose' | 'commandBox' } = {},
): Json {
  const { from: commandContext = 'compose', ...rest } = given
  return invoke(
    'composeExtension/fetchTask',
    { commandId, commandContext, context: { theme: 'default' } },
    rest,
  )
}

/** The dialog of an action sent off; with the message, where it was chosen on one. */
export function submitAction(
  commandId: string,
  data: Json,
  given: ActivityFields & { readonly from?: 'compose' | 'commandBox'; readonly acted?: MessageActedOn } = {},
): Json {
  const { from = 'compose', acted, ...rest } = given
  const about = acted
    ? { commandContext: 'message', messagePayload: payloadOf(acted, rest) }
    : { commandContext: from }
  return invoke(
    'composeExtension/submitAction',
    { commandId, ...about, data, context: { theme: 'default' } },
    rest,
  )
}

/** A person agrees that a file is put among theirs, and where; or does not. */
export function fileConsent(
  action: 'accept' | 'decline',
  context: Json,
  given: ActivityFields & { readonly name?: string; readonly uploadUrl?: string } = {},
): Json {
  const { name = 'meetings.ics', uploadUrl = 'http://127.0.0.1:9/upload', ...rest } = given
  const type = name.split('.').at(-1) ?? ''
  const uploadInfo = {
    contentUrl: `https://files.example/personal/Documents/${name}`,
    name,
    uploadUrl,
    uniqueId: String(unique()),
    fileType: type,
  }
  const value = { type: 'fileUpload', action, context, ...(action === 'accept' ? { uploadInfo } : {}) }
  return invoke('fileConsent/invoke', value, { replyTo: nextId(), ...rest })
}

function payloadOf(acted: MessageActedOn, given: ActivityFields): Json {
  const { id = nextId(), html, by = somebody, at = new Date() } = acted
  const room = given.where === 'channel' ? (given.channel?.id ?? places.channel) : places.groupChat
  return {
    id,
    replyToId: null,
    createdDateTime: at.toISOString(),
    lastModifiedDateTime: null,
    deleted: false,
    subject: null,
    summary: null,
    importance: 'normal',
    locale: 'en-gb',
    linkToMessage:
      acted.link ??
      `https://teams.microsoft.com/l/message/${room}/${id}?tenantId=${given.tenant ?? app.tenant}`,
    from: {
      device: null,
      conversation: null,
      user: { userIdentityType: 'aadUser', id: by.aadObjectId ?? null, displayName: by.name },
      application: null,
    },
    body: { contentType: 'html', content: html },
    attachmentLayout: null,
    attachments: [],
    mentions: [],
    reactions: [],
  }
}
